import { asObject, member } from "../../../connector/values.js";
import { nearestValue } from "../../nearest.js";
import { defineRule, oneOf } from "../../rule.js";

const names = ["nextLink", "@odata.nextLink"];

export default defineRule({
  name: "next-link-name",
  validatorCodes: ["InvalidNextLinkNameValue"],
  sources: ["extensions"],
  severity: "warning",
  summary: "x-ms-pageable calls the link to the next page nextLink or @odata.nextLink.",
  why: `With \`x-ms-pageable\` the designer fetches page after page by the address that a result has under \`nextLinkName\`. The
platform knows two names for it. A service that uses another one needs a policy or a script that renames it. Published
connectors with \`nextlink\` were accepted, hence a warning.`,
  on: "operation",
  check(operation, { report }) {
    const name = member(asObject(operation.value["x-ms-pageable"]), "nextLinkName");
    if (typeof name !== "string" || names.includes(name)) return;
    const at = operation.at("x-ms-pageable", "nextLinkName");
    // Only a property that the result has can be the link.
    const properties = operation.resultSchema?.properties;
    const fix = nearestValue(at, name, names);
    const isTold = (properties?.size ?? 0) === 0 || !properties!.has(name);
    report({
      at,
      message: `The nextLinkName of ${operation.label} is ${JSON.stringify(name)}; it must be ${oneOf(names)}.`,
      fix: fix && { ...fix, isSafe: fix.isSafe && isTold },
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
                        //^^^^^^^^^^ The nextLinkName of "ListTickets" is "nextlink"; it must be "nextLink" or "@odata.nextLink".
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
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": { "nextLinkName": "@odata.nextLink" }
      }
    }
  }
}`,
});
