import type { Operation } from "../../../connector/apiDefinition.js";
import { appendTo } from "../../../connector/keep.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-summary-unique",
  validatorCodes: [],
  sources: ["strings"],
  severity: "warning",
  summary: "No two operations that makers see have the same summary.",
  why: `The designers list actions by their \`summary\`. Two that are the same cannot be told apart there, nor in a flow.
Operations that are deprecated or \`internal\` are not listed, actions and triggers apart, and revisions of one family are
told apart by their status.`,
  on: "definition",
  check(definition, { report }) {
    const bySummary = new Map<string, Operation[]>();
    for (const operation of definition.operations) {
      const summary = operation.summary?.trim().toLowerCase();
      if (!summary || operation.isInternal || operation.isDeprecated) continue;
      const kind = operation.trigger === undefined ? "action" : "trigger";
      appendTo(bySummary, `${kind} ${summary}`, operation);
    }
    for (const same of bySummary.values()) {
      const [first, ...others] = same;
      for (const operation of others) {
        const { family } = operation.annotation;
        if (family !== undefined && family === first!.annotation.family) continue;
        report({
          at: operation.at("summary"),
          message: `${first!.label} and ${operation.label} have the same summary, "${operation.summary}".`,
          related: [{ at: first!.at("summary"), message: `The summary of ${first!.label}.` }],
        });
      }
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets"
      }
    },
    "/archive": {
      "get": {
        "operationId": "ListOldTickets",
        "summary": "List Tickets"
                 //^^^^^^^^^^^^^^ "ListTickets" and "ListOldTickets" have the same summary, "List Tickets".
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
        "summary": "List tickets",
        "deprecated": true
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "summary": "List tickets"
      }
    },
    "/archive": {
      "get": {
        "operationId": "ListOldTickets",
        "summary": "List archived tickets"
      }
    }
  }
}`,
});
