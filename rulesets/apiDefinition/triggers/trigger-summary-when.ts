import { defineRule } from "../../rule.js";

export default defineRule({
  name: "trigger-summary-when",
  validatorCodes: [],
  sources: ["strings", "submission"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "The summary of a trigger says when it starts a flow.",
  why: `Makers find a trigger by its summary. Microsoft's guidelines have it begin with "When", as in "When a ticket is
created", which also tells triggers from actions.`,
  on: "operation",
  check(operation, { report }) {
    const { summary } = operation;
    if (operation.trigger === undefined || operation.isInternal || operation.isDeprecated) return;
    if (summary === undefined || summary.trim() === "" || /\bwhen(ever)?\b/i.test(summary)) return;
    report({
      at: operation.at("summary"),
      message: `The summary of the trigger ${operation.label} is "${summary}"; it should begin with "When".`,
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "summary": "New ticket",
                 //^^^^^^^^^^^^ The summary of the trigger "WhenTicketCreated" is "New ticket"; it should begin with "When".
        "x-ms-trigger": "single"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "summary": "When a ticket is created",
        "x-ms-trigger": "single"
      },
      "get": {
        "operationId": "ListHooks",
        "summary": "List hooks"
      }
    },
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "summary": "Changed tickets",
        "x-ms-trigger": "batch",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
