import { repeatsSummary } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-description-differs",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { certified: "warning", "independent-publisher": "warning" },
  summary: "The description of an operation says more than its summary.",
  why: `Makers see the \`summary\` as the name of an action and the \`description\` below it. When both are the same they
learn nothing from the second, so the guidance asks for different texts. Case and punctuation make no difference.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (operation.isInternal || !repeatsSummary(operation)) return;
    report({
      at: operation.at("description"),
      message: `The description of ${label} only repeats its summary, "${summary}".`,
      related: [{ at: operation.at("summary"), message: "The summary." }],
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets",
        "description": "List Tickets."
                     //^^^^^^^^^^^^^^^ The description of "ListTickets" only repeats its summary, "List tickets".
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
        "description": "Lists the tickets of a queue, the newest first."
      },
      "post": {
        "operationId": "ImportTickets",
        "summary": "Import tickets",
        "description": "Import tickets",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
