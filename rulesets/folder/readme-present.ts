import { assignNames } from "../../connector/connector.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-present",
  validatorCodes: [],
  policies: ["5000.1.1.2"],
  sources: ["repository", "policyErrors"],
  severity: { certified: "error", "independent-publisher": "error" },
  summary: "A connector that is published has a readme.md.",
  why: `It is what people read before they choose a connector: what it does, what it needs, how to get credentials, what does not work.
Certification refuses a connector without one.`,
  on: "connector",
  check(connector, { report }) {
    const { folder } = connector.surroundings;
    if (folder === undefined || connector.file("readme") !== undefined) return;
    // One that is there but cannot be read is told by the command.
    if (assignNames(folder.names).readme !== undefined) return;
    const other = folder.names.find((name) => /^read[-_ ]?me(?:\.|$)/i.test(name));
    report({
      at: "",
      name: other ?? "readme.md",
      message:
        other === undefined
          ? "The connector has no readme.md, which certification asks for."
          : `${other} is not found by this name; call it readme.md.`,
    });
  },
  bad: `
{}
//missing readme.md The connector has no readme.md, which certification asks for.`,
  good: `
{}
//- README.md
# Contoso Tickets`,
});
