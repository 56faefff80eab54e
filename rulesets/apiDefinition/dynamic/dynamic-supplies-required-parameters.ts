import {
  type DynamicReference,
  findInputs,
  fullName,
  type Input,
  isArray,
  isOpen,
  isRequiredInput,
  needsFullNames,
  unmetExpectations,
} from "../../../connector/dynamicReference.js";
import { child } from "../../../connector/pointer.js";
import type { Schema } from "../../../connector/schema.js";
import { isObject } from "../../../connector/values.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule, type Fix } from "../../rule.js";

/** A notification says what it passes in other ways. */
const others = ["x-ms-notification", "x-ms-operation-context"];

export default defineRule({
  name: "dynamic-supplies-required-parameters",
  validatorCodes: ["OperationMissingRequiredProperty"],
  sources: ["testConnection", "extensions"],
  severity: "error",
  summary: "A dynamic call passes every parameter that the called operation requires.",
  why: `When a designer fills a dropdown, learns a schema or tests a connection it calls the operation with
the \`parameters\` of the extension and nothing else. A required parameter without \`default\` that is not passed makes
the call fail, so the service refuses the definition.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, target, pointer, value } = reference;
    if (target === undefined || others.includes(kind)) return;
    if ("parameters" in value && !isObject(value.parameters)) return;
    for (const { name, declared } of requiredInputs(reference)) {
      if (isPassed(reference, name)) continue;
      report({
        at: "parameters" in value ? child(pointer, "parameters") : pointer,
        message: `${nameOf(reference)} does not pass "${name}", which ${target.label} requires.`,
        related: [{ at: declared, message: `"${name}" is required here.` }],
        fix: fixOf(reference, name),
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
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "team",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "queue" does not pass "desk", which "ListQueues" requires.
              "operationId": "ListQueues",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {}
            //^^^^^^^^^^^^ x-ms-dynamic-list of "queue" does not pass "desk", which "ListQueues" requires.
            }
          },
          {
            "name": "folder",
            "in": "query",
            "required": true,
            "type": "string",
            "x-ms-dynamic-tree": {
              "open": {
                "operationId": "ListQueues",
                "itemValuePath": "id",
                "parameters": {
                  "desk": {
                    "value": "root"
                  }
                }
              },
              "browse": {
            //^^^^^^^^ The browse call of x-ms-dynamic-tree of "folder" does not pass "folder", which "ListFolders" requires.
                "operationId": "ListFolders",
                "itemValuePath": "id"
              }
            }
          },
          {
            "name": "member",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "FindMembers",
              "value-path": "id",
              "parameters": {
            //^^^^^^^^^^^^ x-ms-dynamic-values of "member" does not pass "body/team", which "FindMembers" requires.
                "role": "agent"
              }
            }
          }
        ]
      }
    },
    "/folders": {
      "get": {
        "operationId": "ListFolders",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "required": true,
            "type": "string"
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "api-version",
            "in": "query",
            "required": true,
            "type": "string",
            "default": "2024-05-01",
            "x-ms-visibility": "internal"
          }
        ]
      }
    },
    "/members/find": {
      "post": {
        "operationId": "FindMembers",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "required": ["team"],
              "properties": {
                "team": {
                  "type": "string"
                },
                "role": {
                  "type": "string"
                }
              }
            }
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
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "team",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "desk": {
                  "parameter": "desk"
                }
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemValuePath": "id",
              "parameters": {
                "desk": {
                  "parameterReference": "desk"
                }
              }
            }
          },
          {
            "name": "folder",
            "in": "query",
            "required": true,
            "type": "string",
            "x-ms-dynamic-tree": {
              "open": {
                "operationId": "ListQueues",
                "itemValuePath": "id",
                "parameters": {
                  "desk": {
                    "value": "root"
                  }
                }
              },
              "browse": {
                "operationId": "ListFolders",
                "itemValuePath": "id",
                "parameters": {
                  "folder": {
                    "selectedItemValuePath": "id"
                  }
                }
              }
            }
          },
          {
            "name": "member",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "FindMembers",
              "value-path": "id",
              "parameters": {
                "role": "agent",
                "team": {
                  "parameter": "team"
                }
              }
            }
          }
        ]
      }
    },
    "/folders": {
      "get": {
        "operationId": "ListFolders",
        "parameters": [
          {
            "name": "folder",
            "in": "query",
            "required": true,
            "type": "string"
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "api-version",
            "in": "query",
            "required": true,
            "type": "string",
            "default": "2024-05-01",
            "x-ms-visibility": "internal"
          }
        ]
      }
    },
    "/members/find": {
      "post": {
        "operationId": "FindMembers",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "required": ["team"],
              "properties": {
                "team": {
                  "type": "string"
                },
                "role": {
                  "type": "string"
                }
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
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "ListQueues",
      "parameters": {
        "desk": "main"
      }
    }
  },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "desk": {
                  "parameter": "desk"
                }
              }
            }
          },
          {
            "name": "member",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "FindMembers",
              "value-path": "id",
              "parameters": {
                "team.id": 7
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "FindMembers",
              "itemValuePath": "id",
              "parameters": {
                "body/team/id": {
                  "value": 7
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
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "api-version",
            "in": "query",
            "required": true,
            "type": "string",
            "default": "2024-05-01",
            "x-ms-visibility": "internal"
          },
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          }
        ]
      }
    },
    "/members/find": {
      "post": {
        "operationId": "FindMembers",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "required": ["team"],
              "properties": {
                "team": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
});

/** The inputs that every call must have, by full name, with where they are declared. */
function requiredInputs({ target }: DynamicReference): { name: string; declared: string }[] {
  return target!.parameters.flatMap((parameter) => {
    const { name, pointer, isRequired, value } = parameter;
    if (!isRequired || name === undefined || "default" in value) return [];
    if (parameter.in !== "body") return [{ name, declared: pointer }];
    const schema = parameter.schema;
    if (schema?.resolved === undefined || "default" in schema.resolved.value) return [];
    if (isArray(schema) !== false || isOpen(schema) || schema.properties.size === 0) return [];
    return requiredProperties(schema, name, new Set());
  });
}

function requiredProperties(
  schema: Schema,
  path: string,
  visited: Set<Schema>,
): { name: string; declared: string }[] {
  if (schema.resolved === undefined || visited.has(schema.resolved)) return [];
  visited.add(schema.resolved);
  return [...schema.properties].flatMap(([name, property]) => {
    const { resolved } = property;
    if (!schema.requires(name) || resolved === undefined || "default" in resolved.value) return [];
    const at = `${path}/${name}`;
    return resolved.properties.size > 0 && !isOpen(resolved)
      ? requiredProperties(resolved, at, visited)
      : [{ name: at, declared: property.pointer }];
  });
}

/** Whether an input, what it is in or something in it is passed. */
function isPassed({ target, parameters }: DynamicReference, name: string): boolean {
  const isInBody = name.startsWith(`${target!.body?.name}/`);
  return parameters.some((passed) => {
    const inputs = findInputs(target!, passed.name);
    if (typeof inputs === "string") return inputs === "unknown" && isInBody;
    return inputs.found.some((input) => {
      const full = fullName(input);
      return name === full || name.startsWith(`${full}/`) || full.startsWith(`${name}/`);
    });
  });
}

/** Passes the item that is opened in a tree, or the input of the same name of the operation with the extension. */
function fixOf(reference: DynamicReference, name: string): Fix | undefined {
  const { kind, pointer } = reference;
  const passed = inputOfSameName(reference, name);
  const full = passed && fullName(passed);
  const path = full?.slice(full.indexOf("/") + 1).replaceAll("/", ".");
  const value =
    full === undefined
      ? selectedItem(reference)
      : needsFullNames(kind)
        ? { parameterReference: full }
        : { parameter: path };
  if (value === undefined) return undefined;
  const key = needsFullNames(kind) ? name : name.slice(name.indexOf("/") + 1).replaceAll("/", ".");
  return {
    title: `Pass ${full === undefined ? "the item that is opened" : `"${full}"`} as "${key}"`,
    isSafe: false,
    edits: [{ set: child(pointer, "parameters", key), value }],
  };
}

function inputOfSameName({ sources, owner }: DynamicReference, name: string): Input | undefined {
  const [source] = sources;
  if (source === undefined || sources.length > 1) return undefined;
  const inputs = findInputs(source, name.slice(name.lastIndexOf("/") + 1));
  if (typeof inputs === "string" || inputs.found.length > 1) return undefined;
  const [input] = inputs.found;
  // What may be left empty is not enough for what is required, and no input can wait for itself.
  return isRequiredInput(input!) && !isPartOf(input!, owner) ? input : undefined;
}

/** Whether an input is what carries the extension, or in it. */
function isPartOf({ parameter, steps }: Input, owner: Schema | undefined): boolean {
  const places = [
    parameter.pointer,
    parameter.at("schema"),
    ...steps.flatMap((step) => [step.pointer, step.resolved?.pointer]),
  ];
  return owner !== undefined && places.includes(owner.pointer);
}

/** What passes the value of the item that a maker opens, where there is one that is not passed yet. */
function selectedItem(reference: DynamicReference): { selectedItemValuePath: string } | undefined {
  const { kind, step, value, parameters } = reference;
  const path = value.itemValuePath;
  if (kind !== "x-ms-dynamic-tree" || step !== "browse" || typeof path !== "string")
    return undefined;
  if (path.trim() === "" || parameters.some(({ passes }) => passes.what === "selectedItem"))
    return undefined;
  const isUnmet = unmetExpectations(reference).some(({ expectation }) => expectation.path === path);
  return isUnmet ? undefined : { selectedItemValuePath: path };
}
