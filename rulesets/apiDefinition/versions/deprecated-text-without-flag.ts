import { deprecate } from "../../deprecation.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "deprecated-text-without-flag",
  validatorCodes: [],
  sources: ["deprecation"],
  severity: "warning",
  summary: "An operation that is called deprecated is marked as deprecated.",
  why: `A designer hides an operation from new flows only when it has \`"deprecated": true\`. When the texts alone call it
deprecated, makers go on choosing it.`,
  on: "operation",
  check(operation, { report }) {
    const { summary = "", description = "", label, value } = operation;
    if (value.deprecated !== undefined && value.deprecated !== false) return;
    const key = isMark(summary) ? "summary" : isMark(description) ? "description" : undefined;
    if (key === undefined) return;
    report({
      at: operation.at(key),
      message: `The ${key} of ${label} says that it is deprecated, but "deprecated" is not true.`,
      fix: deprecate(operation),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets (deprecated)"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets" says that it is deprecated, but "deprecated" is not true.
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket",
        "description": "DEPRECATED: use the other action.",
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "CreateTicket" says that it is deprecated, but "deprecated" is not true.
        "deprecated": false
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
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket (deprecated)",
        "description": "DEPRECATED: use the other action.",
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
      }
    },
    "/models": {
      "get": {
        "operationId": "ListDeprecatedModels",
        "summary": "List deprecated models",
        "description": "Deprecated models are listed with the day on which they end."
      }
    }
  }
}`,
});

/** Whether a text is marked as that of something deprecated, not only about such things. */
function isMark(text: string): boolean {
  return (
    /[([{<]\s*deprecated\s*[)\]}>]/i.test(text) ||
    /^\W*deprecated\s*(?:[:!.-]|$)/i.test(text) ||
    /\s-\s*deprecated\W*$/i.test(text)
  );
}
