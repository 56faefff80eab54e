import { child } from "../../connector/pointer.js";
import { defineRule } from "../rule.js";

export default defineRule({
  name: "json-duplicate-keys",
  validatorCodes: [],
  sources: ["json"],
  severity: "warning",
  summary: "Each key occurs once in its object.",
  why: `When a key occurs twice in an object, programs keep the last value and drop the first without a
word. That is seldom what was meant: a parameter or a whole path may be missing from the connector.`,
  on: "jsonProblem",
  check(problem, { file, report }) {
    // A missing brace makes members of one object out of those of two.
    if (problem.type !== "duplicateKey" || !file.json.isComplete) return;
    const { key, object, first } = problem;
    const [firstKey] = first.children!;
    const members = first.parent!.children!;
    const next = members[members.indexOf(first) + 1]!;
    report({
      at: child(object, key),
      offset: problem,
      message: `The key ${JSON.stringify(key)} occurs more than once in its object; only the last value counts.`,
      related: [
        {
          at: child(object, key),
          offset: firstKey!,
          message: `The first ${JSON.stringify(key)}, which has no effect.`,
        },
      ],
      fix: {
        title: `Remove the first ${JSON.stringify(key)}, which has no effect`,
        isSafe: false,
        edits: [{ replace: { offset: first.offset, length: next.offset - first.offset }, by: "" }],
      },
    });
  },
  bad: `
{
  "get": {
    "description": "Old",
    "operationId": "GetTicket",
    "description": "Returns a ticket.",
  //^^^^^^^^^^^^^ The key "description" occurs more than once in its object; only the last value counts.
    "description": "Returns one ticket."
  //^^^^^^^^^^^^^ The key "description" occurs more than once in its object; only the last value counts.
  }
}`,
  fixed: `
{
  "get": {
    "operationId": "GetTicket",
    "description": "Returns one ticket."
  }
}`,
  good: `
{
  "get": {
    "description": "Returns a ticket."
  },
  "Get": {
    "description": "Returns a ticket."
  }
}`,
});
