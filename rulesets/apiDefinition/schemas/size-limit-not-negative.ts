import { defineRule } from "../../rule.js";

/** Microsoft's code for each of the keywords. */
const codes = {
  maxItems: "MaxItemsMustBeGreaterThanOrEqualToZero",
  maxLength: "MaxLengthMustBeGreaterThanOrEqualToZero",
  maxProperties: "MaxPropertiesMustBeGreaterThanOrEqualToZero",
  minItems: "MinItemsMustBeGreaterThanOrEqualToZero",
  minLength: "MinLengthMustBeGreaterThanOrEqualToZero",
  minProperties: "MinPropertiesMustBeGreaterThanOrEqualToZero",
} as const;

export default defineRule({
  name: "size-limit-not-negative",
  validatorCodes: Object.values(codes),
  sources: ["swagger"],
  severity: "error",
  summary: "The limits of a length or a count are not below zero.",
  why: `No text has fewer than no characters, and no list fewer than no items, so a limit below zero says nothing.
The service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    if (schema.isReference) return;
    for (const [keyword, code] of Object.entries(codes)) {
      const limit = schema.value[keyword];
      if (typeof limit !== "number" || limit >= 0) continue;
      // There it is an unknown key.
      if (schema.kind !== "schema" && keyword.endsWith("Properties")) continue;
      report({
        at: schema.at(keyword),
        code,
        message: `The "${keyword}" of the ${schema.label} is ${limit}, which is less than 0.`,
        fix: {
          title: `Remove "${keyword}"`,
          isSafe: false,
          edits: [{ remove: schema.at(keyword) }],
        },
      });
    }
  },
  bad: `
{
  "parameters": {
    "State": {
      "name": "state",
      "in": "query",
      "type": "string",
      "minLength": -1,
                 //^^ The "minLength" of the parameter "state" is -1, which is less than 0.
      "maxLength": -1
                 //^^ The "maxLength" of the parameter "state" is -1, which is less than 0.
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "minProperties": -3,
                     //^^ The "minProperties" of the definition "Ticket" is -3, which is less than 0.
      "maxProperties": -3,
                     //^^ The "maxProperties" of the definition "Ticket" is -3, which is less than 0.
      "properties": {
        "watchers": {
          "type": "array",
          "minItems": -2,
                    //^^ The "minItems" of the property "watchers" is -2, which is less than 0.
          "maxItems": -1,
                    //^^ The "maxItems" of the property "watchers" is -1, which is less than 0.
          "items": { "type": "string" }
        }
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "State": {
      "name": "state",
      "in": "query",
      "type": "string"
    }
  },
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
      "minProperties": 0,
      "properties": {
        "title": { "type": "string", "minLength": 0, "maxLength": 80 },
        "severity": { "type": "integer", "minimum": -5 },
        "minItems": { "type": "integer", "default": -1 }
      }
    }
  }
}`,
});
