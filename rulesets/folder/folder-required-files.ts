import { assignNames, usualNames } from "../../connector/connector.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "folder-required-files",
  validatorCodes: [],
  policies: ["5000.1.1.3"],
  sources: ["repository", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "A connector has an API definition and API properties.",
  why: `Neither is a connector without the other: the definition says what can be done, the properties how one signs in. paconn and
certification ask for both.`,
  on: "connector",
  check(connector, { report }) {
    const { folder, missing = [] } = connector.surroundings;
    if (folder === undefined) return;
    const assigned = assignNames(folder.names);
    for (const kind of ["apiDefinition", "apiProperties"] as const) {
      // One that settings.json names and that is not there is told by another rule.
      if (connector.file(kind) !== undefined || missing.includes(kind)) continue;
      // One that is there but cannot be read is told by the command, and so is one in another language.
      if (assigned[kind] !== undefined) continue;
      if (kind === "apiDefinition" && folder.names.some((name) => /\.ya?ml$/i.test(name))) continue;
      // It may be there under a name that nobody looks for.
      const other = folder.names.find(
        (name) => kind === "apiDefinition" && /^api-?defin.*\.json$/i.test(name),
      );
      report({
        at: "",
        name: other ?? usualNames[kind],
        message:
          other === undefined
            ? `The connector has no ${usualNames[kind]}.`
            : `${other} is not found by this name; call it ${usualNames[kind]}.`,
      });
    }
  },
  bad: `
{}
//missing apiProperties.json The connector has no apiProperties.json.`,
  good: `
{}
//- apiProperties.json
{}`,
});
