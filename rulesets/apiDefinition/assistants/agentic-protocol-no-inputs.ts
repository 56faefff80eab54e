import { defineRule } from "../../rule.js";

export default defineRule({
  name: "agentic-protocol-no-inputs",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary: "The operation of an MCP server asks for nothing but its body.",
  why: `Copilot Studio sends the messages of the protocol as the body and fills in nothing else: nobody is asked for the
parameters of the operation. One that is required and has no default is missing from every call.`,
  on: "operation",
  check(operation, { report }) {
    if (!operation.isMcpServer) return;
    for (const parameter of operation.parameters) {
      const { name, isRequired, value } = parameter;
      if (parameter.in === "body" || name === undefined) continue;
      if (!isRequired || "default" in value) continue;
      report({
        at: parameter.pointer,
        message: `The MCP server ${operation.label} requires the ${parameter.label}, which has no default and for which nobody is asked.`,
        related: [
          { at: operation.at("x-ms-agentic-protocol"), message: "This makes it an MCP server." },
        ],
      });
    }
  },
  bad: `
{
  "paths": {
    "/mcp": {
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp-streamable-1.0",
        "parameters": [
          {
        //^ The MCP server "InvokeServer" requires the query parameter "tenant", which has no default and for which nobody is asked.
            "name": "tenant",
            "in": "query",
            "type": "string",
            "required": true
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/mcp": {
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp-streamable-1.0",
        "parameters": [
          {
            "name": "session",
            "in": "header",
            "type": "string"
          },
          {
            "name": "version",
            "in": "query",
            "type": "string",
            "required": true,
            "default": "1",
            "x-ms-visibility": "internal"
          },
          {
            "name": "body",
            "in": "body",
            "schema": { "type": "object" }
          }
        ]
      }
    }
  }
}`,
});
