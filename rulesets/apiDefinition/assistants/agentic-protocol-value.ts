import { defineRule } from "../../rule.js";

const current = "mcp-streamable-1.0";

export default defineRule({
  name: "agentic-protocol-value",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  summary: "x-ms-agentic-protocol is mcp-streamable-1.0.",
  why: `\`x-ms-agentic-protocol\` says that an operation is an MCP server, and by which transport Copilot Studio talks to it.
\`mcp-streamable-1.0\` is the one that is supported; \`mcp-sse-1.0\`, which came before, is not for new connectors. Microsoft
publishes no list, so a value to come may be told wrongly.`,
  on: "operation",
  check(operation, { report }) {
    const value = operation.value["x-ms-agentic-protocol"];
    if (typeof value !== "string" || value === current) return;
    const at = operation.at("x-ms-agentic-protocol");
    report({
      at,
      message:
        value === "mcp-sse-1.0"
          ? `The x-ms-agentic-protocol of ${operation.label} is "${value}", which "${current}" has replaced.`
          : `The x-ms-agentic-protocol of ${operation.label} is "${value}", but only "${current}" is known.`,
      fix: {
        title: `Replace by "${current}"`,
        isSafe: value.trim().toLowerCase() === current,
        edits: [{ set: at, value: current }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/mcp": {
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp"
                               //^^^^^ The x-ms-agentic-protocol of "InvokeServer" is "mcp", but only "mcp-streamable-1.0" is known.
      }
    },
    "/mcp/old": {
      "post": {
        "operationId": "InvokeOldServer",
        "x-ms-agentic-protocol": "mcp-sse-1.0"
                               //^^^^^^^^^^^^^ The x-ms-agentic-protocol of "InvokeOldServer" is "mcp-sse-1.0", which "mcp-streamable-1.0" has replaced.
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/mcp": {
      "post": {
        "operationId": "InvokeServer",
        "x-ms-agentic-protocol": "mcp-streamable-1.0"
      }
    },
    "/mcp/old": {
      "post": {
        "operationId": "InvokeOldServer",
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
    }
  }
}`,
});
