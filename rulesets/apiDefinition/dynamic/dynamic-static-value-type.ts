import { typeOfInput } from "../../../connector/dynamicReference.js";
import { typeOf } from "../../../connector/values.js";
import { inputOf, nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

const types = ["string", "integer", "number", "boolean", "array", "object"];

export default defineRule({
  name: "dynamic-static-value-type",
  validatorCodes: ["OperationParameterStaticTypeMismatch"],
  severity: "error",
  summary: "A fixed value in a dynamic call has the type of the parameter that it goes to.",
  why: `The called operation takes what its parameter declares: a number is no text, and \`"true"\` is not \`true\`. The
service refuses a definition that passes a value of another type.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const { name, passes } of reference.parameters) {
      const goal = inputOf(reference.target, name, reference.kind);
      if (passes.what !== "literal" || passes.value === null || goal === undefined) continue;
      const type = typeOfInput(goal);
      const found = typeOf(passes.value);
      if (type === undefined || !types.includes(type) || found === type) continue;
      if (found === "integer" && type === "number") continue;
      const value = convert(passes.value, type);
      report({
        at: passes.pointer,
        message: `${nameOf(reference)} passes a value of type ${found} as "${name}", which is of type ${type} in ${reference.target!.label}.`,
        related: [
          {
            at: goal.steps.at(-1)?.pointer ?? goal.parameter.pointer,
            message: `"${name}" is declared here.`,
          },
        ],
        fix:
          value === undefined
            ? undefined
            : {
                title: `Pass ${JSON.stringify(value)}`,
                isSafe: true,
                edits: [{ set: passes.pointer, value }],
              },
      });
    }
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
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "limit": "100",
                       //^^^^^ x-ms-dynamic-values of "queue" passes a value of type string as "limit", which is of type integer in "ListQueues".
                "version": 2
                         //^ x-ms-dynamic-values of "queue" passes a value of type integer as "version", which is of type string in "ListQueues".
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {
                "active": {
                  "value": "true"
                         //^^^^^^ x-ms-dynamic-list of "queue" passes a value of type string as "active", which is of type boolean in "ListQueues".
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "version",
            "in": "query",
            "type": "string"
          },
          {
            "name": "active",
            "in": "query",
            "type": "boolean"
          }
        ]
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
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "limit": 100,
                "version": "2"
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {
                "active": {
                  "value": true
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "version",
            "in": "query",
            "type": "string"
          },
          {
            "name": "active",
            "in": "query",
            "type": "boolean"
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
              "value-path": "id",
              "parameters": {
                "limit": 100,
                "weight": 1,
                "name": {
                  "parameter": "name"
                }
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {
                "limit": {
                  "value": 100
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "weight",
            "in": "query",
            "type": "number"
          },
          {
            "name": "name",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
});

/** The same value in another type, when there is one. */
function convert(value: unknown, type: string): unknown {
  if (type === "string" && typeof value !== "object") return String(value);
  if (typeof value !== "string") return undefined;
  if (type === "boolean")
    return /^(true|false)$/i.test(value) ? value.toLowerCase() === "true" : undefined;
  const isNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(value);
  if (!isNumber || (type === "integer" && value.includes("."))) return undefined;
  return type === "integer" || type === "number" ? Number(value) : undefined;
}
