import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schemes-present",
  validatorCodes: ["RequiredPropertyMissing"],
  sources: ["submission"],
  severity: "error",
  summary: "The definition has schemes.",
  why: `The service must know whether it calls the host by https or by http, and refuses a definition that
does not say so. Nearly all published connectors have \`["https"]\`.`,
  on: "definition",
  check({ value }, { report }) {
    if ("schemes" in value) return;
    report({
      at: "",
      missing: "schemes",
      message: 'The definition has no schemes; nearly all have ["https"].',
      fix: {
        title: 'Add the scheme "https"',
        isSafe: false,
        edits: [{ set: "/schemes", value: ["https"] }],
      },
    });
  },
  bad: `
{
//root The definition has no schemes; nearly all have ["https"].
  "host": "api.contoso.com"
}`,
  fixed: `
{
  "host": "api.contoso.com",
  "schemes": [
    "https"
  ]
}`,
  good: `
{
  "host": "api.contoso.com",
  "schemes": []
}`,
});
