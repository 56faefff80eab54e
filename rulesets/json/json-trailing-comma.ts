import { defineRule } from "../rule.js";

export default defineRule({
  name: "json-trailing-comma",
  validatorCodes: [],
  sources: ["json"],
  severity: "error",
  summary: "No comma follows the last member of an object or the last item of an array.",
  why: `JSON allows a comma only between two members or items. Editors and JavaScript tolerate one more at
the end, but paconn and the solution checker parse strictly and refuse the whole file.`,
  on: "jsonProblem",
  check(problem, { file, report }) {
    if (problem.type !== "trailingComma") return;
    const { offset, length } = problem;
    report({
      at: file.json.pointerAt(offset),
      offset: { offset, length },
      message: "Nothing follows this comma, which JSON does not allow.",
      fix: {
        title: "Remove the comma",
        isSafe: true,
        edits: [{ replace: { offset, length }, by: "" }],
      },
    });
  },
  bad: `
{
  "schemes": [
    "https",
         //^ Nothing follows this comma, which JSON does not allow.
  ],
  "host": "api.contoso.com",
                         //^ Nothing follows this comma, which JSON does not allow.
}`,
  fixed: `
{
  "schemes": [
    "https"
  ],
  "host": "api.contoso.com"
}`,
  good: `
{
  "schemes": [
    "https"
  ],
  "host": "api.contoso.com"
}`,
});
