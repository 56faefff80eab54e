import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-summary-restricted-characters",
  validatorCodes: ["RestrictedCharactersInSummary"],
  sources: ["strings"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The summary of an operation contains none of / \\ < > * % & ?.",
  why: `The \`summary\` is the name of the action or trigger in the designer.
Certification refuses these characters in it; a word such as "or" or "and" does as well.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary === undefined) return;
    const found = [...new Set(summary.match(restricted))];
    if (found.length === 0) return;
    const proposal = spellOut(summary);
    report({
      at: operation.at("summary"),
      message: `The summary of ${label} contains ${found.join(" and ")}; it must have none of / \\ < > * % & ?.`,
      fix:
        proposal === undefined
          ? undefined
          : {
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
        "summary": "List & search tickets"
                 //^^^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets" contains &; it must have none of / \\ < > * % & ?.
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create/update a ticket?"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "CreateTicket" contains / and ?; it must have none of / \\ < > * % & ?.
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
        "summary": "List and search tickets"
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create or update a ticket"
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
        "summary": "List the user's tickets, newest first (V2) - #1: [beta] | all"
      },
      "post": {
        "operationId": "CreateTicket",
        "summary": "Create ticket",
        "description": "Creates/updates a ticket?"
      }
    }
  }
}`,
});

const restricted = /[/\\<>*%&?]/g;

/** The summary with words for the characters; `undefined` when no word says the same. */
function spellOut(summary: string): string | undefined {
  const spelled = summary
    .replace(/(?<=\S)\s*[/\\]\s*(?=\S)/g, " or ")
    .replace(/(?<=\S)\s*&\s*(?=\S)/g, " and ")
    .replace(/(?<=\d)\s*%/g, " percent")
    .replace(/\?+\s*$/, "");
  return spelled.trim() === "" || spelled.search(restricted) >= 0 ? undefined : spelled;
}
