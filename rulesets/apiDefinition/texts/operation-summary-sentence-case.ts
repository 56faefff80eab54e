import { defineRule } from "../../rule.js";

/** Words that are small in a title, too, so that they tell nothing. */
const small = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|per|the|to|via|vs|with)$/i;

export default defineRule({
  name: "operation-summary-sentence-case",
  validatorCodes: [],
  sources: ["strings"],
  severity: {},
  summary: "The summary of an operation is written like a sentence, not like a title.",
  why: `The guidance on texts recommends "Get open tickets" instead of "Get Open Tickets". More than a third of the certified
connectors do otherwise and nobody can tell names from other words for certain, so the rule is off until it is switched on.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary === undefined || operation.isInternal) return;
    const [, ...words] = summary.match(/[A-Za-z][\w'’]*/g) ?? [];
    const telling = words.filter((word) => !small.test(word) && !/[A-Z\d]./.test(word.slice(1)));
    if (telling.length < 2 || telling.some((word) => /^[a-z]/.test(word))) return;
    report({
      at: operation.at("summary"),
      message: `The summary of ${label}, "${summary}", is written like a title; only its first word and names need a capital letter.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List Open Tickets of a Queue"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets", "List Open Tickets of a Queue", is written like a title; only its first word and names need a capital letter.
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
        "summary": "List open tickets of Contoso"
      },
      "post": {
        "operationId": "ExportTickets",
        "summary": "Export to Excel"
      }
    }
  }
}`,
});
