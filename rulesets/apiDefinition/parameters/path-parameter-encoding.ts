import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-parameter-encoding",
  validatorCodes: ["PathParameterMissingEncoding"],
  sources: ["extensions"],
  severity: "warning",
  summary: "Every path parameter says how its value is encoded.",
  why: `A value with a slash or a space makes a wrong URL unless it is encoded.
\`"x-ms-url-encoding": "single"\` encodes it once; \`double\` is for services that decode twice. \`single\` is the default, but the validator warns where neither is stated.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in !== "path" || "x-ms-url-encoding" in parameter.value) return;
    report({
      at: parameter.pointer,
      missing: "x-ms-url-encoding",
      message: `The ${parameter.label} has no "x-ms-url-encoding", which is "single" or "double".`,
      fix: {
        title: `Add "x-ms-url-encoding": "single"`,
        isSafe: true,
        edits: [{ set: parameter.at("x-ms-url-encoding"), value: "single" }],
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
        //^ The path parameter "id" has no "x-ms-url-encoding", which is "single" or "double".
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
            "type": "string",
            "x-ms-url-encoding": "single"
          }
        ]
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
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "double" },
          { "name": "language", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
