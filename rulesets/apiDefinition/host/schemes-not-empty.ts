import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schemes-not-empty",
  validatorCodes: ["SchemesArrayEmpty"],
  severity: "error",
  summary: "The schemes have at least one value.",
  why: "The service must know whether it calls the host by https or by http, and refuses an empty list.",
  on: "definition",
  check({ value }, { report }) {
    if (!Array.isArray(value.schemes) || value.schemes.length > 0) return;
    report({
      at: "/schemes",
      message: 'The schemes are empty; at least one of "https" or "http" is needed.',
      fix: {
        title: 'Add the scheme "https"',
        isSafe: false,
        edits: [{ set: "/schemes/-", value: "https" }],
      },
    });
  },
  bad: `
{
  "schemes": []
//^^^^^^^^^ The schemes are empty; at least one of "https" or "http" is needed.
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
