import { repeatedBy } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";
import { reportFaults } from "../../sentence.js";

export default defineRule({
  name: "parameter-description-full-sentence",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { "independent-publisher": "warning" },
  summary: "The description of a parameter is a full sentence.",
  why: `The guidance asks for full sentences with a capital letter at the beginning and punctuation at the end; a single word
needs none. Reviewers insist on it with independent publishers. More than half of
the certified connectors have a description without a period, so it is not told to their publishers.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner } = text;
    // One that says nothing of its own is told as such.
    if (key === "description" && owner.what === "parameter" && repeatedBy(owner.node) === undefined)
      reportFaults(text, report);
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "description": "the queue of the tickets"
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the query parameter "queue" is not a full sentence: it begins with a small letter and ends without punctuation.
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
            "name": "queue",
            "in": "query",
            "type": "string",
            "description": "The queue of the tickets."
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
          { "name": "queue", "in": "query", "type": "string", "description": "Queue" },
          { "name": "text", "in": "query", "type": "string", "description": "What is searched for?" },
          { "name": "part", "in": "query", "type": "string", "description": "x-ray of the part." },
          { "name": "open", "in": "query", "type": "boolean", "description": "true for open tickets." }
        ]
      }
    }
  }
}`,
});
