import { isObject } from "../../../connector/values.js";
import { wantsSchema } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-has-response",
  validatorCodes: ["OperationMustHaveResponse"],
  severity: "error",
  summary: "Every operation that is not a webhook trigger has a response.",
  why: `The responses tell makers and flows what comes back from an operation.
The service refuses an operation without any; one that returns nothing has a response with a description alone.`,
  on: "operation",
  check(operation, { report }) {
    const { responses } = operation.value;
    if (responses !== undefined && !isObject(responses)) return;
    // Webhook triggers have a rule of their own.
    if (operation.responseCodes.length > 0 || operation.trigger === "single") return;
    report({
      missing: responses === undefined ? "responses" : undefined,
      at: responses === undefined ? operation.pointer : operation.at("responses"),
      message: `The operation ${operation.label} has no response.`,
      fix: {
        title: "Add a response 200",
        isSafe: false,
        edits: [
          {
            set: operation.at("responses", "200"),
            value: {
              description: "OK",
              ...(wantsSchema(operation) && { schema: { type: "object" } }),
            },
          },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
    //^^^^^ The operation "ListTickets" has no response.
        "operationId": "ListTickets"
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": {}
      //^^^^^^^^^^^ The operation "CreateTicket" has no response.
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object"
            }
          }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object"
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
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": { "default": { "description": "The tickets." } }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": { "201": { "$ref": "#/responses/Missing" } }
      },
      "put": {
        "operationId": "WhenTicketIsCreated",
        "x-ms-trigger": "single",
        "responses": {}
      }
    }
  }
}`,
});
