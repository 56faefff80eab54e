import {
  declarationOf,
  isInternalInput,
  needsFullNames,
} from "../../../connector/dynamicReference.js";
import { nameOf, sourcesOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-source-not-internal",
  validatorCodes: ["SourcePropertyInternal"],
  sources: ["extensions"],
  severity: "error",
  summary: "A dynamic call passes on only inputs that makers see.",
  why: `An internal input is not in the designer, so there is no value to pass on when the designer calls the
operation. Its default must be written into the extension as a fixed value instead.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const passed of reference.parameters) {
      const { passes, pointer, name } = passed;
      if (passes.what !== "source") continue;
      for (const { operation, inputs } of sourcesOf(reference, passed)) {
        const [input] = inputs;
        if (input === undefined || inputs.length > 1 || !isInternalInput(input)) continue;
        const declaration = declarationOf(input) ?? {};
        report({
          at: passes.pointer,
          message: `${nameOf(reference)} passes "${passes.name}" as "${name}", but in ${operation.label} that input is internal.`,
          related: [
            {
              at: input.steps.at(-1)?.pointer ?? input.parameter.pointer,
              message: `"${passes.name}" is internal.`,
            },
          ],
          fix:
            "default" in declaration
              ? {
                  title: `Pass its default ${JSON.stringify(declaration.default)}`,
                  isSafe: true,
                  edits: [
                    {
                      set: pointer,
                      value: needsFullNames(reference.kind)
                        ? { value: declaration.default }
                        : declaration.default,
                    },
                  ],
                }
              : undefined,
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
            "name": "version",
            "in": "query",
            "required": true,
            "type": "integer",
            "default": 2,
            "x-ms-visibility": "internal"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "version": {
                  "parameter": "version"
                             //^^^^^^^^^ x-ms-dynamic-values of "queue" passes "version" as "version", but in "CreateTicket" that input is internal.
                }
              }
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "source": {
                  "type": "object",
                  "x-ms-visibility": "internal",
                  "properties": {
                    "kind": {
                      "type": "string",
                      "default": "flow"
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "kind": {
                        "parameterReference": "body/source/kind"
                                            //^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list of "member" passes "body/source/kind" as "kind", but in "CreateTicket" that input is internal.
                      }
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
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "version",
            "in": "query",
            "required": true,
            "type": "integer",
            "default": 2,
            "x-ms-visibility": "internal"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "version": 2
              }
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "source": {
                  "type": "object",
                  "x-ms-visibility": "internal",
                  "properties": {
                    "kind": {
                      "type": "string",
                      "default": "flow"
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemValuePath": "id",
                    "parameters": {
                      "kind": {
                        "value": "flow"
                      }
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
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "version",
            "in": "query",
            "required": true,
            "type": "integer",
            "default": 2,
            "x-ms-visibility": "internal"
          },
          {
            "name": "desk",
            "in": "query",
            "type": "string",
            "x-ms-visibility": "advanced"
          },
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "version": 2,
                "desk": {
                  "parameter": "desk"
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
