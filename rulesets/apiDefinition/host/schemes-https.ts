import { child } from "../../../connector/pointer.js";
import { asArray } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schemes-https",
  validatorCodes: [],
  policies: ["5000.3.1.6"],
  sources: ["powerFx", "policyErrors"],
  severity: "warning",
  summary: "The schemes have https.",
  why: `Over http everything that a connection sends, its keys included, can be read on the way.
Certification wants endpoints with TLS, and Power Apps does not use a definition that has http alone.`,
  on: "definition",
  check({ value }, { report }) {
    const schemes = asArray(value.schemes);
    const index = schemes.indexOf("http");
    if (index < 0 || schemes.includes("https")) return;
    report({
      at: child("/schemes", index),
      message: 'The connector calls its host by "http" only; "https" is needed.',
      fix: {
        title: 'Change it to "https"',
        isSafe: false,
        edits: [{ set: child("/schemes", index), value: "https" }],
      },
    });
  },
  bad: `
{
  "schemes": [
    "http"
  //^^^^^^ The connector calls its host by "http" only; "https" is needed.
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
  "schemes": ["http", "https"]
}`,
});
