import { defineRule } from "../../rule.js";

const limit = 80;
/** From here on the validator also speaks of readability, as its documentation tells. */
const readable = 120;

export default defineRule({
  name: "operation-summary-max-length",
  validatorCodes: ["FieldLengthExceeded", "OperationSummaryTooLong"],
  sources: ["submission", "strings"],
  severity: { certified: "error", "independent-publisher": "error", custom: "info" },
  summary: "The summary of an operation has at most 80 characters.",
  why: `The \`summary\` is the name of the action or trigger and has to fit into the designer's lists.
Certification refuses longer ones. What else there is to say belongs in the \`description\`.`,
  on: "operation",
  check(operation, { report }) {
    const { summary, label } = operation;
    if (summary !== undefined && summary.length > limit)
      report({
        at: operation.at("summary"),
        code: summary.length >= readable ? "OperationSummaryTooLong" : "FieldLengthExceeded",
        message: `The summary of ${label} has ${summary.length} characters; at most ${limit} are allowed.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List all tickets of the help desk that have not been closed by an agent until now"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "ListTickets" has 81 characters; at most 80 are allowed.
      },
      "delete": {
        "operationId": "DeleteTickets",
        "summary": "Delete all tickets of the help desk that have not been closed by an agent until now and were opened by customers of ours"
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of "DeleteTickets" has 120 characters; at most 80 are allowed.
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
        "summary": "List all tickets of the help desk that have not been closed by an agent till now"
      }
    }
  }
}`,
});
