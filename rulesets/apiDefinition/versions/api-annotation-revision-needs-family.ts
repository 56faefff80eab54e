import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-annotation-revision-needs-family",
  validatorCodes: [],
  sources: ["versioning"],
  severity: "info",
  summary: "An operation that says its revision says of which family.",
  why: `A \`revision\` counts the operations of one \`family\`. Without that name the platform does not know which
operations it replaces, and makers are offered all of them side by side.`,
  on: "operation",
  check(operation, { report }) {
    const annotation = asObject(operation.value["x-ms-api-annotation"]);
    if (typeof annotation.revision !== "number" || annotation.family !== undefined) return;
    report({
      at: operation.at("x-ms-api-annotation", "revision"),
      message: `The operation ${operation.label} is revision ${annotation.revision} but names no family.`,
    });
  },
  bad: `
{
  "paths": {
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
          "revision": 2
                    //^ The operation "ListTickets_V2" is revision 2 but names no family.
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 2 }
      },
      "post": {
        "operationId": "CreateTicket",
        "x-ms-api-annotation": { "status": "Preview" }
      }
    }
  }
}`,
});
