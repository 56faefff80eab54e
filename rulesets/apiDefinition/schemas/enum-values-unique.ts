import { enumValuesOf } from "../../../connector/enumValues.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "enum-values-unique",
  validatorCodes: ["DuplicateEnumValuesInExtension"],
  severity: "error",
  tag: "unnecessary",
  summary: "x-ms-enum-values has each value once.",
  why: `\`x-ms-enum-values\` gives every value of an enum the name that makers see. With two names for one value it is left
open which of them is shown, and the service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    const seen = new Map<string, ReturnType<typeof enumValuesOf>[number]>();
    for (const entry of enumValuesOf(schema)) {
      const text = JSON.stringify(entry.value);
      const first = seen.get(text);
      if (first === undefined) {
        seen.set(text, entry);
        continue;
      }
      const at = schema.at("x-ms-enum-values", entry.index);
      report({
        at,
        message: `The x-ms-enum-values of the ${schema.label} have the value ${text} more than once.`,
        related: [
          {
            at: schema.at("x-ms-enum-values", first.index),
            message: "Here it stands for the first time.",
          },
        ],
        fix: {
          title: "Remove the repetition",
          isSafe: first.displayName === entry.displayName,
          edits: [{ remove: at }],
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
          "enum": [1, 2],
          "x-ms-enum-values": [
            { "value": 1, "displayName": "High" },
            { "value": 2, "displayName": "Low" },
            { "value": 1, "displayName": "Urgent" }
          //^ The x-ms-enum-values of the property "severity" have the value 1 more than once.
          ]
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
          "enum": [1, 2],
          "x-ms-enum-values": [
            { "value": 1, "displayName": "High" },
            { "value": 2, "displayName": "Low" }
          ]
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
        "severity": {
          "enum": [1, "1"],
          "x-ms-enum-values": [
            { "value": 1, "displayName": "High" },
            { "value": "1", "displayName": "High" }
          ]
        }
      }
    }
  }
}`,
});
