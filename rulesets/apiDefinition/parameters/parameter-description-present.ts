import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-description-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty"],
  sources: ["submission", "strings"],
  severity: { certified: "error", "independent-publisher": "error", custom: "hint" },
  summary: "Every parameter that makers see has a description.",
  why: `The \`description\` tells makers what to enter into the field.
Certification refuses a parameter of a visible operation without one. Bodies and what is \`internal\` need none.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in === undefined || parameter.in === "body" || !parameter.isVisible) return;
    const { description } = parameter.value;
    if (description === undefined)
      report({
        at: parameter.pointer,
        missing: "description",
        message: `The ${parameter.label} has no description.`,
      });
    else if (typeof description === "string" && description.trim() === "")
      report({
        at: parameter.at("description"),
        code: "RequiredValueEmpty",
        message: `The description of the ${parameter.label} is empty.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-summary": "ID" }
      //^ The path parameter "id" has no description.
      ],
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "X-Desk",
            "in": "header",
            "type": "string",
            "description": ""
                         //^^ The description of the header parameter "X-Desk" is empty.
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "parameters": {
    "Unused": { "name": "unused", "in": "query", "type": "string" }
  },
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } },
          { "name": "state", "in": "query", "type": "string", "description": "The state of the new ticket." },
          { "name": "version", "in": "query", "type": "string", "default": "2", "required": true, "x-ms-visibility": "internal" }
        ]
      },
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "kind", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
