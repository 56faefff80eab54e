import { usualNames } from "../../connector/connector.js";
import { child } from "../../connector/pointer.js";
import { asString } from "../../connector/values.js";
import { nearest } from "../nearest.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "settings-file-exists",
  validatorCodes: [],
  sources: ["command"],
  severity: "error",
  summary: "Every file that settings.json names is there.",
  why: `paconn reads exactly the files that settings.json names, relative to it, and gives up when one is missing.`,
  on: "settings",
  check(settings, { connector, report }) {
    const { missing = [], folder } = connector.surroundings;
    for (const kind of missing) {
      const name = asString(settings[kind]);
      // Another one may have been named meanwhile.
      if (name === undefined || folder?.names.includes(name)) continue;
      const extension = /\.[^.]*$/.exec(usualNames[kind])![0];
      const others = (folder?.names ?? []).filter(
        (each) => each.toLowerCase().endsWith(extension) && each.toLowerCase() !== "settings.json",
      );
      const meant = others.find((each) => each === usualNames[kind]) ?? nearest(name, others);
      report({
        at: child("", kind),
        message: `settings.json names ${name}, which is not there.`,
        fix:
          meant === undefined
            ? undefined
            : {
                title: `Name ${meant}`,
                isSafe: false,
                edits: [{ set: child("", kind), value: meant }],
              },
      });
    }
  },
  bad: `
{
  "apiDefinition": "apiDefinition.swager.json",
                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ settings.json names apiDefinition.swager.json, which is not there.
  "apiProperties": "apiProperties.json"
}
//- apiDefinition.swagger.json
{}
//- apiProperties.json
{}`,
  fixed: `
{
  "apiDefinition": "apiDefinition.swagger.json",
  "apiProperties": "apiProperties.json"
}
//- apiDefinition.swagger.json
{}
//- apiProperties.json
{}`,
  good: `
{
  "apiDefinition": "apiDefinition.swagger.json",
  "icon": null,
  "script": ""
}
//- apiDefinition.swagger.json
{}`,
});
