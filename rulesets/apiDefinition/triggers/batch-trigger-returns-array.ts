import { isArray } from "../../../connector/dynamicReference.js";
import type { Schema } from "../../../connector/schema.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "batch-trigger-returns-array",
  validatorCodes: [],
  severity: "warning",
  summary: "A trigger for lists of events returns a list.",
  why: `A trigger with \`"x-ms-trigger": "batch"\` starts the flow with a list of events, which it takes from an array in the
response: the response itself or what a property of it holds. A response without any array gives the flow nothing to
run on. For one event at a time the value is \`single\`.`,
  on: "operation",
  check(operation, { report }) {
    const { resultSchema } = operation;
    if (operation.trigger !== "batch" || operation.isWebhook || resultSchema === undefined) return;
    if (canHoldArray(resultSchema, new Set())) return;
    report({
      at: operation.at("x-ms-trigger"),
      message: `${operation.label} is a trigger for lists of events ("batch"), but what it returns holds no array.`,
      related: [{ at: resultSchema.pointer, message: "This is what it returns." }],
    });
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
                      //^^^^^^^ "WhenTicketsChange" is a trigger for lists of events ("batch"), but what it returns holds no array.
        "responses": {
          "200": {
            "description": "The changed ticket.",
            "schema": {
              "$ref": "#/definitions/Ticket"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "integer"
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/definitions/Ticket"
              }
            }
          }
        }
      }
    },
    "/comments/changes": {
      "get": {
        "operationId": "WhenCommentsChange",
        "x-ms-trigger": "batch",
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "properties": {
                "data": {
                  "type": "object",
                  "properties": {
                    "comments": {
                      "type": "array"
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/events": {
      "get": {
        "operationId": "WhenAnythingHappens",
        "x-ms-trigger": "batch",
        "responses": {
          "200": {
            "schema": {
              "type": "object"
            }
          },
          "202": {
            "description": "Nothing new."
          }
        }
      }
    },
    "/tickets/latest": {
      "get": {
        "operationId": "WhenTicketChanges",
        "x-ms-trigger": "single",
        "responses": {
          "200": {
            "schema": {
              "$ref": "#/definitions/Ticket"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": {
          "type": "integer"
        }
      }
    }
  }
}`,
});

/** Whether a schema is an array, holds one at any depth or leaves that open. */
function canHoldArray(schema: Schema, visited: Set<Schema>): boolean {
  const { resolved } = schema;
  if (resolved === undefined || isArray(resolved) !== false) return true;
  if (visited.has(resolved)) return false;
  visited.add(resolved);
  return [...resolved.properties.values()].some((property) => canHoldArray(property, visited));
}
