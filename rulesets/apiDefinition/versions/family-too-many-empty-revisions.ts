import type { Operation } from "../../../connector/apiDefinition.js";
import { emptyOf, proposeRevision } from "../../revision.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "family-too-many-empty-revisions",
  validatorCodes: ["OperationFamilyHasManyEmptyRevisions"],
  sources: ["versioning"],
  severity: "error",
  summary: "No two operations of a family are without a revision.",
  why: `A \`family\` is one operation in all its revisions, and makers are offered the newest, which the
\`revision\` tells. Where two say none, nobody knows their order, and the service refuses them.`,
  on: "definition",
  check(definition, { report }) {
    for (const [name, family] of definition.families) {
      const empty = emptyOf(family);
      if (empty.length < 2) continue;
      const fix = sayRevisions(empty, family);
      const last = empty.at(-1)!;
      report({
        at: last.at("x-ms-api-annotation"),
        message: `The family "${name}" has ${empty.length} operations without a revision, ${last.label} among them.`,
        related: empty.slice(0, -1).map((operation) => ({
          at: operation.at("x-ms-api-annotation"),
          message: "This one says no revision either.",
        })),
        fix,
      });
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
          "family": "ListTickets"
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": {
      //^^^^^^^^^^^^^^^^^^^^^ The family "ListTickets" has 2 operations without a revision, "ListTickets_V2" among them.
          "family": "ListTickets"
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

/** Gives every one its revision: one alone would leave the others as they are. */
function sayRevisions(empty: readonly Operation[], family: readonly Operation[]): Fix | undefined {
  const proposed = empty.map((operation) => proposeRevision(operation, family));
  if (proposed.includes(undefined) || new Set(proposed).size < proposed.length) return undefined;
  return {
    title: "Say the revisions that the operationIds tell",
    isSafe: false,
    edits: empty.map((operation, index) => ({
      set: operation.at("x-ms-api-annotation", "revision"),
      value: proposed[index],
    })),
  };
}
