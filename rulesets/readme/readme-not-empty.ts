import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-not-empty",
  validatorCodes: [],
  policies: ["5000.1.1.2"],
  sources: ["policyErrors", "repository"],
  severity: { certified: "error", "independent-publisher": "error", custom: "hint" },
  summary: "The readme says something.",
  why: `The readme is where users and reviewers learn what the connector is for, what it costs to get started and who to ask.
Certification wants one in every connector; a file without words is as good as none.`,
  on: "readme",
  check({ blocks }, { report }) {
    if (blocks.length > 0) return;
    report({
      at: "",
      message:
        "The readme is empty. Describe the connector, who publishes it, what users need for it, and its operations.",
    });
  },
  bad: `
<!-- To be written -->
//root The readme is empty. Describe the connector, who publishes it, what users need for it, and its operations.`,
  good: `
# Contoso Tickets
Creates and reads tickets.`,
});
