import { patternProblem } from "../../regularExpression.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "pattern-valid",
  validatorCodes: ["PatternShouldBeValidRegularExpression"],
  severity: "error",
  summary: "A pattern is a regular expression.",
  why: `The service refuses a \`pattern\` that cannot be read. What only one of JavaScript and .NET takes, such as \`(?i)\` or
\`\\Z\`, counts as a regular expression here; named groups are written \`(?<name>…)\`, not \`(?P<name>…)\` as in Python.`,
  on: "schema",
  check(schema, { report }) {
    const { pattern } = schema.value;
    if (schema.isReference || typeof pattern !== "string") return;
    const problem = patternProblem(pattern);
    if (problem === undefined) return;
    const named = pattern.replace(/\(\?P(?=<\w+>)/g, "(?");
    report({
      at: schema.at("pattern"),
      message: `The pattern of the ${schema.label} is not a regular expression: ${problem}.`,
      fix:
        named !== pattern && patternProblem(named) === undefined
          ? {
              title: 'Write "(?<" in place of "(?P<"',
              isSafe: true,
              edits: [{ set: schema.at("pattern"), value: named }],
            }
          : undefined,
    });
  },
  bad: `
{
  "parameters": {
    "Code": {
      "name": "code",
      "in": "query",
      "type": "string",
      "pattern": "^(?P<queue>[A-Z]+)-\\\\d+$"
               //^^^^^^^^^^^^^^^^^^^^^^^^^^ The pattern of the parameter "code" is not a regular expression: nothing is known that begins with (?P<.
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Code": {
      "name": "code",
      "in": "query",
      "type": "string",
      "pattern": "^(?<queue>[A-Z]+)-\\\\d+$"
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "code": { "type": "string", "pattern": "^[A-Z]{2,4}-\\\\d+$" },
        "queue": { "type": "string", "pattern": "(?i)\\\\A(?>[a-z-[aeiou]]+)\\\\z" },
        "owner": { "type": "string", "pattern": "^\\\\p{L}+$" },
        "title": { "type": "string", "pattern": "" },
        "pattern": { "type": "string", "default": "(" }
      }
    }
  }
}`,
});
