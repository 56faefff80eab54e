import { defineRule } from "../../rule.js";

export default defineRule({
  name: "query-parameter-no-encoding",
  validatorCodes: ["QueryParameterEncodingNotSupported"],
  severity: "warning",
  tag: "unnecessary",
  summary: "Only path parameters say how their values are encoded.",
  why: `The value of a query parameter is always encoded once, whatever \`x-ms-url-encoding\` says.
The validator warns about it, since \`double\` would have no effect.`,
  on: "parameter",
  check(parameter, { report }) {
    const encoding = parameter.value["x-ms-url-encoding"];
    if (parameter.in !== "query" || encoding === undefined) return;
    report({
      at: parameter.at("x-ms-url-encoding"),
      part: "key",
      message: `The ${parameter.label} has "x-ms-url-encoding", which works for path parameters only.`,
      fix: {
        title: `Remove "x-ms-url-encoding"`,
        // Who wrote "double" expects something that does not happen and should know.
        isSafe: encoding === "single",
        edits: [{ remove: parameter.at("x-ms-url-encoding") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "type": "string",
            "x-ms-url-encoding": "single"
          //^^^^^^^^^^^^^^^^^^^ The query parameter "filter" has "x-ms-url-encoding", which works for path parameters only.
          }
        ]
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
        "parameters": [
          {
            "name": "filter",
            "in": "query",
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
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single" },
          { "name": "filter", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
