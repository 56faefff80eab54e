import { defineRule } from "../../rule.js";
import { sentenceCase } from "../../words.js";

export default defineRule({
  name: "operation-summary-present",
  validatorCodes: ["RequiredPropertyMissing", "RequiredValueEmpty"],
  sources: ["submission", "strings"],
  severity: { certified: "error", "independent-publisher": "error", custom: "info" },
  summary: "Every operation that makers see has a summary.",
  why: `The \`summary\` is the name of the action or trigger in the designer.
Certification refuses an operation without one; only operations that are \`internal\` need none.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, value, id, label } = operation;
    if (operation.isInternal || (value.summary !== undefined && summary === undefined)) return;
    if (summary !== undefined && summary.trim() !== "") return;
    const proposal = sentenceCase(id ?? "");
    report({
      at: summary === undefined ? operation.pointer : operation.at("summary"),
      missing: summary === undefined ? "summary" : undefined,
      code: summary === undefined ? "RequiredPropertyMissing" : "RequiredValueEmpty",
      message:
        summary === undefined
          ? `The operation ${label} has no summary.`
          : `The summary of the operation ${label} is empty.`,
      fix:
        proposal === ""
          ? undefined
          : {
              title: `Set the summary "${proposal}"`,
              isSafe: false,
              edits: [{ set: operation.at("summary"), value: proposal }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
    //^^^^^ The operation "GetTicketById" has no summary.
        "operationId": "GetTicketById"
      },
      "delete": {
        "operationId": "DeleteTicket",
        "summary": " ",
                 //^^^ The summary of the operation "DeleteTicket" is empty.
        "x-ms-visibility": "advanced"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicketById",
        "summary": "Get ticket by ID"
      },
      "delete": {
        "operationId": "DeleteTicket",
        "summary": "Delete ticket",
        "x-ms-visibility": "advanced"
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
        "summary": "Get ticket"
      },
      "delete": {
        "operationId": "DeleteTicket",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
