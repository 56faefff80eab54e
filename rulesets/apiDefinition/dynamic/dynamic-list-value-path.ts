import { listedItem } from "../../../connector/dynamicReference.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

const keys = {
  "x-ms-dynamic-values": "value-path",
  "x-ms-dynamic-list": "itemValuePath",
  "x-ms-dynamic-tree": "itemValuePath",
} as const;

export default defineRule({
  name: "dynamic-list-value-path",
  validatorCodes: ["RequiredPropertyMissing"],
  sources: ["extensions"],
  severity: "warning",
  summary: "Every dropdown of objects says where the value of an item is.",
  why: `A dropdown shows the items that an operation returns. \`value-path\` (in \`x-ms-dynamic-values\`) or
\`itemValuePath\` (in \`x-ms-dynamic-list\` and \`x-ms-dynamic-tree\`) names the property of an item that is sent as the
value. Without it the designer sends an item whole, which hardly any operation understands when items are objects.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value } = reference;
    const key = keys[kind as keyof typeof keys];
    if (key === undefined || key in value) return;
    // Items that are texts or numbers are sent as they are.
    if (!listedItem(reference)?.properties.size) return;
    report({
      at: pointer,
      message: `${nameOf(reference)} lacks "${key}", the property of an item that is sent as the value.`,
    });
  },
  bad: `
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
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "queue" lacks "value-path", the property of an item that is sent as the value.
              "operationId": "ListQueues"
            },
            "x-ms-dynamic-list": {
          //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "queue" lacks "itemValuePath", the property of an item that is sent as the value.
              "operationId": "ListQueues",
              "itemTitlePath": "name"
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "name": { "type": "string" }
                }
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
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListStates"
            }
          }
        ]
      }
    },
    "/states": {
      "get": {
        "operationId": "ListStates",
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": { "type": "string" }
            }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "name": { "type": "string" }
                }
              }
            }
          }
        }
      }
    }
  }
}`,
});
