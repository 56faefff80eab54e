import { usualNames } from "../../connector/connector.js";
import { defineRule } from "../rule.js";

/** How published connectors write it. */
const names: readonly string[] = [usualNames.readme, "README.md"];

export default defineRule({
  name: "readme-file-name",
  validatorCodes: [],
  sources: ["repository"],
  severity: { "independent-publisher": "hint" },
  summary: "The readme is called readme.md or README.md.",
  why: `Microsoft's template has a \`readme.md\`, and tools that look for it, or for the usual \`README.md\`, tell small letters from
capitals on most systems. Of certified connectors many have another spelling, so the rule is on for independent publishers only.`,
  on: "readme",
  check(_, { file, report }) {
    if (names.includes(file.name)) return;
    report({
      at: "",
      message: `The readme is called "${file.name}". Rename it to "${usualNames.readme}".`,
    });
  },
  bad: `
//- Readme.MD
# Contoso Tickets
//root The readme is called "Readme.MD". Rename it to "readme.md".
Creates and reads tickets.`,
  good: `
//- README.md
# Contoso Tickets
Creates and reads tickets.`,
});
