import { isReference } from "../../../connector/reference.js";
import { asObject, isObject } from "../../../connector/values.js";
import { wantsSchema } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-no-default-only",
  validatorCodes: ["OperationShouldHaveSuccessfulResponse"],
  sources: ["submission", "coding"],
  severity: "warning",
  summary: "No operation has a default response alone.",
  why: `\`default\` stands for every status code that is not listed, so it says nothing about success.
The validator warns about it, and reviewers ask for a response such as 200 with the schema of what comes back.`,
  on: "operation",
  check(operation, { report }) {
    const codes = operation.responseCodes;
    const response = asObject(asObject(operation.value.responses).default);
    const { schema } = response;
    const isEmpty = isObject(schema) && Object.keys(schema).length === 0;
    // An empty schema would be no better there, nor none where something comes back.
    const needsType = (isEmpty || schema === undefined) && !isReference(response);
    if (codes.length === 1 && codes[0] === "default")
      report({
        at: operation.at("responses"),
        message: `The operation ${operation.label} has a default response only and none for success such as 200.`,
        fix: {
          title: `Make the default response the response 200`,
          isSafe: false,
          edits: [
            { renameKey: operation.at("responses", "default"), to: "200" },
            ...(needsType && wantsSchema(operation)
              ? [{ set: operation.at("responses", "200", "schema"), value: { type: "object" } }]
              : isEmpty
                ? [{ remove: operation.at("responses", "200", "schema") }]
                : []),
          ],
        },
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
      //^^^^^^^^^^^ The operation "ListTickets" has a default response only and none for success such as 200.
          "default": {
            "description": "The tickets.",
            "schema": { "type": "array", "items": { "type": "string" } }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "responses": {
      //^^^^^^^^^^^ The operation "ListQueues" has a default response only and none for success such as 200.
          "default": {
            "description": "default",
            "schema": {}
          }
        }
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
            "description": "The tickets.",
            "schema": { "type": "array", "items": { "type": "string" } }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "responses": {
          "200": {
            "description": "default",
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
        "responses": {
          "200": { "description": "The tickets." },
          "default": { "description": "An error." }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": {}
      }
    }
  }
}`,
});
