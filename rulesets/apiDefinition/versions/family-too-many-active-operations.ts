import { deprecate } from "../../deprecation.js";
import { activeOf } from "../../revision.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "family-too-many-active-operations",
  validatorCodes: ["OperationFamilyHasManyActiveOperations"],
  sources: ["versioning"],
  severity: "warning",
  summary: "At most two operations of a family are not deprecated.",
  why: `A \`family\` is one operation in all its revisions. Two may be offered side by side, say one in
production and one in preview; the validator wants every earlier one to be deprecated.`,
  on: "definition",
  check(definition, { report }) {
    for (const [name, family] of definition.families)
      for (const operation of activeOf(family).slice(2))
        report({
          at: operation.pointer,
          message: `The family "${name}" has more than two operations that are not deprecated, ${operation.label} among them.`,
          fix: deprecate(operation),
        });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
    //^^^^^ The family "ListTickets" has more than two operations that are not deprecated, "ListTickets" among them.
        "operationId": "ListTickets",
        "summary": "List tickets",
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
    },
    "/v3/tickets": {
      "get": {
        "operationId": "ListTickets_V3",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 3
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
          "revision": 1
        },
        "deprecated": true
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
    },
    "/v3/tickets": {
      "get": {
        "operationId": "ListTickets_V3",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 3
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
    "/v3/tickets": {
      "get": {
        "operationId": "ListTickets_V3",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 3 }
      }
    }
  }
}`,
});
