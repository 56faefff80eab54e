import { defineRule } from "../rule.js";

export default defineRule({
  name: "icon-not-for-independent-publisher",
  validatorCodes: [],
  sources: ["independentPublisher", "repository"],
  severity: { "independent-publisher": "warning" },
  summary: "A connector of an independent publisher has no icon.",
  why: `The service is not yours, so that its logo is not yours to publish. Microsoft gives all these connectors the same icon, and the
checklist for pull requests asks to confirm that none is there.`,
  on: "icon",
  check(_, { file, report }) {
    report({
      at: "",
      message: `${file.name} must not be submitted: Microsoft supplies the icon of connectors of independent publishers.`,
    });
  },
  bad: `
PNG 230 x 230, #DA3B01
//root icon.png must not be submitted: Microsoft supplies the icon of connectors of independent publishers.`,
  good: `
//- apiProperties.json
{ "properties": { "iconBrandColor": "#da3b01" } }`,
});
