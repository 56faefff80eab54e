import { defineRule } from "../rule.js";

const maximum = 1_048_576;

export default defineRule({
  name: "icon-size",
  validatorCodes: [],
  policies: ["5000.2.1.2"],
  sources: ["submission", "policyErrors"],
  severity: { certified: "error" },
  summary: "The icon has less than 1 MB.",
  why: `Certification refuses a larger one. An icon of this size has a few kilobytes; what makes it large is mostly what a drawing program
keeps in it.`,
  on: "icon",
  check({ size }, { report }) {
    if (size >= maximum)
      report({ at: "", message: `The icon has ${size} bytes; less than ${maximum} are allowed.` });
  },
  bad: `
PNG 230 x 230, #0078D4, 1200000 bytes
//root The icon has 1200000 bytes; less than 1048576 are allowed.`,
  good: `
PNG 230 x 230, #0078D4`,
});
