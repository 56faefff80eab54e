import { defineRule } from "../../rule.js";

export default defineRule({
  name: "multiple-of-positive",
  validatorCodes: ["MultipleOfMustBeGreaterThanZero"],
  sources: ["swagger"],
  severity: "error",
  summary: "A multipleOf is greater than zero.",
  why: `Of 0 there is no other multiple than 0, and the sign makes no difference, so the service refuses what is
not above zero.`,
  on: "schema",
  check(schema, { report }) {
    const { multipleOf } = schema.value;
    if (schema.isReference || typeof multipleOf !== "number" || multipleOf > 0) return;
    const at = schema.at("multipleOf");
    report({
      at,
      message: `The "multipleOf" of the ${schema.label} is ${multipleOf}, but must be greater than 0.`,
      fix:
        multipleOf < 0
          ? {
              title: `Write ${-multipleOf}`,
              isSafe: true,
              edits: [{ set: at, value: -multipleOf }],
            }
          : { title: 'Remove "multipleOf"', isSafe: false, edits: [{ remove: at }] },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "effort": {
          "type": "number",
          "multipleOf": -0.25
                      //^^^^^ The "multipleOf" of the property "effort" is -0.25, but must be greater than 0.
        },
        "severity": {
          "type": "integer",
          "multipleOf": 0
                      //^ The "multipleOf" of the property "severity" is 0, but must be greater than 0.
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
        "effort": {
          "type": "number",
          "multipleOf": 0.25
        },
        "severity": {
          "type": "integer"
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
        "effort": { "type": "number", "multipleOf": 0.25 },
        "multipleOf": { "type": "integer", "default": 0 }
      }
    }
  }
}`,
});
