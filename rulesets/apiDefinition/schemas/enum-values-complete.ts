import { enumValuesOf } from "../../../connector/enumValues.js";
import { asArray } from "../../../connector/values.js";
import { defineRule, oneOf } from "../../rule.js";
import { titleCase } from "../../words.js";

export default defineRule({
  name: "enum-values-complete",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "info",
  summary: "x-ms-enum-values has a name for every value of the enum.",
  why: `Where only some values have a name, makers see names and raw values in one list, or miss those that have none.`,
  on: "schema",
  check(schema, { report }) {
    const entries = enumValuesOf(schema);
    const values: unknown[] = asArray(schema.value.enum);
    const texts = new Set(values.map((item) => JSON.stringify(item)));
    const named = new Set(entries.map(({ value }) => JSON.stringify(value)));
    // One that is not in the enum may be meant for one that lacks its name.
    if (named.size === 0 || [...named].some((text) => !texts.has(text))) return;
    // Null and an empty text say that nothing is picked, and need no name.
    const missing = values.filter(
      (item) => item !== null && item !== "" && !named.has(JSON.stringify(item)),
    );
    if (missing.length === 0) return;
    const isText = missing.every((item) => typeof item === "string" && item.trim() !== "");
    report({
      at: schema.at("x-ms-enum-values"),
      message: `The x-ms-enum-values of the ${schema.label} have no name for ${missing.length > 8 ? `${missing.length} values of its enum` : oneOf(missing)}.`,
      fix:
        isText && new Set(missing).size === missing.length
          ? {
              title: missing.length === 1 ? "Add a name for it" : "Add names for them",
              isSafe: false,
              edits: missing.map((value) => ({
                set: schema.at("x-ms-enum-values", "-"),
                value: { value, displayName: titleCase(String(value)) || value },
              })),
            }
          : undefined,
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
          "enum": ["open", "closed", "in_progress"],
          "x-ms-enum-values": [
        //^^^^^^^^^^^^^^^^^^ The x-ms-enum-values of the property "state" have no name for "closed" or "in_progress".
            { "value": "open", "displayName": "Open" }
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
        "state": {
          "type": "string",
          "enum": ["open", "closed", "in_progress"],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" },
            {
              "value": "closed",
              "displayName": "Closed"
            },
            {
              "value": "in_progress",
              "displayName": "In Progress"
            }
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
        "state": {
          "type": "string",
          "enum": ["open", null],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" }
          ]
        },
        "kind": { "type": "string", "enum": ["fault", "wish"] },
        "level": { "type": "string", "enum": ["high", "low"], "x-ms-enum-values": [] }
      }
    }
  }
}`,
});
