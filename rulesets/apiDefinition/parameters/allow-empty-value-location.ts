import { defineRule } from "../../rule.js";

export default defineRule({
  name: "allow-empty-value-location",
  validatorCodes: ["AllowEmptyValueOnlyValidForQueryFormData"],
  sources: ["swagger"],
  severity: "error",
  summary: "Only query and form data parameters say allowEmptyValue.",
  why: `\`allowEmptyValue\` means that a name may be sent without a value, as in \`?archived\`. In a path or a header there is no such
thing, and the service refuses the definition.`,
  on: "parameter",
  check(parameter, { report }) {
    const { value } = parameter;
    const location = parameter.in ?? "";
    if (!["path", "header", "body"].includes(location)) return;
    // The type of an unknown key is not told elsewhere.
    if (location !== "body" && typeof value.allowEmptyValue !== "boolean") return;
    if (value.allowEmptyValue === undefined) return;
    report({
      at: parameter.at("allowEmptyValue"),
      part: "key",
      message: `The ${parameter.label} has "allowEmptyValue", which is possible in query and form data only.`,
      fix: {
        title: 'Remove "allowEmptyValue"',
        isSafe: true,
        edits: [{ remove: parameter.at("allowEmptyValue") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "allowEmptyValue": false
          //^^^^^^^^^^^^^^^^^ The path parameter "id" has "allowEmptyValue", which is possible in query and form data only.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string"
          }
        ]
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
        "parameters": [
          { "name": "archived", "in": "query", "type": "string", "allowEmptyValue": true }
        ]
      }
    }
  }
}`,
});
