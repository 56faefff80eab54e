import { emptyOf, proposeRevision } from "../../revision.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "family-needs-revision",
  validatorCodes: ["OperationRevisionEmpty"],
  sources: ["versioning"],
  severity: "warning",
  summary: "Every operation of a family says which revision it is.",
  why: `A \`family\` is one operation in all its revisions, and makers are offered the newest, which the
\`revision\` tells. The validator warns of an operation without it.`,
  on: "definition",
  check(definition, { report }) {
    for (const [name, family] of definition.families) {
      const [operation, ...others] = emptyOf(family);
      // Several are refused, which is another rule's.
      if (operation === undefined || others.length > 0) continue;
      const proposed = proposeRevision(operation, family);
      report({
        at: operation.at("x-ms-api-annotation"),
        message: `The operation ${operation.label} is of the family "${name}" but says no revision.`,
        fix:
          proposed === undefined
            ? undefined
            : {
                title: `Say that it is revision ${proposed}`,
                isSafe: false,
                edits: [{ set: operation.at("x-ms-api-annotation", "revision"), value: proposed }],
              },
      });
    }
  },
  bad: `
{
  "paths": {
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
      //^^^^^^^^^^^^^^^^^^^^^ The operation "ListTickets_V2" is of the family "ListTickets" but says no revision.
          "family": "ListTickets"
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2
        }
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
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 1 }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-api-annotation": { "status": "Preview" }
      }
    }
  }
}`,
});
