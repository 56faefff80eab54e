import { defineRule } from "../../rule.js";

const limit = 80;

export default defineRule({
  name: "parameter-summary-length",
  validatorCodes: ["FieldLengthExceeded"],
  sources: ["submission"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "The x-ms-summary of a parameter has at most 80 characters.",
  why: `\`x-ms-summary\` is the title of a field in the designer.
Certification refuses longer ones. What else there is to say belongs in the \`description\`.`,
  on: "parameter",
  check(parameter, { report }) {
    const summary = parameter.value["x-ms-summary"];
    if (typeof summary === "string" && summary.length > limit)
      report({
        at: parameter.at("x-ms-summary"),
        message: `The "x-ms-summary" of the ${parameter.label} has ${summary.length} characters; at most ${limit} are allowed.`,
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
            "x-ms-summary": "The state that a ticket of the help desk must have so that it is among the results"
                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The "x-ms-summary" of the query parameter "state" has 82 characters; at most 80 are allowed.
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
            "x-ms-summary": "State",
            "description": "The state that a ticket of the help desk must have so that it is among the results."
          }
        ]
      }
    }
  }
}`,
});
