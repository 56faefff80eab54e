import { isMisspelt } from "../../misspeltKey.js";
import { defineRule } from "../../rule.js";

/** Each keyword, the one it refines, and Microsoft's code. */
const keywords = [
  ["exclusiveMaximum", "maximum", "ExclusiveMaximumRequiresMaximum"],
  ["exclusiveMinimum", "minimum", "ExclusiveMinimumRequiresMinimum"],
] as const;

export default defineRule({
  name: "exclusive-limit-has-limit",
  validatorCodes: keywords.map(([, , code]) => code),
  sources: ["swagger"],
  severity: "error",
  summary: "exclusiveMaximum stands beside a maximum, exclusiveMinimum beside a minimum.",
  why: `In Swagger 2.0 \`exclusiveMaximum\` and \`exclusiveMinimum\` are \`true\` or \`false\`: they say whether the limit beside them is itself
allowed. Without that limit they say nothing, and the service refuses the definition.`,
  on: "schema",
  check(schema, { file, report }) {
    const { value } = schema;
    if (schema.isReference) return;
    for (const [keyword, limit, code] of keywords) {
      // A number, as later versions of JSON Schema have it, is of the wrong type.
      if (typeof value[keyword] !== "boolean" || limit in value) continue;
      if (isMisspelt(file, schema.pointer, limit)) continue;
      report({
        at: schema.at(keyword),
        part: "key",
        code,
        message: `The ${schema.label} has "${keyword}" but no "${limit}", which it is about.`,
        fix: {
          title: `Remove "${keyword}"`,
          isSafe: value[keyword] === false,
          edits: [{ remove: schema.at(keyword) }],
        },
      });
    }
  },
  bad: `
{
  "parameters": {
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "minimum": 1,
      "exclusiveMaximum": false
    //^^^^^^^^^^^^^^^^^^ The parameter "size" has "exclusiveMaximum" but no "maximum", which it is about.
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "effort": {
          "type": "number",
          "exclusiveMinimum": true
        //^^^^^^^^^^^^^^^^^^ The property "effort" has "exclusiveMinimum" but no "minimum", which it is about.
        }
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "minimum": 1
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "effort": {
          "type": "number"
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
        "effort": { "type": "number", "minimum": 0, "exclusiveMinimum": true },
        "share": { "type": "number", "maximum": 1, "exclusiveMaximum": false },
        "exclusiveMinimum": { "type": "boolean" }
      }
    }
  }
}`,
});
