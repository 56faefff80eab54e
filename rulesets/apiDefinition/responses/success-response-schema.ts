import { defineRule } from "../../rule.js";

export default defineRule({
  name: "success-response-schema",
  validatorCodes: ["SchemaDefinitionSetIncorrectly"],
  policies: ["5000.2.4.1"],
  sources: ["coding"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "An operation that reads something says what comes back.",
  why: `Makers pick the values of a result from the schema of the response 200 or 201. Without one there is nothing to pick,
and they have to parse the result themselves. The validator asks it of every operation; here it is asked of those with GET
only, since others may well return nothing, as a third of the published connectors have it.`,
  on: "operation",
  check(operation, { report }) {
    const { method, isInternal, responses, pathItem } = operation;
    if (method !== "get" || isInternal || pathItem.notificationContent !== undefined) return;
    const successes = responses.filter(({ code }) => code === "200" || code === "201");
    const [first] = successes;
    // One without such a response, or with an empty schema, is told by other rules.
    if (first === undefined) return;
    if (responses.some(({ code, declared }) => /^2/.test(code) && "schema" in declared.value))
      return;
    report({
      at: first.pointer,
      message: `The response ${first.code} of ${operation.label} has no schema, so that makers get nothing from it.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
        //^^^^^ The response 200 of "GetTicket" has no schema, so that makers get nothing from it.
            "description": "The ticket."
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
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "The ticket.",
            "schema": { "type": "object", "properties": { "id": { "type": "string" } } }
          }
        }
      },
      "delete": {
        "operationId": "DeleteTicket",
        "responses": { "200": { "description": "The ticket was deleted." } }
      }
    },
    "/status": {
      "get": {
        "operationId": "GetStatus",
        "x-ms-visibility": "internal",
        "responses": { "200": { "description": "All is well." } }
      }
    }
  }
}`,
});
