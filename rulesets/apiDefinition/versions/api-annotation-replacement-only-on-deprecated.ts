import { asObject, isObject } from "../../../connector/values.js";
import { deprecate } from "../../deprecation.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "api-annotation-replacement-only-on-deprecated",
  validatorCodes: ["ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations"],
  sources: ["versioning"],
  severity: "error",
  summary: "Only deprecated operations name a replacement.",
  why: `A \`replacement\` tells makers which operation to use instead of this one. Of an operation that is not
deprecated it says nothing, and the service refuses it.`,
  on: "operation",
  check(operation, { report }) {
    const { replacement } = asObject(operation.value["x-ms-api-annotation"]);
    const { deprecated } = operation.value;
    if (!isObject(replacement) || deprecated === true) return;
    if (deprecated !== undefined && deprecated !== false) return;
    report({
      at: operation.at("x-ms-api-annotation", "replacement"),
      part: "key",
      message: `The operation ${operation.label} names a replacement but is not deprecated.`,
      fix: deprecate(operation),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "summary": "List tickets",
        "x-ms-visibility": "important",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "replacement": {
        //^^^^^^^^^^^^^ The operation "ListTickets" names a replacement but is not deprecated.
            "api": "shared_contosotickets",
            "operationId": "ListTickets_V2"
          }
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
        "x-ms-visibility": "advanced",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "ListTickets_V2"
          }
        },
        "deprecated": true
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
        "summary": "List tickets (deprecated)",
        "deprecated": true,
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 1,
          "replacement": {
            "api": "shared_contosotickets",
            "operationId": "ListTickets_V2"
          }
        }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "summary": "List tickets (V2)",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 2 }
      }
    }
  }
}`,
});
