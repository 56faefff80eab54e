import { defineRule } from "../../rule.js";

export default defineRule({
  name: "agentic-protocol-post-only",
  validatorCodes: [],
  sources: ["repository"],
  severity: "error",
  summary: "The path of an MCP server has a POST operation and no other.",
  why: `The whole traffic of an MCP server goes through \`POST\` on one path. The solution checker refuses a path that has
\`x-ms-agentic-protocol\` and an operation of any other method.`,
  on: "pathItem",
  check({ path, operations }, { report }) {
    const server = operations.find(({ isMcpServer }) => isMcpServer);
    if (server === undefined) return;
    for (const operation of operations)
      if (operation.method !== "post")
        report({
          at: operation.pointer,
          message: `${path} is an MCP server, which has a POST operation only, but ${operation.label} is a ${operation.method.toUpperCase()} operation.`,
          related:
            operation === server
              ? []
              : [
                  {
                    at: server.at("x-ms-agentic-protocol"),
                    message: "This makes the path an MCP server.",
                  },
                ],
        });
  },
  bad: `
{
  "paths": {
    "/mcp": {
      "get": {
    //^^^^^ /mcp is an MCP server, which has a POST operation only, but "GetServer" is a GET operation.
        "operationId": "GetServer"
      },
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp-streamable-1.0"
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
        "x-ms-agentic-protocol": "mcp-streamable-1.0"
      }
    },
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});
