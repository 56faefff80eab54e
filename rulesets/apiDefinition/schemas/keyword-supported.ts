import { defineRule } from "../../rule.js";

export default defineRule({
  name: "keyword-supported",
  validatorCodes: ["SwaggerKeywordNotSupported"],
  severity: "warning",
  summary: "No schema has the keyword uniqueItems.",
  why: `\`uniqueItems\` belongs to Swagger 2.0, but the platform does not support it: nothing keeps a maker from giving the
same item twice. Keywords of later versions, such as \`oneOf\`, are no part of Swagger 2.0 and told as unknown keys.`,
  on: "schema",
  check(schema, { report }) {
    const { uniqueItems } = schema.value;
    if (schema.isReference || typeof uniqueItems !== "boolean") return;
    report({
      at: schema.at("uniqueItems"),
      part: "key",
      message: `The ${schema.label} has the keyword "uniqueItems", which is not supported.`,
      fix: {
        title: 'Remove "uniqueItems"',
        isSafe: uniqueItems === false,
        edits: [{ remove: schema.at("uniqueItems") }],
      },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "watchers": {
          "type": "array",
          "uniqueItems": true,
        //^^^^^^^^^^^^^ The property "watchers" has the keyword "uniqueItems", which is not supported.
          "items": { "type": "string" }
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
        "watchers": {
          "type": "array",
          "items": { "type": "string" }
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
        "watchers": { "type": "array", "maxItems": 10, "items": { "type": "string" } },
        "uniqueItems": { "type": "boolean" }
      }
    }
  }
}`,
});
