import type { Operation } from "../../../connector/apiDefinition.js";
import type { ApiProperties } from "../../../connector/apiProperties.js";
import { isArray } from "../../../connector/dynamicReference.js";
import type { Schema } from "../../../connector/schema.js";
import { hasPollingPolicy } from "../../pollingTrigger.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "batch-trigger-returns-array",
  validatorCodes: [],
  severity: "warning",
  sources: ["extensions", "polling"],
  summary: "A trigger for lists of events returns one list.",
  why: `A trigger with \`"x-ms-trigger": "batch"\` starts the flow with a list of events, which it takes from an array in the
response: the response itself or what a property of it holds. A response without any array gives the flow nothing to
run on; of several, a policy \`pollingtrigger\` must say which one it is. For one event at a time the value is \`single\`.`,
  on: "operation",
  check(operation, { properties, report }) {
    const { resultSchema } = operation;
    if (operation.trigger !== "batch" || operation.isWebhook || resultSchema === undefined) return;
    const arrays = arraysOf(resultSchema);
    if (arrays.length > 1 && !saysWhichArray(operation, properties))
      return report({
        at: operation.at("x-ms-trigger"),
        message: `${operation.label} is a trigger for lists of events ("batch"), but which of ${arrays.map(({ propertyName }) => `"${propertyName}"`).join(", ")} is the list is not told.`,
        related: arrays.map(({ pointer }) => ({ at: pointer, message: "This is a list." })),
      });
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
    "/comments/changes": {
      "get": {
        "operationId": "WhenCommentsChange",
        "x-ms-trigger": "batch",
                      //^^^^^^^ "WhenCommentsChange" is a trigger for lists of events ("batch"), but which of "comments", "errors" is the list is not told.
        "responses": {
          "200": {
            "description": "The changed comments.",
            "schema": {
              "type": "object",
              "properties": {
                "comments": {
                  "type": "array",
                  "items": { "type": "object" }
                },
                "errors": {
                  "type": "array",
                  "items": { "type": "string" }
                }
              }
            }
          }
        }
      }
    },
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
}
//- apiProperties.json
{ "properties": {} }`,
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

/** The properties of a result that are arrays. */
function arraysOf(result: Schema): Schema[] {
  const { resolved } = result;
  if (resolved === undefined || isArray(resolved) !== false) return [];
  return [...resolved.properties.values()].filter(
    ({ resolved }) => resolved !== undefined && isArray(resolved) === true,
  );
}

/** Whether a policy, or a parameter that takes a value of the last poll, names the list. */
function saysWhichArray(operation: Operation, properties: ApiProperties | undefined): boolean {
  if (operation.parameters.some(({ value }) => "x-ms-trigger-value" in value)) return true;
  // Without the properties nobody can tell.
  return properties === undefined || hasPollingPolicy(operation, properties);
}

/** Whether a schema is an array, holds one at any depth or leaves that open. */
function canHoldArray(schema: Schema, visited: Set<Schema>): boolean {
  const { resolved } = schema;
  if (resolved === undefined || isArray(resolved) !== false) return true;
  if (visited.has(resolved)) return false;
  visited.add(resolved);
  return [...resolved.properties.values()].some((property) => canHoldArray(property, visited));
}
