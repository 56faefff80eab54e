import { child } from "../../connector/pointer.js";
import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

const version = "2016-11-01";

export default defineRule({
  name: "settings-api-version",
  validatorCodes: [],
  sources: ["command"],
  severity: "warning",
  summary: "The version of the service is 2016-11-01.",
  why: `This is the only version of these services that paconn was made for and that Microsoft documents; others answer in other ways, or
refuse.`,
  on: "settings",
  check(settings, { report }) {
    for (const key of ["powerAppsApiVersion", "flowApiVersion"]) {
      const value = asString(settings[key]);
      if (value === undefined || value === "" || value === version) continue;
      const at = child("", key);
      report({
        at,
        message: `The ${key} is "${value}"; the service is used in its version ${version}.`,
        fix: {
          title: `Set it to "${version}"`,
          isSafe: false,
          edits: [{ set: at, value: version }],
        },
      });
    }
  },
  bad: `
{
  "connectorId": "shared_contoso",
  "powerAppsApiVersion": "2016-11"
                       //^^^^^^^^^ The powerAppsApiVersion is "2016-11"; the service is used in its version 2016-11-01.
}`,
  fixed: `
{
  "connectorId": "shared_contoso",
  "powerAppsApiVersion": "2016-11-01"
}`,
  good: `
{
  "connectorId": "shared_contoso",
  "powerAppsApiVersion": "2016-11-01"
}`,
});
