import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-operation-id-required",
  validatorCodes: ["RequiredPropertyMissing"],
  sources: ["extensions"],
  severity: "error",
  summary: "Every extension that calls an operation says which one.",
  why: `A dropdown, a dynamic schema, a tree, \`testConnection\`, the file picker and a notification all call an
operation of the connector, which \`operationId\` names. Without it the service refuses the definition. The forms
with \`capability\` or \`builtInOperation\` stand for the file picker and for what the platform itself offers.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value } = reference;
    if ("operationId" in value) return;
    if (kind === "x-ms-dynamic-values" && ("capability" in value || "builtInOperation" in value))
      return;
    report({
      at: pointer,
      message: `${nameOf(reference)} lacks "operationId", the operation that it calls.`,
    });
  },
  bad: `
{
  "x-ms-capabilities": {
    "testConnection": {
  //^^^^^^^^^^^^^^^^ testConnection lacks "operationId", the operation that it calls.
      "parameters": {}
    }
  },
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "queue" lacks "operationId", the operation that it calls.
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
          //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "queue" lacks "operationId", the operation that it calls.
              "itemValuePath": "id"
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "x-ms-dynamic-schema": {
            //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema lacks "operationId", the operation that it calls.
                "value-path": "schema"
              },
              "x-ms-dynamic-properties": {
            //^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties lacks "operationId", the operation that it calls.
                "itemValuePath": "schema"
              }
            }
          }
        ]
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
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id"
            }
          },
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "capability": "file-picker",
              "value-path": "id"
            }
          },
          {
            "name": "month",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "builtInOperation": "ListMonths",
              "value-path": "id"
            }
          }
        ]
      }
    }
  }
}`,
});
