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
    if (connector.surroundings.folder === undefined || connector.file("readme") !== undefined)
      return;
    report({
      at: "",
      name: "readme.md",
      message: "The connector has no readme.md, which certification asks for.",
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
