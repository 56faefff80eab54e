import { defineRule } from "../../rule.js";

export default defineRule({
  name: "required-array-not-empty",
  validatorCodes: ["RequiredPropertyArrayEmpty"],
  severity: "error",
  summary: "A list of required properties is not empty.",
  why: `An object without required properties has no \`required\` at all. The service refuses an empty list.`,
  on: "schema",
  check(schema, { report }) {
    const { value } = schema;
    if (schema.isReference || !Array.isArray(value.required) || value.required.length > 0) return;
    report({
      at: schema.at("required"),
      message: `The list "required" of the ${schema.label} is empty.`,
      fix: {
        title: 'Remove "required"',
        isSafe: true,
        edits: [{ remove: schema.at("required") }],
      },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": [],
    //^^^^^^^^^^ The list "required" of the definition "Ticket" is empty.
      "properties": {
        "id": { "type": "string" }
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
        "id": { "type": "string" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "type": "string" },
        "required": { "type": "array", "items": { "type": "string" } }
      }
    },
    "Person": {
      "type": "object",
      "properties": {
        "name": { "type": "string" }
      }
    }
  }
}`,
});
