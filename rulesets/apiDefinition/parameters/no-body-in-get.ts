import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-body-in-get",
  validatorCodes: ["BodyOrFormDataParameterInFetchOperationNotAllowed"],
  severity: "error",
  summary: "A GET or HEAD operation has no body and no form data.",
  why: `A GET request carries its parameters in path, query and headers.
The service refuses a definition in which one has a \`body\` or \`formData\` parameter; an operation that needs one is a POST.`,
  on: "operation",
  check(operation, { report }) {
    if (operation.method !== "get" && operation.method !== "head") return;
    const entry = operation.effectiveParameters.find(
      ({ declared }) => declared.in === "body" || declared.in === "formData",
    );
    if (entry === undefined) return;
    const isInherited = !operation.parameterEntries.includes(entry);
    report({
      at: isInherited ? operation.pointer : entry.pointer,
      message: `${operation.label} is a ${operation.method.toUpperCase()} operation and must not have the ${entry.declared.label}.`,
      related: isInherited ? [{ at: entry.pointer, message: "It is listed here." }] : [],
    });
  },
  bad: `
{
  "paths": {
    "/tickets/search": {
      "get": {
        "operationId": "SearchTickets",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        //^ "SearchTickets" is a GET operation and must not have the body parameter "body".
        ]
      }
    },
    "/tickets/count": {
      "head": {
        "operationId": "CountTickets",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        //^ "CountTickets" is a HEAD operation and must not have the body parameter "body".
        ]
      }
    },
    "/tickets/import": {
      "parameters": [
        { "name": "file", "in": "formData", "type": "file" }
      ],
      "get": {
    //^^^^^ "GetImport" is a GET operation and must not have the form data parameter "file".
        "operationId": "GetImport"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/search": {
      "get": {
        "operationId": "SearchTickets",
        "parameters": [
          { "name": "body", "in": "query", "type": "string" }
        ]
      },
      "delete": {
        "operationId": "DeleteTickets",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}`,
});
