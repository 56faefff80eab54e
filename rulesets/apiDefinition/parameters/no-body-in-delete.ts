import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-body-in-delete",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "info",
  summary: "A DELETE operation has no body and no form data.",
  why: `HTTP gives the body of a DELETE request no meaning, and gateways and clients on the way may drop it. Where the
service takes the values in the query too, they arrive for certain. A few published connectors have such bodies.`,
  on: "operation",
  check(operation, { report }) {
    if (operation.method !== "delete") return;
    const entry = operation.effectiveParameters.find(
      ({ declared }) => declared.in === "body" || declared.in === "formData",
    );
    if (entry === undefined) return;
    const isInherited = !operation.parameterEntries.includes(entry);
    report({
      at: isInherited ? operation.pointer : entry.pointer,
      message: `${operation.label} is a DELETE operation, in which the ${entry.declared.label} may get lost.`,
      related: isInherited ? [{ at: entry.pointer, message: "It is listed here." }] : [],
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "delete": {
        "operationId": "DeleteTickets",
        "parameters": [
          {
        //^ "DeleteTickets" is a DELETE operation, in which the body parameter "body" may get lost.
            "name": "body",
            "in": "body",
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        ]
      }
    },
    "/people": {
      "parameters": [
        {
          "name": "reason",
          "in": "formData",
          "type": "string"
        }
      ],
      "delete": {
    //^^^^^^^^ "DeletePeople" is a DELETE operation, in which the form data parameter "reason" may get lost.
        "operationId": "DeletePeople"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "delete": {
        "operationId": "DeleteTickets",
        "parameters": [{ "name": "reason", "in": "query", "type": "string" }]
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [{ "name": "body", "in": "body", "schema": { "type": "object" } }]
      }
    }
  }
}`,
});
