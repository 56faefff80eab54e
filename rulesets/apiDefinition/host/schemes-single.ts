import { child } from "../../../connector/pointer.js";
import { asArray } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schemes-single",
  validatorCodes: [],
  policies: ["5000.3.1.6"],
  sources: ["powerFx", "policyErrors"],
  severity: "info",
  summary: "The schemes are https alone, without http beside it.",
  why: `A connector has one address, and Power Apps does not work with several. Where http is allowed, keys and
passwords may be sent without encryption.`,
  on: "definition",
  check({ value }, { report }) {
    const schemes = asArray(value.schemes);
    const index = schemes.indexOf("http");
    if (index < 0 || !schemes.includes("https")) return;
    report({
      at: child("/schemes", index),
      message: 'The schemes have "http" beside "https"; "https" alone is needed.',
      fix: {
        title: 'Remove "http"',
        isSafe: false,
        edits: [{ remove: child("/schemes", index) }],
      },
    });
  },
  bad: `
{
  "schemes": [
    "http",
  //^^^^^^ The schemes have "http" beside "https"; "https" alone is needed.
    "https"
  ]
}`,
  fixed: `
{
  "schemes": [
    "https"
  ]
}`,
  good: `
{
  "schemes": ["https"]
}`,
});
