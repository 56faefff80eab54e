import { quotedEnd } from "../../quotedEnd.js";
import { defineRule } from "../../rule.js";

const abbreviation =
  /\b(?:no|nos|nr|num|inc|ltd|co|corp|etc|max|min|avg|approx|qty|ref|st|jr|sr|dept|tel|ext|addr|desc|e\.g|i\.e|a\.m|p\.m)\.\s*$/i;

export default defineRule({
  name: "x-ms-summary-ending",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "info", "independent-publisher": "info", custom: "hint" },
  summary: "The x-ms-summary of an input or output does not end with punctuation.",
  why: `The \`x-ms-summary\` is the name of a field, not a sentence. The guidance asks for one that ends with a letter,
a digit or a closing parenthesis; what belongs in a sentence belongs in the \`description\`. A question mark is allowed, as in "Muted?".`,
  on: "makerText",
  check(text, { report }) {
    const { key, value, pointer } = text;
    if (key !== "x-ms-summary" || value.trim() === "" || !text.isVisible) return;
    const [ending] = /[\s.,;:!…*/\\–-]+$/u.exec(value) ?? [];
    if (ending === undefined) return;
    // Their period belongs to them, and an ellipsis says that the text goes on.
    if (abbreviation.test(value) || /(?:\.\.\.|…)\s*$/.test(value)) return;
    const last = quotedEnd(ending.trim() || ending);
    const proposal = value.slice(0, -ending.length);
    report({
      at: pointer,
      message: `${text.label} ends with ${last} instead of a letter, a digit or ")".`,
      fix: /[\p{L}\p{M}\p{N})]$/u.test(proposal)
        ? {
            title: `Write "${proposal}"`,
            // Of several sentences, one is no better than the other.
            isSafe: !/[.!?]\s/.test(proposal),
            edits: [{ set: pointer, value: proposal }],
          }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-summary": "Ticket State:"
                          //^^^^^^^^^^^^^^^ The x-ms-summary of the query parameter "state" ends with ":" instead of a letter, a digit or ")".
          },
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-summary": "Page "
                          //^^^^^^^ The x-ms-summary of the query parameter "page" ends with a space instead of a letter, a digit or ")".
          }
        ]
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
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-summary": "Ticket State"
          },
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "x-ms-summary": "Page"
          }
        ]
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
        "parameters": [
          { "name": "state", "in": "query", "type": "string", "x-ms-summary": "State (one of three)" },
          { "name": "rate", "in": "query", "type": "number", "x-ms-summary": "Rate in %" }
        ]
      }
    }
  }
}`,
});
