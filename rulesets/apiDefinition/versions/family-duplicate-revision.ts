import type { Operation } from "../../../connector/apiDefinition.js";
import { appendTo } from "../../../connector/keep.js";
import { hasRevisionOfId, proposeRevision } from "../../revision.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "family-duplicate-revision",
  validatorCodes: ["OperationFamilyHasDuplicateRevisions"],
  sources: ["versioning"],
  severity: "error",
  summary: "Each revision of a family of operations has a number of its own.",
  why: `A \`family\` is one operation in all its revisions, and makers are offered the newest. Two with the
same number cannot be put in order, so the service refuses them.`,
  on: "definition",
  check(definition, { report }) {
    for (const [name, family] of definition.families) {
      const byRevision = new Map<number, Operation[]>();
      for (const operation of family) {
        const { revision } = operation.annotation;
        if (revision !== undefined) appendTo(byRevision, revision, operation);
      }
      for (const [revision, same] of byRevision) {
        // The one whose id says that revision has it by right.
        const owner = same.find(hasRevisionOfId) ?? same[0]!;
        for (const operation of same) {
          if (operation === owner) continue;
          const proposed = proposeRevision(operation, family);
          report({
            at: operation.at("x-ms-api-annotation", "revision"),
            message: `Revision ${revision} of the family "${name}" is ${owner.label} already; ${operation.label} needs another number.`,
            related: [
              {
                at: owner.at("x-ms-api-annotation", "revision"),
                message: `${owner.label} has the same revision.`,
              },
            ],
            fix:
              proposed === undefined
                ? undefined
                : {
                    title: `Make it revision ${proposed}`,
                    isSafe: false,
                    edits: [
                      { set: operation.at("x-ms-api-annotation", "revision"), value: proposed },
                    ],
                  },
          });
        }
      }
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1
                    //^ Revision 1 of the family "ListTickets" is "ListTickets" already; "ListTickets_V2" needs another number.
        }
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
        "deprecated": true,
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1
        }
      }
    },
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
        "deprecated": true,
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 1 }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 2 }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-api-annotation": { "family": "ListPeople", "revision": 1 }
      }
    }
  }
}`,
});
