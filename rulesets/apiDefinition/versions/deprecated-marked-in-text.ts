import { markedSummary, needsMark } from "../../deprecation.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "deprecated-marked-in-text",
  validatorCodes: [],
  sources: ["deprecation"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The summary of a deprecated operation says that it is deprecated.",
  why: `Flows that use a deprecated operation keep showing it. Only \`(deprecated)\` at the end of its \`summary\` tells
their makers that they should move to another one, so Microsoft's guidance asks for it there and in the \`description\`.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (!operation.isDeprecated || !needsMark(operation)) return;
    const marked = markedSummary(summary!);
    report({
      at: operation.at("summary"),
      message: `The operation ${label} is deprecated, but its summary "${summary}" does not say so.`,
      fix:
        marked === undefined
          ? undefined
          : {
              title: `Write "${marked}"`,
              isSafe: false,
              edits: [{ set: operation.at("summary"), value: marked }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets",
                 //^^^^^^^^^^^^^^ The operation "ListTickets" is deprecated, but its summary "List tickets" does not say so.
        "deprecated": true
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
        "summary": "List tickets (deprecated)",
        "deprecated": true
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
        "summary": "List tickets (deprecated)",
        "deprecated": true
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "[DEPRECATED] Create ticket",
        "deprecated": true
      }
    },
    "/schema": {
      "get": {
        "operationId": "GetSchema",
        "summary": "Get schema",
        "deprecated": true,
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
