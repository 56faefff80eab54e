import { asString } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isIdentifier, isSameText } from "../../words.js";

export default defineRule({
  name: "parameter-description-differs",
  validatorCodes: [],
  sources: ["submission", "strings"],
  severity: { "independent-publisher": "info" },
  summary: "The description of a parameter says more than its name.",
  why: `Makers see the \`x-ms-summary\` as the name of a field and the \`description\` in it. When both are the same,
nothing tells them what to enter. Nearly a third of the certified connectors have such a description, so it is told to
independent publishers only, whom reviewers ask for more.`,
  on: "parameter",
  check(parameter, { report }) {
    const description = asString(parameter.value.description);
    const summary = asString(parameter.value["x-ms-summary"]) ?? "";
    const name = parameter.name ?? "";
    if (description === undefined || !parameter.isVisible) return;
    // That is told by the rule about descriptions that are the name itself.
    if (description.trim() === name && isIdentifier(name) && summary.trim() !== "") return;
    const repeated = isSameText(description, summary)
      ? `its x-ms-summary, "${summary}"`
      : isSameText(description, name)
        ? "its name"
        : undefined;
    if (repeated === undefined) return;
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
