import { defineRule } from "../../rule.js";

/** A line that is laid out on purpose: an item of a list, indented or part of a table. */
const laidOut = /^[ \t]*(?:[*+•-]|\d+[.)])[ \t]|^(?: {4}|\t)|^\s*[|{}[\]]/m;

export default defineRule({
  name: "description-single-line",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  summary: "A description has no line breaks.",
  why: `The designers show a description in one line, so that lists and paragraphs run together, often with the signs
that made them. Reviewers ask for a sentence or two without line breaks.`,
  on: "makerText",
  check(text, { report }) {
    const { key, value, pointer } = text;
    if (key !== "description" || !/[\r\n]/.test(value) || value.trim() === "" || !text.isVisible)
      return;
    const inner = value.trim();
    const isInside = /[\r\n]/.test(inner);
    const proposal = inner.replace(/\s*[\r\n]+\s*/g, " ");
    report({
      at: pointer,
      message: isInside
        ? `${text.label} has line breaks, which the designers do not show.`
        : `${text.label} ${/^\s*[\r\n]/.test(value) ? "begins" : "ends"} with a line break.`,
      fix: laidOut.test(inner)
        ? undefined
        : {
            title: isInside ? "Put it on one line" : "Remove the line break",
            isSafe: !isInside,
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
        "description": "Lists tickets.\\nClosed ones are left out.",
                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of "ListTickets" has line breaks, which the designers do not show.
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "description": "The state of a ticket.\\r\\n"
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the query parameter "state" ends with a line break.
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
        "description": "Lists tickets. Closed ones are left out.",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "type": "string",
            "description": "The state of a ticket."
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
        "description": "Lists tickets. Closed ones are left out."
      },
      "post": {
        "operationId": "ImportTickets",
        "description": "Imports tickets.\\nUsed by the wizard.",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});
