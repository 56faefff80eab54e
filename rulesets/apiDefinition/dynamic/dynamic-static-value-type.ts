import { child, type Pointer } from "../../../connector/pointer.js";
import type { Schema } from "../../../connector/schema.js";
import { isObject, typeOf } from "../../../connector/values.js";
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
      if (passes.what !== "literal" || goal === undefined) continue;
      const { parameter, steps } = goal;
      const schema =
        steps.at(-1) ??
        parameter.definition.schemaAt(
          parameter.in === "body" ? parameter.at("schema") : parameter.pointer,
        );
      for (const { at, value, path, type, declared } of wrongValues(passes, schema)) {
        const found = typeOf(value);
        const input = [name, ...path].join("/");
        const fitting = convert(value, type);
        report({
          at,
          message: `${nameOf(reference)} passes a value of type ${found} as "${input}", which is of type ${type} in ${reference.target!.label}.`,
          related: [{ at: declared.pointer, message: `"${input}" is declared here.` }],
          fix:
            fitting === undefined
              ? undefined
              : {
                  title: `Pass ${JSON.stringify(fitting)}`,
                  isSafe: true,
                  edits: [{ set: at, value: fitting }],
                },
        });
      }
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
          },
          {
            "name": "owner",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "SearchOwners",
              "itemValuePath": "id",
              "parameters": {
                "filter": {
                  "value": {
                    "desk": 7
                          //^ x-ms-dynamic-list of "owner" passes a value of type integer as "filter/desk", which is of type string in "SearchOwners".
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/owners": {
      "post": {
        "operationId": "SearchOwners",
        "parameters": [
          {
            "name": "filter",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "desk": {
                  "type": "string"
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
          },
          {
            "name": "owner",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": {
              "operationId": "SearchOwners",
              "itemValuePath": "id",
              "parameters": {
                "filter": {
                  "value": {
                    "desk": "7"
                  }
                }
              }
            }
          }
        ]
      }
    },
    "/owners": {
      "post": {
        "operationId": "SearchOwners",
        "parameters": [
          {
            "name": "filter",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "desk": {
                  "type": "string"
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

interface WrongValue {
  at: Pointer;
  value: unknown;
  /** Where it lies in what is passed. */
  path: readonly string[];
  type: string;
  declared: Schema;
}

/** The value, or what is in it, that is of another type than its schema says. */
function wrongValues(
  { value, pointer: at }: { value: unknown; pointer: Pointer },
  schema: Schema | undefined,
  path: readonly string[] = [],
): WrongValue[] {
  if (schema === undefined || value === null) return [];
  const type = schema.parts.find((part) => part.type !== undefined)?.type;
  const found = typeOf(value);
  const isAsDeclared =
    type === undefined ||
    !types.includes(type) ||
    found === type ||
    (found === "integer" && type === "number");
  if (!isAsDeclared) return [{ at, value, path, type, declared: schema }];
  if (Array.isArray(value)) {
    const items = schema.parts.find((part) => part.items !== undefined)?.items;
    return value.flatMap((item, index) =>
      wrongValues({ value: item, pointer: child(at, index) }, items, path),
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    wrongValues({ value: held, pointer: child(at, name) }, schema.properties.get(name), [
      ...path,
      name,
    ]),
  );
}

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
