import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-summary-capitalized",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "info", "independent-publisher": "info", custom: "hint" },
  summary: "The summary of an operation begins with a capital letter.",
  why: `The \`summary\` is the name of an action or trigger in the designer, where all others begin with a capital
letter. Words that may be brands, such as "eDelivery" or "axiom.ai", are left alone.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary === undefined || operation.isInternal) return;
    if (!/^[a-z]{2,}(?=\s|$)/.test(summary)) return;
    const proposal = summary.charAt(0).toUpperCase() + summary.slice(1);
    report({
      at: operation.at("summary"),
      message: `The summary of ${label}, "${summary}", begins with a small letter.`,
      fix: {
        title: `Write "${proposal}"`,
        isSafe: false,
        edits: [{ set: operation.at("summary"), value: proposal }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "list tickets"
                 //^^^^^^^^^^^^^^ The summary of "ListTickets", "list tickets", begins with a small letter.
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
        "summary": "List tickets"
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
        "summary": "List tickets"
      },
      "post": {
        "operationId": "SendEDelivery",
        "summary": "eDelivery of a ticket"
      }
    }
  }
}`,
});
