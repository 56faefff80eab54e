import { defineRule } from "../rule.js";

/** What the certification names as the default color and as no color. */
const refusedColors = new Map([
  ["#007ee5", "the default of new connectors"],
  ["#ffffff", "white"],
]);

export default defineRule({
  name: "icon-brand-color-default",
  validatorCodes: [],
  policies: ["5000.2.1.1"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "error" },
  summary: "The iconBrandColor is a color of its own, neither white nor the default.",
  why: `The color is shown behind the icon and must be that of the icon's background. Certification refuses
white and the color that a new connector starts with, under its policy 5000.2.1.1.`,
  on: "properties",
  check({ iconBrandColor: color }, { report }) {
    const reason = refusedColors.get(color?.toLowerCase() ?? "");
    if (reason === undefined) return;
    report({
      at: "/properties/iconBrandColor",
      message: `The iconBrandColor "${color}" is ${reason}, which no certified connector may have.`,
    });
  },
  bad: `
{
  "properties": {
    "iconBrandColor": "#007EE5"
                    //^^^^^^^^^ The iconBrandColor "#007EE5" is the default of new connectors, which no certified connector may have.
  }
}`,
  good: `
{
  "properties": {
    "iconBrandColor": "#007ee6"
  }
}`,
});
