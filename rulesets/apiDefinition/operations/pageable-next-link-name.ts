import { asString, member } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { nextLinkFault, nextLinkNames } from "../../nextLink.js";
import { defineRule, oneOf } from "../../rule.js";

export default defineRule({
  name: "pageable-next-link-name",
  validatorCodes: ["InvalidNextLinkNameValue"],
  severity: "error",
  summary: "The nextLinkName of x-ms-pageable is nextLink or @odata.nextLink.",
  why: `The platform looks for the address of the next page in a property of one of these two names only.
The service refuses a definition that names another one; a script or a policy can rename the property of the response.`,
  on: "operation",
  check(operation, { report }) {
    const name = asString(member(operation.value["x-ms-pageable"], "nextLinkName"));
    if (name === undefined || nextLinkNames.includes(name)) return;
    const at = operation.at("x-ms-pageable", "nextLinkName");
    const meant = nearest(name, nextLinkNames);
    // Where the result does not have it under that name, the name alone is of no use.
    const isThere = meant !== undefined && nextLinkFault(operation, meant) === undefined;
    report({
      at,
      message: `The nextLinkName of ${operation.label} is "${name}", but must be ${oneOf(nextLinkNames)}.`,
      fix: isThere
        ? { title: `Change it to "${meant}"`, isSafe: false, edits: [{ set: at, value: meant }] }
        : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": {
          "nextLinkName": "nextlink"
                        //^^^^^^^^^^ The nextLinkName of "ListTickets" is "nextlink", but must be "nextLink" or "@odata.nextLink".
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-pageable": {
          "nextLinkName": "odata.nextLink"
                        //^^^^^^^^^^^^^^^^ The nextLinkName of "ListPeople" is "odata.nextLink", but must be "nextLink" or "@odata.nextLink".
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
        "x-ms-pageable": {
          "nextLinkName": "nextLink"
        }
      }
    },
    "/people": {
      "get": {
        "operationId": "ListPeople",
        "x-ms-pageable": {
          "nextLinkName": "@odata.nextLink"
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
        "x-ms-pageable": { "nextLinkName": "nextLink" }
      },
      "post": {
        "operationId": "SearchTickets",
        "x-ms-pageable": { "nextLinkName": "@odata.nextLink" }
      }
    }
  }
}`,
});
