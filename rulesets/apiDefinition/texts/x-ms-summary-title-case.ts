import { defineRule } from "../../rule.js";

/** Words that a title leaves small. */
const small =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|is|its|nor|of|on|or|per|the|to|via|vs|with)$/;

export default defineRule({
  name: "x-ms-summary-title-case",
  validatorCodes: [],
  sources: ["strings"],
  severity: {},
  summary: "The x-ms-summary of a parameter is written like a title.",
  why: `The guidance on texts recommends "Ticket State" instead of "Ticket state". Nearly half of the certified connectors and nearly
a third of the others do otherwise, so the rule is off until it is switched on.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner, value, pointer } = text;
    if (key !== "x-ms-summary" || owner.what !== "parameter" || !text.isVisible) return;
    const proposal = value.replace(
      /(?<![\p{L}\p{N}_.@/'’-])[a-z]+(?![\w@/-]|\.\w)/gu,
      (word, at) =>
        at > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
    if (proposal === value) return;
    report({
      at: pointer,
      message: `${text.label}, "${value}", is not written like a title.`,
      fix: {
        title: `Write "${proposal}"`,
        isSafe: false,
        edits: [{ set: pointer, value: proposal }],
      },
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
            "x-ms-summary": "State of the ticket"
                          //^^^^^^^^^^^^^^^^^^^^^ The x-ms-summary of the query parameter "state", "State of the ticket", is not written like a title.
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
            "x-ms-summary": "State of the Ticket"
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
          { "name": "state", "in": "query", "type": "string", "x-ms-summary": "State of the Ticket" }
        ]
      }
    }
  }
}`,
});
