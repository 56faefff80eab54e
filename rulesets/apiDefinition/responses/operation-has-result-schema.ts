import { needsResult, undescribedResult } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-has-result-schema",
  validatorCodes: ["SchemaDefinitionSetIncorrectly"],
  policies: ["5000.2.4.1"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "A GET operation that makers see says what it returns.",
  why: `From the schema of the response makers get the values that they can use in the next steps. A GET without one
offers nothing, and they have to parse the result themselves.`,
  on: "operation",
  check(operation, { report }) {
    const response = undescribedResult(operation);
    if (response === undefined || !needsResult(operation)) return;
    report({
      at: response.pointer,
      message: `The operation ${operation.label} has no schema for what it returns, so that makers can use nothing of it.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
        //^^^^^ The operation "ListTickets" has no schema for what it returns, so that makers can use nothing of it.
            "description": "The tickets."
          },
          "404": {
            "description": "There is no such ticket."
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
          "200": { "description": "The tickets.", "schema": { "type": "array", "items": {} } }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": { "201": { "description": "Created" } }
      }
    },
    "/tickets/{id}/rebuild": {
      "get": {
        "operationId": "RebuildTicket",
        "responses": { "204": { "description": "Nothing comes back." } }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "responses": { "default": { "description": "OK", "schema": { "type": "object" } } }
      }
    },
    "/status": {
      "get": {
        "operationId": "TestConnection",
        "x-ms-visibility": "internal",
        "responses": { "200": { "description": "OK" } }
      }
    }
  }
}`,
});
