import { needsResult, undescribedResult, wantsSchema } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-has-output-schema",
  validatorCodes: ["SchemaDefinitionSetIncorrectly"],
  policies: ["5000.2.4.1"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "An operation that changes something says what it returns, if it does.",
  why: `The validator asks every operation for a schema on its response 200 or 201. Many that create or change something
return what came of it, such as a new id, and without a schema makers cannot use it. Where nothing comes back, the response
204 says so. Reading operations have a rule of their own, and an MCP server answers assistants.`,
  on: "operation",
  check(operation, { report }) {
    if (needsResult(operation) || !wantsSchema(operation)) return;
    const response = undescribedResult(operation);
    if (response !== undefined)
      report({
        at: response.pointer,
        message: `The response ${response.code} of ${operation.label} has no schema. If something comes back, say what; else make it 204.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": {
        //^^^^^ The response 201 of "CreateTicket" has no schema. If something comes back, say what; else make it 204.
            "description": "The ticket was created."
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
        "responses": {
          "201": {
            "description": "The ticket.",
            "schema": { "type": "object", "properties": { "id": { "type": "string" } } }
          }
        }
      }
    },
    "/tickets/{id}": {
      "patch": {
        "operationId": "UpdateTicket",
        "responses": { "204": { "description": "The ticket was changed." } }
      },
      "delete": {
        "operationId": "DeleteTicket",
        "responses": { "200": { "description": "The ticket was deleted." } }
      }
    },
    "/mcp": {
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp-streamable-1.0",
        "responses": { "200": { "description": "What the server says." } }
      }
    }
  }
}`,
});
