import { isObject } from "../../../connector/values.js";
import { locationHeader } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "webhook-has-response",
  validatorCodes: ["OperationMustHaveResponse"],
  sources: ["webhooks"],
  severity: "warning",
  summary: "Every webhook trigger has a response.",
  why: `The request of a webhook trigger registers the flow at the service, which answers it, usually with 201 or 200.
The validator asks for a response in every operation. Published connectors have triggers without one, so this is a warning.`,
  on: "operation",
  check(operation, { report }) {
    const { responses } = operation.value;
    if (responses !== undefined && !isObject(responses)) return;
    if (operation.responseCodes.length > 0 || operation.trigger !== "single") return;
    report({
      at: responses === undefined ? operation.pointer : operation.at("responses"),
      message: `The webhook trigger ${operation.label} has no response.`,
      fix: {
        title: "Add a response 201",
        isSafe: false,
        edits: [
          {
            set: operation.at("responses", "201"),
            value: { description: "Created", headers: { Location: locationHeader } },
          },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketIsCreated",
        "x-ms-trigger": "single",
        "responses": {}
      //^^^^^^^^^^^ The webhook trigger "WhenTicketIsCreated" has no response.
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketIsCreated",
        "x-ms-trigger": "single",
        "responses": {
          "201": {
            "description": "Created",
            "headers": {
              "Location": {
                "description": "The address at which the webhook is deleted.",
                "type": "string"
              }
            }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketIsCreated",
        "x-ms-trigger": "single",
        "responses": {
          "201": { "description": "The flow is registered." }
        }
      }
    },
    "/changes": {
      "get": {
        "operationId": "WhenTicketIsChanged",
        "x-ms-trigger": "batch",
        "responses": {}
      }
    }
  }
}`,
});
