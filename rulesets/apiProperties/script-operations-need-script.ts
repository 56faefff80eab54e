import { strings } from "../../connector/values.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "script-operations-need-script",
  validatorCodes: [],
  sources: ["scripts"],
  severity: "warning",
  summary: "A connector with `scriptOperations` has a script.",
  why: `The list says for which operations the script is run. Without the file they are sent as they are: whoever takes the connector from the
folder gets one that does not work like the original.`,
  on: "properties",
  check({ properties }, { connector, report }) {
    const { folder } = connector.surroundings;
    const hasScript =
      connector.file("script") !== undefined || folder?.names.some((name) => /\.csx?$/i.test(name));
    if (folder === undefined || hasScript || strings(properties.scriptOperations).length === 0)
      return;
    report({
      at: "/properties/scriptOperations",
      message: "Operations are listed for a script, but the folder has no script.csx.",
    });
  },
  bad: `
{
  "properties": {
    "scriptOperations": ["ListTickets"]
  //^^^^^^^^^^^^^^^^^^ Operations are listed for a script, but the folder has no script.csx.
  }
}`,
  good: `
{
  "properties": {
    "scriptOperations": []
  }
}`,
});
