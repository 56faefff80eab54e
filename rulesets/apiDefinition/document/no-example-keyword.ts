import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-example-keyword",
  validatorCodes: [],
  sources: ["repository"],
  severity: {},
  summary: "A schema has no example.",
  why: `The designers show no \`example\`: what makers should see belongs in the \`description\`, and what a test should send
into \`x-ms-test-value\`. A reviewer has asked for the removal of examples; about one accepted connector in ten has them.`,
  on: "schema",
  check(schema, { report }) {
    if (schema.isReference || schema.kind !== "schema" || !("example" in schema.value)) return;
    const at = schema.at("example");
    report({
      at,
      part: "key",
      message: `The ${schema.label} has an example, which no designer shows.`,
      fix: { title: "Remove the example", isSafe: false, edits: [{ remove: at }] },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "example": "open"
        //^^^^^^^^^ The property "state" has an example, which no designer shows.
        }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string"
        }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "example": { "type": "string", "description": "Such as \\"open\\"." }
      }
    }
  }
}`,
});
