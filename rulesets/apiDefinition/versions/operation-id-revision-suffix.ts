import { renameOperation } from "../../operationId.js";
import { revisionOfId } from "../../revision.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-id-revision-suffix",
  validatorCodes: ["OperationIdShouldEndWithRevision"],
  sources: ["versioning"],
  severity: "warning",
  summary: "The id of a later revision ends with its number, as in ListTickets_V2.",
  why: `The number at the end of the \`operationId\` tells the revisions of an operation apart in scripts, policies
and exported flows. The validator warns when it is missing or another one than that of the annotation.
Renaming an operation breaks the flows that use it, so it is for those that are not yet in use.`,
  on: "operation",
  check(operation, context) {
    const { id, annotation } = operation;
    const { revision } = annotation;
    if (id === undefined || id.trim() === "") return;
    if (revision === undefined || !Number.isInteger(revision) || revision < 2) return;
    if (revisionOfId(id) === revision) return;
    const to = `${id.replace(/_?V\d{1,3}$/i, "")}_V${revision}`;
    context.report({
      at: operation.at("operationId"),
      message: `The operation "${id}" is revision ${revision}, but its operationId does not end with "_V${revision}" or "V${revision}".`,
      fix: to.length <= 80 ? renameOperation(operation, to, context) : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/v2/tickets": {
      "get": {
        "operationId": "SearchTickets",
                     //^^^^^^^^^^^^^^^ The operation "SearchTickets" is revision 2, but its operationId does not end with "_V2" or "V2".
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2
        }
      }
    },
    "/v3/people": {
      "get": {
        "operationId": "ListPeople_V2",
                     //^^^^^^^^^^^^^^^ The operation "ListPeople_V2" is revision 3, but its operationId does not end with "_V3" or "V3".
        "x-ms-api-annotation": {
          "family": "ListPeople",
          "revision": 3
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
        "operationId": "SearchTickets_V2",
        "x-ms-api-annotation": {
          "family": "ListTickets",
          "revision": 2
        }
      }
    },
    "/v3/people": {
      "get": {
        "operationId": "ListPeople_V3",
        "x-ms-api-annotation": {
          "family": "ListPeople",
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
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 1 }
      }
    },
    "/v2/tickets": {
      "get": {
        "operationId": "ListTickets_V2",
        "x-ms-api-annotation": { "family": "ListTickets", "revision": 2 }
      }
    },
    "/v2/people": {
      "get": {
        "operationId": "ListPeopleV2",
        "x-ms-api-annotation": { "family": "ListPeople", "revision": 2 }
      }
    }
  }
}`,
});
