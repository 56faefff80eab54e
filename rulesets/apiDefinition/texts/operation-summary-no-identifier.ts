import { defineRule } from "../../rule.js";
import { isIdentifier, sentenceCase } from "../../words.js";

export default defineRule({
  name: "operation-summary-no-identifier",
  validatorCodes: [],
  sources: ["strings"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "The summary of an operation is written in words, not as an identifier.",
  why: `The \`summary\` is the name of the action in the designer. Something like \`GetInvoice\` is hard to read there, and
translators leave it as it is.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary === undefined || operation.isInternal || !isIdentifier(summary.trim())) return;
    const proposal = sentenceCase(summary);
    report({
      at: operation.at("summary"),
      message: `The summary of ${label} is an identifier, "${summary}", not words.`,
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
    "/invoices": {
      "get": {
        "operationId": "ListInvoices",
        "summary": "ListOpenInvoices"
                 //^^^^^^^^^^^^^^^^^^ The summary of "ListInvoices" is an identifier, "ListOpenInvoices", not words.
      },
      "post": {
        "operationId": "CreateInvoice",
        "summary": "create_invoice"
                 //^^^^^^^^^^^^^^^^ The summary of "CreateInvoice" is an identifier, "create_invoice", not words.
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/invoices": {
      "get": {
        "operationId": "ListInvoices",
        "summary": "List open invoices"
      },
      "post": {
        "operationId": "CreateInvoice",
        "summary": "Create invoice"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/invoices": {
      "get": {
        "operationId": "ListInvoices",
        "summary": "List OpenID invoices"
      },
      "post": {
        "operationId": "SharePoint",
        "summary": "SharePoint"
      },
      "delete": {
        "operationId": "Delete",
        "summary": "Delete"
      }
    }
  }
}`,
});
