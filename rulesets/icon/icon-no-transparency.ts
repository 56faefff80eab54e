import { defineRule } from "../rule.js";

export default defineRule({
  name: "icon-no-transparency",
  validatorCodes: [],
  policies: ["5000.2.1.5"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning" },
  summary: "No part of the icon is transparent.",
  why: `What is behind the icon shows through, and is another color in each product. Put the logo on the brand color and save it without an
alpha channel.`,
  on: "icon",
  check({ pixels, dimensions }, { report }) {
    if (pixels === undefined || dimensions === undefined || pixels.transparent === 0) return;
    const share = (pixels.transparent / (dimensions.width * dimensions.height)) * 100;
    report({
      at: "",
      message: `${share < 1 ? "Less than 1" : Math.round(share)} % of the pixels of the icon are transparent; none may be.`,
    });
  },
  bad: `
PNG 230 x 230, #0078D4, transparent
//root 100 % of the pixels of the icon are transparent; none may be.`,
  good: `
PNG 230 x 230, #0078D4`,
});
