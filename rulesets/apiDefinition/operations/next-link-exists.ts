import { isOpen } from "../../../connector/dynamicReference.js";
import { asObject, member } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "next-link-exists",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "The link to the next page is a text that the operation returns.",
  why: `\`x-ms-pageable\` names the property of the result that has the address of the next page. When there is none, the designer
shows the first page and never asks for another.`,
  on: "operation",
  check(operation, { report }) {
    const name = member(asObject(operation.value["x-ms-pageable"]), "nextLinkName");
    const result = operation.resultSchema?.resolved;
    if (typeof name !== "string" || name === "" || result === undefined) return;
    const at = operation.at("x-ms-pageable", "nextLinkName");
    const property = result.properties.get(name);
    if (property === undefined) {
      if (isOpen(result)) return;
      const meant = nearest(name, result.properties.keys(), 2);
      report({
        at,
        message: `${operation.label} does not return "${name}", which x-ms-pageable says is the link to the next page.${meant === undefined ? "" : ` Is "${meant}" meant?`}`,
        related: [{ at: result.pointer, message: "This is what it returns." }],
      });
      return;
    }
    const type = property.resolved?.type;
    if (type !== undefined && type !== "string")
      report({
        at,
        message: `"${name}", the link to the next page of ${operation.label}, must be a string, but is of type ${type}.`,
        related: [{ at: property.pointer, message: "Here is its type." }],
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
                        //^^^^^^^^^^ "ListTickets" does not return "nextLink", which x-ms-pageable says is the link to the next page. Is "next_link" meant?
        },
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": {
              "type": "object",
              "properties": {
                "value": { "type": "array", "items": { "type": "string" } },
                "next_link": { "type": "string" }
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
                        //^^^^^^^^^^ "nextLink", the link to the next page of "ListQueues", must be a string, but is of type object.
        },
        "responses": {
          "200": {
            "description": "The queues.",
            "schema": {
              "type": "object",
              "properties": {
                "nextLink": { "type": "object" }
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
          "200": {
            "description": "The tickets.",
            "schema": {
              "type": "object",
              "properties": { "nextLink": { "type": "string" } }
            }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "x-ms-pageable": { "nextLinkName": "nextLink" },
        "responses": {
          "200": { "description": "The queues.", "schema": { "type": "object" } }
        }
      }
    }
  }
}`,
});
