import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";
import { unknownKeyFix, unknownKeyMessage } from "../unknownKey.js";

export default defineRule({
  name: "settings-unknown-key",
  validatorCodes: [],
  sources: ["command", "repository"],
  severity: "warning",
  tag: "unnecessary",
  summary: "Every key of settings.json is one that is read.",
  why: `A key that is not known is skipped without a word. When it is misspelt, the file it names is not used, or the default
environment is.`,
  on: "violation",
  check(violation, { file, report }) {
    if (violation.rule !== "settings-unknown-key") return;
    if (violation.keyword !== "additionalProperties") return;
    report({
      at: child(violation.pointer, violation.key),
      part: "key",
      message: unknownKeyMessage(violation),
      fix: unknownKeyFix(violation, file),
    });
  },
  bad: `
//- settings.json
{
  "apiDefinition": "apiDefinition.swagger.json",
  "apiproperties": "apiProperties.json",
//^^^^^^^^^^^^^^^ settings.json has the unknown key "apiproperties". Is "apiProperties" meant?
  "company": "Contoso"
//^^^^^^^^^ settings.json has the unknown key "company".
}`,
  fixed: `
//- settings.json
{
  "apiDefinition": "apiDefinition.swagger.json",
  "apiProperties": "apiProperties.json"
}`,
  good: `
//- settings.json
{
  "connectorId": "shared_contoso-5ftickets",
  "environment": "Default-00000000-0000-0000-0000-000000000000",
  "apiProperties": "apiProperties.json",
  "apiDefinition": "apiDefinition.swagger.json",
  "icon": null,
  "powerAppsUrl": "https://api.powerapps.com",
  "powerAppsApiVersion": "2016-11-01"
}`,
});
