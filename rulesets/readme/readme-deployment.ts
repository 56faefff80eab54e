import { hasSection, readmeSections } from "../readmeSections.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "readme-deployment",
  validatorCodes: [],
  sources: ["repository"],
  severity: {},
  summary: "The readme of a certified connector tells how to deploy it.",
  why: `Microsoft's template asks verified publishers for it, so that others can try the connector as a custom one before it is released. More
than one in five published connectors has no such section.`,
  on: "readme",
  check(readme, { report }) {
    if (readme.headings.length === 0 || hasSection(readme, "deployment")) return;
    report({
      at: "",
      message: `The readme has no section "${readmeSections.deployment.title}".`,
    });
  },
  bad: `
# Contoso Tickets
//root The readme has no section "Deployment Instructions".
Tickets of Contoso.`,
  good: `
# Contoso Tickets
## Deployment Instructions
Use \`paconn create\`.`,
});
