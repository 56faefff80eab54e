import { hexOf, isSameColor, readColor } from "../../connector/icon.js";
import { defineRule } from "../rule.js";

/** White, and the color of a connector that was never given one. */
const defaults = ["#ffffff", "#007ee5"];

export default defineRule({
  name: "icon-background-not-default",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "warning" },
  summary: "The background of the icon is neither white nor the default blue.",
  why: `On a white page a white icon has no edge, and the default blue is that of connectors whose maker never chose a color. Certification
asks for a color of the brand.`,
  on: "icon",
  check({ pixels }, { report }) {
    const background = pixels?.background;
    if (background === undefined) return;
    if (defaults.some((each) => isSameColor(background, readColor(each)!)))
      report({
        at: "",
        message: `The background of the icon is ${hexOf(background)}, which no icon of a certified connector may have.`,
      });
  },
  bad: `
PNG 230 x 230, #FFFFFF
//root The background of the icon is #ffffff, which no icon of a certified connector may have.`,
  good: `
PNG 230 x 230, #0078D4`,
});
