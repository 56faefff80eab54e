import { deprecate } from "../../deprecation.js";
import { activeOf } from "../../revision.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "family-too-many-production-operations",
  validatorCodes: ["OperationFamilyHasManyActiveProductionOperations"],
  sources: ["versioning"],
  severity: "warning",
  summary: "Only one operation of a family is in production and not deprecated.",
  why: `A \`family\` is one operation in all its revisions. Once a new one has the status \`Production\`, makers
should be offered that one alone, so the validator wants the earlier ones to be deprecated.`,
  on: "definition",
  check(definition, { report }) {
    for (const [name, family] of definition.families) {
      const active = activeOf(family);
      // Those beyond the second are told by the rule about their number.
      const surplus = new Set(active.slice(2));
      const [newest, ...earlier] = active.filter(
        ({ annotation }) => annotation.status === "Production",
      );
      for (const operation of earlier)
        if (!surplus.has(operation))
          report({
            at: operation.at("x-ms-api-annotation", "status"),
            message: `The family "${name}" has a newer operation in production, ${newest!.label}, but ${operation.label} is not deprecated.`,
            related: [
              {
                at: newest!.at("x-ms-api-annotation", "status"),
                message: `${newest!.label} is in production.`,
              },
            ],
            fix: deprecate(operation),
          });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "status": "Production"
                  //^^^^^^^^^^^^ The family "ListTickets" has a newer operation in production, "ListTickets_V2", but "ListTickets" is not deprecated.
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "summary": "List tickets (V2)",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2,
          "status": "Production"
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
        "summary": "List tickets (deprecated)",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "status": "Production"
        },
        "deprecated": true
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "summary": "List tickets (V2)",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2,
          "status": "Production"
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
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 1, "status": "Production" }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 2, "status": "Preview" }
      }
    }
  }
}`,
});
