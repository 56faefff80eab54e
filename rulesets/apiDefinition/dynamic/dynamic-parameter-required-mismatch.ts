import type { Operation } from "../../../connector/apiDefinition.js";
import { declarationOf, isRequiredInput } from "../../../connector/dynamicReference.js";
import type { JsonEdit } from "../../../connector/edit.js";
import { inputOf, nameOf, sourcesOf } from "../../dynamicCall.js";
import { requireInput } from "../../requireInput.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-parameter-required-mismatch",
  validatorCodes: ["OperationParameterRequiredMismatch"],
  severity: "warning",
  summary: "What a dynamic call requires comes from a required input.",
  why: `When a dropdown or a schema depends on another input and the called operation requires that input, nothing can
be listed until the maker fills it. An optional input is easily left empty, and then the dropdown shows an error.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const passed of reference.parameters) {
      const { passes, name } = passed;
      const goal = inputOf(reference.target, name, reference.kind);
      if (passes.what !== "source" || goal === undefined) continue;
      if (!isRequiredInput(goal) || "default" in (declarationOf(goal) ?? {})) continue;
      for (const { operation, inputs } of sourcesOf(reference, passed)) {
        const [input] = inputs;
        if (input === undefined || inputs.length > 1 || isRequiredInput(input)) continue;
        if ("default" in (declarationOf(input) ?? {})) continue;
        const edits = requireInput(input.parameter, input.steps);
        report({
          at: passes.pointer,
          message: `${nameOf(reference)} passes "${passes.name}", which is optional in ${operation.label}, ${passes.name === name ? "to" : `as "${name}" to`} ${reference.target!.label}, which requires it.`,
          related: [
            {
              at: input.steps.at(-1)?.pointer ?? input.parameter.pointer,
              message: `"${passes.name}" is optional.`,
            },
          ],
          fix:
            // What several operations share is not for one of them to change.
            edits === undefined || !edits.every((edit) => isWithin(edit, operation))
              ? undefined
              : {
                  title: `Require "${passes.name}" in ${operation.label}`,
                  isSafe: false,
                  byHand: "breaks",
                  edits,
                },
        });
        break;
      }
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string"
          },
          {
            "name": "queue",
            "in": "query",
            "required": true,
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "desk": {
                  "parameter": "desk"
                             //^^^^^^ x-ms-dynamic-values of "queue" passes "desk", which is optional in "CreateTicket", to "ListQueues", which requires it.
                }
              }
            }
          },
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "required": ["subject"],
              "properties": {
                "subject": {
                  "type": "string"
                },
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "team": {
                        "parameterReference": "body/team"
                                            //^^^^^^^^^^^ x-ms-dynamic-list of "member" passes "body/team", which is optional in "CreateTicket", as "team" to "ListMembers", which requires it.
                      }
                    }
                  }
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
          }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "required": true,
            "type": "string"
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
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string",
            "required": true
          },
          {
            "name": "queue",
            "in": "query",
            "required": true,
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
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "required": ["subject", "team"],
              "properties": {
                "subject": {
                  "type": "string"
                },
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "team": {
                        "parameterReference": "body/team"
                      }
                    }
                  }
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
          }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "required": true,
            "type": "string"
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
            "name": "desk",
            "in": "query",
            "required": true,
            "type": "string"
          },
          {
            "name": "state",
            "in": "query",
            "type": "string"
          },
          {
            "name": "region",
            "in": "query",
            "type": "string",
            "default": "eu"
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
                },
                "state": {
                  "parameter": "state"
                },
                "region": {
                  "parameter": "region"
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
            "name": "state",
            "in": "query",
            "type": "string"
          },
          {
            "name": "region",
            "in": "query",
            "required": true,
            "type": "string"
          }
        ]
      }
    }
  }
}`,
});

function isWithin(edit: JsonEdit, { pointer }: Operation): boolean {
  return "set" in edit && edit.set.startsWith(`${pointer}/`);
}
