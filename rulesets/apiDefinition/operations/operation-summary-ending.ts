import type { JsonEdit } from "../../../connector/edit.js";
import { quotedEnd } from "../../quotedEnd.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-summary-ending",
  validatorCodes: ["ValueMustEndWithAlphanumeric"],
  sources: ["submission", "strings"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The summary of an operation ends with a letter, a digit or a closing parenthesis.",
  why: `The \`summary\` is a name, not a sentence, so that it has no period at its end.
Certification refuses a space or another character that is neither letter nor digit there, except \`)\`.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary === undefined || summary.trim() === "" || /[\p{L}\p{M}\p{N})]$/u.test(summary))
      return;
    // What is enclosed, as in "List tickets [old]", would be left half.
    const [kept] = /^.*?(?=[\s.,;:!?…-]*$)/su.exec(summary)!;
    const edit: JsonEdit = { set: operation.at("summary"), value: kept };
    report({
      at: operation.at("summary"),
      message: `The summary of ${label} ends with ${quotedEnd(summary)} instead of a letter, a digit or ")".`,
      fix: /[\p{L}\p{M}\p{N})]$/u.test(kept)
        ? { title: `Write "${kept}"`, isSafe: true, edits: [edit] }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets."
                 //^^^^^^^^^^^^^^^ The summary of "ListTickets" ends with "." instead of a letter, a digit or ")".
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket "
                 //^^^^^^^^^^^^^^^^ The summary of "CreateTicket" ends with a space instead of a letter, a digit or ")".
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
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket"
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
        "summary": "List tickets (preview)",
        "description": "Lists tickets."
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket in café"
      }
    }
  }
}`,
});
