import { defineRule } from "../../rule.js";

/** The keywords that belong together, and Microsoft's code, which it has not for properties. */
const pairs = [
  ["minimum", "maximum", "MinimumShouldBeLessThanOrEqualToMaximum"],
  ["minItems", "maxItems", "MinItemsShouldBeLessThanOrEqualToMaxItems"],
  ["minLength", "maxLength", "MinLengthShouldBeLessThanOrEqualToMaxLength"],
  ["minProperties", "maxProperties", null],
] as const;

export default defineRule({
  name: "minimum-not-above-maximum",
  validatorCodes: pairs.flatMap(([, , code]) => code ?? []),
  sources: ["swagger"],
  severity: "error",
  summary: "The smallest allowed value, length or count is not above the largest one.",
  why: `Nothing can be both at least 10 and at most 5, so a maker can enter no value that is accepted. Mostly the two
limits have changed places. The service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    if (schema.isReference) return;
    for (const [least, most, code] of pairs) {
      const minimum = schema.value[least];
      const maximum = schema.value[most];
      if (typeof minimum !== "number" || typeof maximum !== "number" || minimum <= maximum)
        continue;
      // There they are unknown keys.
      if (schema.kind !== "schema" && least === "minProperties") continue;
      // One below zero is told as that.
      if (least !== "minimum" && maximum < 0) continue;
      report({
        at: schema.at(least),
        code,
        message: `The "${least}" of the ${schema.label} is ${minimum}, which is more than its "${most}" ${maximum}.`,
        related: [{ at: schema.at(most), message: `The "${most}" is ${maximum}.` }],
        fix: {
          title: `Swap "${least}" and "${most}"`,
          isSafe: false,
          edits: [
            { set: schema.at(least), value: maximum },
            { set: schema.at(most), value: minimum },
          ],
        },
      });
    }
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "severity": {
          "type": "integer",
          "minimum": 5,
                   //^ The "minimum" of the property "severity" is 5, which is more than its "maximum" 1.
          "maximum": 1
        },
        "title": {
          "type": "string",
          "maxLength": 3,
          "minLength": 80
                     //^^ The "minLength" of the property "title" is 80, which is more than its "maxLength" 3.
        },
        "watchers": {
          "type": "array",
          "items": { "type": "string" },
          "minItems": 9,
                    //^ The "minItems" of the property "watchers" is 9, which is more than its "maxItems" 1.
          "maxItems": 1
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
        "severity": {
          "type": "integer",
          "minimum": 1,
          "maximum": 5
        },
        "title": {
          "type": "string",
          "maxLength": 80,
          "minLength": 3
        },
        "watchers": {
          "type": "array",
          "items": { "type": "string" },
          "minItems": 1,
          "maxItems": 9
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
        "severity": { "type": "integer", "minimum": 1, "maximum": 5 },
        "code": { "type": "string", "minLength": 4, "maxLength": 4 },
        "effort": { "type": "number", "minimum": 1 },
        "watchers": { "type": "array", "maxItems": 0, "items": { "type": "string" } }
      }
    }
  }
}`,
});
