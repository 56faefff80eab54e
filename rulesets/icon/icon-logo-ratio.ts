import { defineRule } from "../rule.js";

const maximum = 0.7;

export default defineRule({
  name: "icon-logo-ratio",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "hint" },
  summary: "The logo takes at most 70 % of the icon.",
  why: `With a margin around it, about 160 pixels in a square of 230, the logo looks as large as those of other connectors and is not cut off
where icons have round corners.`,
  on: "icon",
  check({ pixels }, { report }) {
    const logo = pixels?.logo;
    if (logo === undefined || Math.max(logo.width, logo.height) <= maximum) return;
    report({
      at: "",
      message: `The logo takes ${percent(logo.width)} of the width and ${percent(logo.height)} of the height of the icon; at most ${percent(maximum)} are asked for.`,
    });
  },
  bad: `
PNG 230 x 230, #0078D4, logo 90 %
//root The logo takes 90 % of the width and 90 % of the height of the icon; at most 70 % are asked for.`,
  good: `
PNG 230 x 230, #0078D4, logo 60 %`,
});

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
