import { defineRule } from "../rule.js";

const minimum = 100;
const maximum = 230;

export default defineRule({
  name: "icon-dimensions",
  validatorCodes: [],
  policies: ["5000.2.1.4"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "warning" },
  summary: "The icon is a square of 100 to 230 pixels.",
  why: `The icon is shown small and square, beside those of other connectors. One of another shape is distorted, a smaller one is blurred, and
certification sends larger ones back.`,
  on: "icon",
  check({ dimensions }, { report }) {
    if (dimensions === undefined) return;
    const { width, height } = dimensions;
    if (width === height && width >= minimum && width <= maximum) return;
    report({
      at: "",
      message: `The icon has ${width} x ${height} pixels; a square of ${minimum} x ${minimum} to ${maximum} x ${maximum} is asked for.`,
    });
  },
  bad: `
PNG 400 x 300, #0078D4
//root The icon has 400 x 300 pixels; a square of 100 x 100 to 230 x 230 is asked for.`,
  good: `
PNG 160 x 160, #0078D4`,
});
