import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

/** The responses that never have a body. */
const bodiless = ["204", "205", "304"];

export default defineRule({
  name: "response-no-content-no-schema",
  validatorCodes: [],
  sources: ["coding"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The responses 204, 205 and 304 have no schema.",
  why: `A response with one of these codes has no body. Makers who pick a value of its schema get nothing at run time. If the
operation does return something, it does so with another code.`,
  on: "response",
  check(response, { report }) {
    const { schema } = response.value;
    if (!isObject(schema)) return;
    const use = response.uses.find(({ code }) => bodiless.includes(code));
    if (use === undefined) return;
    const isEmpty = Object.keys(schema).length === 0;
    // An empty one for success is told by another rule.
    if (isEmpty && use.code.startsWith("2") && !use.operation.isInternal) return;
    report({
      at: child(response.pointer, "schema"),
      message: `The response ${use.code} of ${use.operation.label} has a schema, but such a response has no body.`,
      fix: {
        title: "Remove the schema",
        isSafe: response.uses.every(({ code }) => bodiless.includes(code)),
        edits: [{ remove: child(response.pointer, "schema") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "204": {
            "description": "The ticket was deleted.",
            "schema": {
          //^^^^^^^^ The response 204 of "DeleteTicket" has a schema, but such a response has no body.
              "type": "string"
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
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "204": {
            "description": "The ticket was deleted."
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "200": {
            "description": "The deleted ticket.",
            "schema": { "type": "object", "properties": { "id": { "type": "string" } } }
          },
          "204": { "description": "There was nothing to delete." }
        }
      }
    }
  }
}`,
});
