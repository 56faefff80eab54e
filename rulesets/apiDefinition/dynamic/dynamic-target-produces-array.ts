import { isArray } from "../../../connector/dynamicReference.js";
import { nameOf } from "../../dynamicCall.js";
import { ownUnmetExpectations, pathFix } from "../../resultPath.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-target-produces-array",
  validatorCodes: ["InvokedOperationShouldProduceArray"],
  sources: ["extensions"],
  severity: "warning",
  summary: "A dropdown takes its items from an array in the result of the called operation.",
  why: `The items of a dropdown are those of an array. \`value-collection\` (in \`x-ms-dynamic-values\`) or
\`itemsPath\` (in \`x-ms-dynamic-list\` and \`x-ms-dynamic-tree\`) says where in the result it is; without them the whole
result must be one. When it is no array the designer has nothing to list.`,
  on: "dynamicReference",
  check(reference, { report }) {
    for (const unmet of ownUnmetExpectations(reference)) {
      const { expectation, problem, at } = unmet;
      if (problem !== "notArray") continue;
      const { pointer, path } = expectation;
      const arrays = [...at.properties].flatMap(([name, property]) =>
        property.resolved !== undefined && isArray(property.resolved) === true ? [name] : [],
      );
      const [array] = arrays.length === 1 ? arrays : [];
      const target = reference.target!;
      report({
        at: pointer ?? reference.pointer,
        message:
          path === ""
            ? `${nameOf(reference)} lists what ${target.label} returns, but that is no array${array === undefined ? "" : `; the array in it is "${array}"`}.`
            : `${nameOf(reference)} lists "${path}" of what ${target.label} returns, but that is no array.`,
        related: [{ at: at.pointer, message: "This is no array." }],
        fix: pathFix(reference, unmet, "List"),
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
          //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-values of "queue" lists what "ListQueues" returns, but that is no array; the array in it is "value".
              "operationId": "ListQueues",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "page",
                         //^^^^^^ x-ms-dynamic-list of "queue" lists "page" of what "ListQueues" returns, but that is no array.
              "itemValuePath": "id"
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
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      }
                    }
                  }
                },
                "page": {
                  "type": "object",
                  "properties": {
                    "entries": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "id": {
                            "type": "string"
                          }
                        }
                      }
                    }
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
              "value-collection": "value"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListQueues",
              "itemsPath": "page/entries",
              "itemValuePath": "id"
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
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string"
                      }
                    }
                  }
                },
                "page": {
                  "type": "object",
                  "properties": {
                    "entries": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "properties": {
                          "id": {
                            "type": "string"
                          }
                        }
                      }
                    }
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
              "value-collection": "page/value",
              "value-path": "id"
            },
            "x-ms-dynamic-list": {
              "operationId": "ListNames",
              "itemValuePath": ""
            }
          },
          {
            "name": "tag",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListAnything",
              "value-path": "id"
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
              "$ref": "#/definitions/QueuePage"
            }
          }
        }
      }
    },
    "/names": {
      "get": {
        "operationId": "ListNames",
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        }
      }
    },
    "/anything": {
      "get": {
        "operationId": "ListAnything",
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
    "QueuePage": {
      "type": "object",
      "properties": {
        "page": {
          "allOf": [
            {
              "$ref": "#/definitions/Page"
            }
          ]
        }
      }
    },
    "Page": {
      "type": "object",
      "properties": {
        "value": {
          "type": "array",
          "items": {
            "type": "object"
          }
        }
      }
    }
  }
}`,
});
