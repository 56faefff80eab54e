import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-summary-not-x-ms-summary",
  validatorCodes: ["AdditionalPropertyNotAllowed"],
  sources: ["extensions"],
  severity: "warning",
  summary: "Operations have a summary, parameters and properties an x-ms-summary.",
  why: `The name of an action or trigger comes from its \`summary\`; nothing reads an \`x-ms-summary\` of an operation.
Makers then see the operationId, or the name is missing where certification asks for it.`,
  on: "operation",
  check(operation, { report }) {
    // Beside a summary it does no harm.
    if (!("x-ms-summary" in operation.value) || "summary" in operation.value) return;
    const at = operation.at("x-ms-summary");
    report({
      at,
      part: "key",
      message: `The operation ${operation.label} has an "x-ms-summary", but the name of an operation is its "summary".`,
      fix: {
        title: 'Rename it to "summary"',
        isSafe: typeof operation.value["x-ms-summary"] === "string",
        edits: [{ renameKey: at, to: "summary" }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-summary": "List tickets"
      //^^^^^^^^^^^^^^ The operation "ListTickets" has an "x-ms-summary", but the name of an operation is its "summary".
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
        "summary": "List tickets"
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
        "summary": "List tickets",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer", "x-ms-summary": "Page" }
        ]
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create a ticket",
        "x-ms-summary": "Create a ticket"
      }
    }
  }
}`,
});
