import { asString } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "settings-not-submitted",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "hint", "independent-publisher": "hint" },
  summary: "settings.json is not part of what is submitted.",
  why: `It says which environment and which connector are yours, for paconn on your machine. Nobody else can use it, and published connectors have
none. It may lie in the folder while you work; leave it out of the pull request, in \`.gitignore\` for instance.`,
  on: "settings",
  check(settings, { report }) {
    const key = ["connectorId", "environment"].find((each) => asString(settings[each])?.trim());
    if (key !== undefined)
      report({
        at: `/${key}`,
        part: "key",
        message: `The ${key} is yours alone; leave settings.json out of what you submit.`,
      });
  },
  bad: `
{
  "connectorId": "shared_contoso-5ftickets"
//^^^^^^^^^^^^^ The connectorId is yours alone; leave settings.json out of what you submit.
}`,
  good: `
{
  "connectorId": "",
  "apiDefinition": "apiDefinition.swagger.json"
}
//- apiDefinition.swagger.json
{}`,
});
