import { defineRule } from "../rule.js";
import { independentPublisherColor as requiredColor } from "../vocabulary.js";

export default defineRule({
  name: "icon-brand-color-independent-publisher",
  validatorCodes: [],
  sources: ["independentPublisher", "repository"],
  severity: { "independent-publisher": "error" },
  summary: `The iconBrandColor of an independent publisher's connector is \`${requiredColor}\`.`,
  why: `Connectors of independent publishers get their icon from Microsoft, all on the same color, and reviewers
refuse another one.`,
  on: "properties",
  check({ iconBrandColor: color }, { report }) {
    // What is no color at all is told by another rule.
    if (color === undefined || !/^#[0-9a-f]{6}$/i.test(color)) return;
    if (color.toLowerCase() === requiredColor) return;
    report({
      at: "/properties/iconBrandColor",
      message: `The iconBrandColor of an independent publisher's connector must be "${requiredColor}", not "${color}".`,
      fix: {
        title: `Set it to "${requiredColor}"`,
        isSafe: true,
        edits: [{ set: "/properties/iconBrandColor", value: requiredColor }],
      },
    });
  },
  bad: `
{
  "properties": {
    "iconBrandColor": "#007ee5"
                    //^^^^^^^^^ The iconBrandColor of an independent publisher's connector must be "#da3b01", not "#007ee5".
  }
}`,
  fixed: `
{
  "properties": {
    "iconBrandColor": "#da3b01"
  }
}`,
  good: `
{
  "properties": {
    "iconBrandColor": "#DA3B01"
  }
}`,
});
