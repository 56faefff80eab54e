import { hexOf, isSameColor, readColor } from "../../connector/icon.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "icon-background-brand-color",
  validatorCodes: [],
  policies: ["5000.2.1.5"],
  sources: ["submission"],
  severity: { certified: "warning" },
  summary: "The background of the icon has the `iconBrandColor`.",
  why: `The designers draw the icon on a tile of the \`iconBrandColor\`. When its background has another one, a square shows in the tile.`,
  on: "properties",
  check({ iconBrandColor }, { connector, report }) {
    const brand = iconBrandColor === undefined ? undefined : readColor(iconBrandColor);
    const background = connector.icon?.pixels?.background;
    if (brand === undefined || background === undefined || isSameColor(brand, background)) return;
    const color = hexOf(background);
    report({
      at: "/properties/iconBrandColor",
      message: `The iconBrandColor is ${iconBrandColor}, and the background of the icon is ${color}; they should be the same.`,
      related: [{ file: "icon", at: "", message: `The background of the icon is ${color}.` }],
      ...(!/^#(?:ffffff|007ee5)$/.test(color) && {
        fix: {
          title: `Set the iconBrandColor to "${color}"`,
          isSafe: false,
          edits: [{ set: "/properties/iconBrandColor", value: color }],
        },
      }),
    });
  },
  bad: `
{
  "properties": {
    "iconBrandColor": "#004578"
                    //^^^^^^^^^ The iconBrandColor is #004578, and the background of the icon is #0078d4; they should be the same.
  }
}
//- icon.png
PNG 230 x 230, #0078D4`,
  fixed: `
{
  "properties": {
    "iconBrandColor": "#0078d4"
  }
}
//- icon.png
PNG 230 x 230, #0078D4`,
  good: `
{
  "properties": {
    "iconBrandColor": "#0078D4"
  }
}
//- icon.png
PNG 230 x 230, #0179D5`,
});
