import { asObject, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-no-default-only",
  validatorCodes: ["OperationShouldHaveSuccessfulResponse"],
  sources: ["submission", "coding"],
  severity: "warning",
  summary: "No operation has a default response alone.",
  why: `\`default\` stands for every status code that is not listed, so it says nothing about success.
The validator warns about it, and reviewers ask for a response such as 200 with the schema of what comes back.`,
  on: "operation",
  check(operation, { report }) {
    const codes = operation.responseCodes;
    const { schema } = asObject(asObject(operation.value.responses).default);
    const isEmpty = isObject(schema) && Object.keys(schema).length === 0;
    if (codes.length === 1 && codes[0] === "default")
      report({
        at: operation.at("responses"),
        message: `The operation ${operation.label} has a default response only and none for success such as 200.`,
        fix: {
          title: `Make the default response the response 200`,
          isSafe: false,
          edits: [
            { renameKey: operation.at("responses", "default"), to: "200" },
            // An empty schema would be no better there.
            ...(isEmpty ? [{ remove: operation.at("responses", "200", "schema") }] : []),
          ],
        },
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
      //^^^^^^^^^^^ The operation "ListTickets" has a default response only and none for success such as 200.
          "default": {
            "description": "The tickets.",
            "schema": { "type": "array", "items": { "type": "string" } }
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
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": { "type": "array", "items": { "type": "string" } }
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
        "responses": {
          "200": { "description": "The tickets." },
          "default": { "description": "An error." }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": {}
      }
    }
  }
}`,
});
