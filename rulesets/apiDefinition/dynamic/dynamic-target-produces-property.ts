import { isArray } from "../../../connector/dynamicReference.js";
import type { Schema } from "../../../connector/schema.js";
import { differsFromOlderForm, nameOf } from "../../dynamicCall.js";
import { ownUnmetExpectations, pathFix } from "../../resultPath.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-target-produces-property",
  validatorCodes: ["InvokedOperationShouldProduceProperty"],
  sources: ["extensions"],
  severity: "warning",
  summary: "The paths of a dynamic call lead to properties of what the called operation returns.",
  why: `The paths of an extension say where in the result the items, their values and titles or the schema are.
A property that the response does not declare is usually misspelled; then the dropdown shows nothing or the schema
stays empty. Where a response leaves open what it holds nothing is found.`,
  on: "dynamicReference",
  check(reference, { report }) {
    // Both forms are judged together, by a rule of their own.
    if (differsFromOlderForm(reference)) return;
    for (const unmet of ownUnmetExpectations(reference)) {
      const { expectation, problem, reached, at } = unmet;
      const { path, pointer, key } = expectation;
      if (problem !== "missing" || pointer === undefined) continue;
      const names = path.split("/").filter((name) => name !== "");
      const ofItems = expectation.from === "item";
      const result = `${ofItems ? "the items that" : "what"} ${reference.target!.label} returns`;
      const place = reached.length > 0 ? `"${reached.join("/")}" of ${result}` : result;
      report({
        at: pointer,
        message: `${nameOf(reference)} has the ${key} "${path}", but ${place} ${describe(
          at,
          names[reached.length]!,
          ofItems && reached.length === 0,
        )}.`,
        related: [{ at: at.pointer, message: `"${names[reached.length]}" is not in here.` }],
        fix: pathFix(reference, unmet, "Replace by"),
      });
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
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "Value",
                                //^^^^^^^ x-ms-dynamic-values of "queue" has the value-collection "Value", but what "ListQueues" returns has no "Value", only "value".
              "value-path": "name"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "value",
              "itemValuePath": "key",
                             //^^^^^ x-ms-dynamic-list of "queue" has the itemValuePath "key", but the items that "ListQueues" returns have no "key", only "keys" and "name".
              "itemTitlePath": "nmae"
                             //^^^^^^ x-ms-dynamic-list of "queue" has the itemTitlePath "nmae", but the items that "ListQueues" returns have no "nmae", only "keys" and "name".
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "result/schemas"
                            //^^^^^^^^^^^^^^^^ x-ms-dynamic-schema has the value-path "result/schemas", but "result" of what "GetTicketSchema" returns has no "schemas", only "schema".
              }
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
            "description": "The queues.",
            "schema": {
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "$ref": "#/definitions/Queue"
                  }
                }
              }
            }
          }
        }
      }
    },
    "/tickets/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "responses": {
          "200": {
            "description": "The schema.",
            "schema": {
              "type": "object",
              "properties": {
                "result": {
                  "type": "object",
                  "properties": {
                    "schema": {
                      "type": "object"
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Queue": {
      "type": "object",
      "properties": {
        "keys": {
          "type": "string"
        },
        "name": {
          "type": "string"
        }
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
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "value",
              "value-path": "name"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "value",
              "itemValuePath": "keys",
              "itemTitlePath": "name"
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "result/schema"
              }
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
            "description": "The queues.",
            "schema": {
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "$ref": "#/definitions/Queue"
                  }
                }
              }
            }
          }
        }
      }
    },
    "/tickets/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "responses": {
          "200": {
            "description": "The schema.",
            "schema": {
              "type": "object",
              "properties": {
                "result": {
                  "type": "object",
                  "properties": {
                    "schema": {
                      "type": "object"
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Queue": {
      "type": "object",
      "properties": {
        "keys": {
          "type": "string"
        },
        "name": {
          "type": "string"
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
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-collection": "value",
              "value-path": "id",
              "value-title": "owner/name"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "value",
              "itemValuePath": "labels/anything"
            }
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "value-path": "schema"
              }
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
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "allOf": [
                      {
                        "$ref": "#/definitions/Queue"
                      }
                    ]
                  }
                }
              }
            }
          }
        }
      }
    },
    "/tickets/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "responses": {
          "200": {
            "schema": {
              "type": "object"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Queue": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "owner": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            }
          }
        },
        "labels": {
          "type": "object",
          "additionalProperties": {
            "type": "string"
          }
        }
      }
    }
  }
}`,
});

/** What is there instead of a property. */
function describe(at: Schema, missing: string, isPlural: boolean): string {
  const names = [...at.properties.keys()].map((name) => `"${name}"`);
  if (names.length === 0) {
    if (isArray(at) === true) return isPlural ? "are arrays" : "is an array";
    return `${isPlural ? "are" : "is"} of type ${at.type}`;
  }
  const shown = names.length > 6 ? [...names.slice(0, 5), "others"] : names;
  const list = [shown.slice(0, -1).join(", "), shown.at(-1)].filter((part) => part !== "");
  return `${isPlural ? "have" : "has"} no "${missing}", only ${list.join(" and ")}`;
}
