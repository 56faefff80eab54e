import { repeatsSummary } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";
import { reportFaults } from "../../sentence.js";

export default defineRule({
  name: "operation-description-full-sentence",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { "independent-publisher": "warning" },
  summary: "The description of an operation is a full sentence.",
  why: `The guidance asks for full sentences with a capital letter at the beginning and punctuation at the end; a single word
needs none. Reviewers insist on it with independent publishers. More than half of
the certified connectors have a description without a period, so it is not told to their publishers.`,
  on: "makerText",
  check(text, { report }) {
    const { key, owner } = text;
    // One that says nothing of its own is told as such.
    if (key === "description" && owner.what === "operation" && !repeatsSummary(owner.node))
      reportFaults(text, report);
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "description": "Lists the tickets of a queue"
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "ListTickets" is not a full sentence: it ends without punctuation.
      },
      "post": {
        "operationId": "CreateTicket",
        "description": "creates a ticket."
                     //^^^^^^^^^^^^^^^^^^^ The description of "CreateTicket" is not a full sentence: it begins with a small letter.
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
        "description": "Lists the tickets of a queue."
      },
      "post": {
        "operationId": "CreateTicket",
        "description": "Creates a ticket."
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
        "description": "Lists the tickets of a queue (the newest first)"
      },
      "post": {
        "operationId": "CreateTicket",
        "description": "eTickets are made here, see https://contoso.com/tickets"
      },
      "delete": {
        "operationId": "DeleteTickets",
        "description": "Cleanup"
      },
      "put": {
        "operationId": "ImportTickets",
        "description": "used by the wizard",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
