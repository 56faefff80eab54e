import { asString, member } from "../../../connector/values.js";
import { nextLinkFault, nextLinkNames } from "../../nextLink.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "pageable-next-link-in-response",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary:
    "The result of an operation with pages has the property with the address of the next page.",
  why: `\`x-ms-pageable\` names the property of the result in which the address of the next page is. When the schema of
the result has no such text, the schema is not complete or the name is wrong; in the latter case a flow gets the first page only.`,
  on: "operation",
  check(operation, { report }) {
    const name = asString(member(operation.value["x-ms-pageable"], "nextLinkName"));
    if (name === undefined || !nextLinkNames.includes(name)) return;
    const fault = nextLinkFault(operation, name);
    if (fault === undefined) return;
    report({
      at: operation.at("x-ms-pageable", "nextLinkName"),
      message: `The address of the next page of ${operation.label} is in "${name}", but ${fault.reason}.`,
      related: [{ at: fault.at, message: "This is what the response declares." }],
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": {
          "nextLinkName": "nextLink"
                        //^^^^^^^^^^ The address of the next page of "ListTickets" is in "nextLink", but its result has no such property.
        },
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-pageable": {
          "nextLinkName": "@odata.nextLink"
                        //^^^^^^^^^^^^^^^^^ The address of the next page of "ListPeople" is in "@odata.nextLink", but that property of its result is of type integer instead of string.
        },
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "@odata.nextLink": {
                  "type": "integer"
                }
              }
            }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "x-ms-pageable": {
          "nextLinkName": "nextLink"
                        //^^^^^^^^^^ The address of the next page of "ListQueues" is in "nextLink", but its result is of type array and has no properties.
        },
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
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
        "x-ms-pageable": { "nextLinkName": "nextLink" },
        "responses": {
          "200": { "description": "OK", "schema": { "$ref": "#/definitions/Page" } }
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-pageable": { "nextLinkName": "nextLink" },
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  },
  "definitions": {
    "Page": {
      "allOf": [
        { "type": "object", "properties": { "nextLink": { "type": "string" } } },
        { "type": "object", "properties": { "count": { "type": "integer" } } }
      ]
    }
  }
}`,
});
