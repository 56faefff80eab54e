import { defineRule } from "../../rule.js";
import { titleCase } from "../../words.js";

export default defineRule({
  name: "parameter-summary-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty"],
  sources: ["submission", "strings", "extensions"],
  severity: { certified: "error", "independent-publisher": "error", custom: "hint" },
  summary: "Every parameter that makers see has an x-ms-summary.",
  why: `\`x-ms-summary\` is the title of the field in the designer; without it makers see the name that the API uses.
Certification refuses a parameter of a visible operation without one. Bodies and what is \`internal\` need none.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in === undefined || parameter.in === "body" || !parameter.isVisible) return;
    const summary = parameter.value["x-ms-summary"];
    if (summary !== undefined && (typeof summary !== "string" || summary.trim() !== "")) return;
    const proposal = titleCase(parameter.name ?? "");
    report({
      at: summary === undefined ? parameter.pointer : parameter.at("x-ms-summary"),
      missing: summary === undefined ? "x-ms-summary" : undefined,
      code: summary === undefined ? "RequiredPropertyMissing" : "RequiredValueEmpty",
      message:
        summary === undefined
          ? `The ${parameter.label} has no "x-ms-summary".`
          : `The "x-ms-summary" of the ${parameter.label} is empty.`,
      fix:
        proposal === ""
          ? undefined
          : {
              title: `Set the "x-ms-summary" "${proposal}"`,
              isSafe: false,
              edits: [{ set: parameter.at("x-ms-summary"), value: proposal }],
            },
    });
  },
  bad: `
{
  "parameters": {
    "Page": {
  //^^^^^^ The query parameter "$pageSize" has no "x-ms-summary".
      "name": "$pageSize",
      "in": "query",
      "type": "integer"
    }
  },
  "paths": {
    "/tickets/{ticket_id}/url": {
      "get": {
        "operationId": "GetTicketUrl",
        "parameters": [
          { "$ref": "#/parameters/Page" },
          {
            "name": "ticket_id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-summary": ""
                          //^^ The "x-ms-summary" of the path parameter "ticket_id" is empty.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Page": {
      "name": "$pageSize",
      "in": "query",
      "type": "integer",
      "x-ms-summary": "Page Size"
    }
  },
  "paths": {
    "/tickets/{ticket_id}/url": {
      "get": {
        "operationId": "GetTicketUrl",
        "parameters": [
          { "$ref": "#/parameters/Page" },
          {
            "name": "ticket_id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-summary": "Ticket ID"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "parameters": {
    "Unused": { "name": "unused", "in": "query", "type": "string" },
    "Desk": { "name": "desk", "in": "query", "type": "string" }
  },
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } },
          { "name": "state", "in": "query", "type": "string", "x-ms-summary": "State" },
          { "name": "version", "in": "query", "type": "string", "default": "2", "required": true, "x-ms-visibility": "internal" }
        ]
      },
      "get": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "kind", "in": "query", "type": "string" },
          { "$ref": "#/parameters/Desk" }
        ]
      }
    }
  }
}`,
});
