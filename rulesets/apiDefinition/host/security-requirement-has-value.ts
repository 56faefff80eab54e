import { defineRule } from "../../rule.js";

export default defineRule({
  name: "security-requirement-has-value",
  validatorCodes: ["SecurityRequirementMustHaveValue"],
  sources: ["swagger"],
  severity: "error",
  summary: "A security requirement has an array as its value, not null.",
  why: `Under the name of a scheme stands the list of the scopes that are needed. Where none are, the
service wants an empty array and refuses \`null\`.`,
  on: "securityRequirement",
  check({ name, value, pointer }, { report }) {
    if (value !== null) return;
    report({
      at: pointer,
      message: `The security requirement ${JSON.stringify(name)} is null, but must be an array such as [].`,
      fix: {
        title: "Change it to []",
        isSafe: true,
        edits: [{ set: pointer, value: [] }],
      },
    });
  },
  bad: `
{
  "security": [
    {
      "api_key": null
               //^^^^ The security requirement "api_key" is null, but must be an array such as [].
    }
  ]
}`,
  fixed: `
{
  "security": [
    {
      "api_key": []
    }
  ]
}`,
  good: `
{
  "security": [
    {
      "api_key": []
    },
    {}
  ]
}`,
});
