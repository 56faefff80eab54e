import { asArray } from "../../../connector/values.js";
import { enumValuesOf } from "../../enumValues.js";
import { defineRule, oneOf } from "../../rule.js";
import { titleCase } from "../../words.js";

export default defineRule({
  name: "enum-values-complete",
  validatorCodes: [],
  severity: "info",
  summary: "x-ms-enum-values has a name for every value of the enum.",
  why: `Where only some values have a name, makers see names and raw values in one list, or miss those that have none.`,
  on: "schema",
  check(schema, { report }) {
    const entries = enumValuesOf(schema);
    const named = new Set(entries.map(({ value }) => JSON.stringify(value)));
    // Neither null nor an empty text needs a name: both say that nothing is picked.
    const values: unknown[] = asArray(schema.value.enum).filter(
      (item) => item !== null && item !== "",
    );
    // One that is not in the enum may be meant for one that lacks its name.
    if (entries.length === 0 || entries.some(({ value }) => !values.includes(value))) return;
    const missing = values.filter((item) => !named.has(JSON.stringify(item)));
    if (missing.length === 0) return;
    const some =
      missing.length > 8
        ? `${missing.length} values of its enum`
        : `${missing.length === 1 ? "the value" : "the values"} ${oneOf(missing).replace(/ or (?=\S*$)/, " and ")}`;
    const texts = new Set(missing.map(String));
    report({
      at: schema.at("x-ms-enum-values"),
      message: `The x-ms-enum-values of the ${schema.label} have no name for ${some}.`,
      fix:
        missing.every((item) => typeof item === "string" && item.trim() !== "") &&
        texts.size === missing.length
          ? {
              title: missing.length === 1 ? "Add a name for it" : "Add names for them",
              isSafe: false,
              edits: missing.map((value) => ({
                set: schema.at("x-ms-enum-values", "-"),
                value: { value, displayName: titleCase(String(value)) || String(value) },
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
        //^^^^^^^^^^^^^^^^^^ The x-ms-enum-values of the property "state" have no name for the values "closed" and "in_progress".
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
