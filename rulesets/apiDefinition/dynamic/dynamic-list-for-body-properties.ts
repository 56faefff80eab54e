import type { Input } from "../../../connector/dynamicReference.js";
import { nameOf, newerFormOf, sourcesOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-list-for-body-properties",
  validatorCodes: [
    "DynamicListExtensionRequiredForNonParameterReferences",
    "DynamicListExtensionRequiredForAmbiguousReferences",
  ],
  sources: ["extensions"],
  severity: "error",
  summary: "A dropdown that depends on a property of the body has x-ms-dynamic-list.",
  why: `\`x-ms-dynamic-values\` passes on inputs by their bare names, which do not tell a property of the body from a
parameter. \`x-ms-dynamic-list\` calls them by their full names, such as \`body/team\`. Wherever a dropdown depends on a
property of the body the service wants it beside \`x-ms-dynamic-values\`.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, owner, value } = reference;
    if (kind !== "x-ms-dynamic-values" || owner === undefined || "capability" in value) return;
    if ("x-ms-dynamic-list" in owner.value) return;
    for (const passed of reference.parameters) {
      const inputs = sourcesOf(reference, passed).flatMap((source) => source.inputs);
      if (passed.passes.what !== "source" || !inputs.some(({ steps }) => steps.length > 0))
        continue;
      const { name } = passed.passes;
      const isAmbiguous = inputs.some(({ steps }) => steps.length === 0);
      report({
        at: reference.pointer,
        code: isAmbiguous
          ? "DynamicListExtensionRequiredForAmbiguousReferences"
          : "DynamicListExtensionRequiredForNonParameterReferences",
        message: isAmbiguous
          ? `${nameOf(reference)} passes "${name}", which is both a parameter and a property of the body, and has no x-ms-dynamic-list beside it that tells which.`
          : `${nameOf(reference)} passes "${name}", a property of the body, and has no x-ms-dynamic-list beside it.`,
        fix: {
          title: "Add an x-ms-dynamic-list",
          // How the items of an array are called is not documented.
          isSafe: !isAmbiguous && !inputs.some(isInArray),
          edits: [{ set: owner.at("x-ms-dynamic-list"), value: newerFormOf(reference) }],
        },
      });
      return;
    }
  },
  bad: `
{
  "paths": {
    "/changes": {
      "post": {
        "operationId": "CreateChange",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "member" passes "team", which is both a parameter and a property of the body, and has no x-ms-dynamic-list beside it that tells which.
                    "operationId": "ListMembers",
                    "value-collection": "value",
                    "value-path": "id",
                    "parameters": {
                      "team": {
                        "parameter": "team"
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "string"
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "member" passes "team.id", a property of the body, and has no x-ms-dynamic-list beside it.
                    "operationId": "ListMembers",
                    "value-collection": "value",
                    "value-path": "id",
                    "value-title": "name",
                    "parameters": {
                      "team": {
                        "parameter": "team.id"
                      },
                      "limit": 100
                    }
                  }
                }
              }
            }
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
            "type": "string"
          },
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/changes": {
      "post": {
        "operationId": "CreateChange",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string"
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "ListMembers",
                    "value-collection": "value",
                    "value-path": "id",
                    "parameters": {
                      "team": {
                        "parameter": "team"
                      }
                    }
                  },
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemsPath": "value",
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "string"
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "ListMembers",
                    "value-collection": "value",
                    "value-path": "id",
                    "value-title": "name",
                    "parameters": {
                      "team": {
                        "parameter": "team.id"
                      },
                      "limit": 100
                    }
                  },
                  "x-ms-dynamic-list": {
                    "operationId": "ListMembers",
                    "itemsPath": "value",
                    "itemValuePath": "id",
                    "itemTitlePath": "name",
                    "parameters": {
                      "team": {
                        "parameterReference": "body/team/id"
                      },
                      "limit": {
                        "value": 100
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
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [
          {
            "name": "team",
            "in": "query",
            "type": "string"
          },
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
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
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "desk",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "team": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "ListTeams",
                    "value-path": "id",
                    "parameters": {
                      "desk": {
                        "parameter": "desk"
                      }
                    }
                  }
                },
                "member": {
                  "type": "string",
                  "x-ms-dynamic-values": {
                    "operationId": "ListMembers",
                    "value-path": "id",
                    "parameters": {
                      "team": {
                        "parameter": "team"
                      }
                    }
                  },
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
    }
  }
}`,
});

function isInArray({ steps }: Input): boolean {
  return steps.some(({ propertyName }) => propertyName === undefined);
}
