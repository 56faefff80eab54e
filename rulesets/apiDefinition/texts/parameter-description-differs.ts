import { repeatedBy } from "../../repeatedText.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-description-differs",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { "independent-publisher": "info" },
  summary: "The description of a parameter says more than its name.",
  why: `Makers see the \`x-ms-summary\` as the name of a field and the \`description\` in it. When both are the same,
nothing tells them what to enter. Nearly a third of the certified connectors have such a description, so only
independent publishers see this; reviewers ask more of them.`,
  on: "parameter",
  check(parameter, { report }) {
    const repeated = repeatedBy(parameter);
    if (repeated === undefined || !parameter.isVisible) return;
    report({
      at: parameter.at("description"),
      message: `The description of the ${parameter.label} only repeats ${repeated}.`,
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
            "x-ms-summary": "Ticket State",
            "description": "Ticket state."
                         //^^^^^^^^^^^^^^^ The description of the query parameter "state" only repeats its x-ms-summary, "Ticket State".
          },
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "description": "Page"
                         //^^^^^^ The description of the query parameter "page" only repeats its name.
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
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "x-ms-summary": "Ticket State",
            "description": "Lists only tickets in this state."
          }
        ]
      }
    }
  }
}`,
});
