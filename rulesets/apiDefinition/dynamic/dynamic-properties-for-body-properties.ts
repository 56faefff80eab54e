import { nameOf, newerFormOf, schemaPath, sourcesOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";
import type { ValidatorCode } from "../../validatorCodes.js";

export default defineRule({
  name: "dynamic-properties-for-body-properties",
  validatorCodes: [
    "DynamicPropertiesExtensionRequiredForNonParameterReferences",
    "DynamicPropertiesExtensionRequiredForAmbiguousReferences",
    "DynamicPropertiesExtensionRequiredForPropertiesValuePath",
  ],
  sources: ["extensions"],
  severity: "error",
  summary: "A dynamic schema that depends on a property of the body has x-ms-dynamic-properties.",
  why: `\`x-ms-dynamic-schema\` passes on inputs by their bare names, which do not tell a property of the body from a
parameter, and its \`value-path\` may name the properties instead of the schema. \`x-ms-dynamic-properties\` has full
names such as \`body/team\` and the path of the schema itself. In both cases the service wants it beside the older form.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, owner, value, pointer } = reference;
    if (kind !== "x-ms-dynamic-schema" || owner === undefined) return;
    if ("x-ms-dynamic-properties" in owner.value) return;
    const add = (code: ValidatorCode, problem: string, at = pointer) =>
      report({
        at,
        code,
        message: `${nameOf(reference)} ${problem}.`,
        fix: reference.target && {
          title: "Add x-ms-dynamic-properties",
          isSafe: !code.includes("Ambiguous"),
          edits: [{ set: owner.at("x-ms-dynamic-properties"), value: newerFormOf(reference) }],
        },
      });
    const path = value["value-path"];
    if (typeof path === "string" && schemaPath(path) !== path)
      return add(
        "DynamicPropertiesExtensionRequiredForPropertiesValuePath",
        `has the value-path "${path}", which names properties, and no x-ms-dynamic-properties beside it that names the schema`,
        `${pointer}/value-path`,
      );
    for (const passed of reference.parameters) {
      const inputs = sourcesOf(reference, passed).flatMap((source) => source.inputs);
      if (passed.passes.what !== "source" || !inputs.some(({ steps }) => steps.length > 0))
        continue;
      const { name } = passed.passes;
      return inputs.some(({ steps }) => steps.length === 0)
        ? add(
            "DynamicPropertiesExtensionRequiredForAmbiguousReferences",
            `passes "${name}", which is both a parameter and a property of the body, and has no x-ms-dynamic-properties beside it that tells which`,
          )
        : add(
            "DynamicPropertiesExtensionRequiredForNonParameterReferences",
            `passes "${name}", a property of the body, and has no x-ms-dynamic-properties beside it`,
          );
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
            "name": "queue",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "queue": {
                  "type": "string"
                },
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema of "fields" passes "queue", which is both a parameter and a property of the body, and has no x-ms-dynamic-properties beside it that tells which.
                    "operationId": "GetTicketSchema",
                    "value-path": "schema",
                    "parameters": {
                      "queue": {
                        "parameter": "queue"
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
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" },
          { "name": "mode", "in": "query", "type": "string" }
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
                "queue": {
                  "type": "string"
                },
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema of "fields" passes "queue", a property of the body, and has no x-ms-dynamic-properties beside it.
                    "operationId": "GetTicketSchema",
                    "value-path": "schema",
                    "parameters": {
                      "queue": {
                        "parameter": "queue"
                      },
                      "mode": "create"
                    }
                  }
                }
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema/properties",
                            //^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema has the value-path "schema/properties", which names properties, and no x-ms-dynamic-properties beside it that names the schema.
                "parameters": {}
              }
            }
          }
        }
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
            "name": "queue",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "queue": {
                  "type": "string"
                },
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                    "operationId": "GetTicketSchema",
                    "value-path": "schema",
                    "parameters": {
                      "queue": {
                        "parameter": "queue"
                      }
                    }
                  },
                  "x-ms-dynamic-properties": {
                    "operationId": "GetTicketSchema",
                    "itemValuePath": "schema",
                    "parameters": {
                      "queue": {
                        "parameterReference": "body/queue"
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
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" },
          { "name": "mode", "in": "query", "type": "string" }
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
                "queue": {
                  "type": "string"
                },
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                    "operationId": "GetTicketSchema",
                    "value-path": "schema",
                    "parameters": {
                      "queue": {
                        "parameter": "queue"
                      },
                      "mode": "create"
                    }
                  },
                  "x-ms-dynamic-properties": {
                    "operationId": "GetTicketSchema",
                    "itemValuePath": "schema",
                    "parameters": {
                      "queue": {
                        "parameterReference": "body/queue"
                      },
                      "mode": {
                        "value": "create"
                      }
                    }
                  }
                }
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema/properties",
                "parameters": {}
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "itemValuePath": "schema",
                "parameters": {}
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
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "mode",
            "in": "query",
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "queue": {
                  "type": "string"
                },
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                    "operationId": "GetTicketSchema",
                    "value-path": "schema/properties",
                    "parameters": {
                      "queue": {
                        "parameter": "queue"
                      }
                    }
                  },
                  "x-ms-dynamic-properties": {
                    "operationId": "GetTicketSchema",
                    "itemValuePath": "schema",
                    "parameters": {
                      "queue": {
                        "parameterReference": "body/queue"
                      }
                    }
                  }
                }
              }
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema",
                "parameters": {
                  "mode": {
                    "parameter": "mode"
                  }
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
