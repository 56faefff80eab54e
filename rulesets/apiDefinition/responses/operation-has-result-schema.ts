import { asObject } from "../../../connector/values.js";
import { isWithoutContent, needsResult } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-has-result-schema",
  validatorCodes: ["SchemaDefinitionSetIncorrectly"],
  policies: ["5000.2.4.1"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "A GET operation that makers see says what it returns.",
  why: `From the schema of the response makers get the values that they can use in the next steps. A GET without one
offers nothing, and they have to parse the result themselves. The validator says so of every operation without a schema
on 200 or 201; others than GET often return nothing, which is right, so they are not told here.`,
  on: "operation",
  check(operation, { report }) {
    if (!needsResult(operation) || operation.isWebhook) return;
    // What a broken reference leaves unknown may have a schema.
    if (operation.responses.length < operation.responseCodes.length) return;
    const results = operation.responses.filter(({ code }) =>
      operation.responseCodes.length === 1 && code === "default"
        ? true
        : /^2\d\d$/.test(code) && !isWithoutContent(code),
    );
    // An empty schema of success is told by another rule.
    const isDescribed = results.some(
      ({ code, declared: { value } }) =>
        "schema" in value && (code !== "default" || Object.keys(asObject(value.schema)).length > 0),
    );
    // Others, such as 202, need none.
    const response = results.find(({ code }) => /^(200|201|default)$/.test(code));
    if (isDescribed || response === undefined) return;
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
