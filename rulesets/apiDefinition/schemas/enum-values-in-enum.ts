import { enumValuesOf } from "../../../connector/enumValues.js";
import type { Pointer } from "../../../connector/pointer.js";
import type { Schema } from "../../../connector/schema.js";
import { asArray } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Fix, oneOf } from "../../rule.js";
import { isOfType } from "../../typedValue.js";

export default defineRule({
  name: "enum-values-in-enum",
  validatorCodes: ["InvalidEnumValuesExtensionValue"],
  severity: "error",
  summary: "Every value of x-ms-enum-values is one of the enum beside it.",
  why: `\`x-ms-enum-values\` gives the values of an enum the names that makers see. A value that the enum has not is
misspelt in one of the two, so a maker picks what the enum forbids; the service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    const { enum: listed } = schema.value;
    if (listed === undefined || (Array.isArray(listed) && listed.length === 0)) {
      reportWithoutEnum(schema, report);
      return;
    }
    const allowed = asArray(listed);
    if (allowed.length === 0) return;
    const texts = new Set(allowed.map((item) => JSON.stringify(item)));
    const entries = enumValuesOf(schema);
    const wrong = entries.filter(({ value }) => !texts.has(JSON.stringify(value)));
    if (wrong.length === 0) return;
    const named = new Set(entries.map(({ value }) => value));
    // One that has its name already is not what is meant.
    const free = allowed.filter((item) => !named.has(item));
    const freeByText = new Map(free.map((item) => [textOf(item), item]));
    // Two lists that have nothing in common are no matter of spelling.
    const freeTexts =
      wrong.length > 100 ? [] : free.filter((item): item is string => typeof item === "string");
    for (const { index, value } of wrong) {
      const text = JSON.stringify(value);
      const at = schema.at("x-ms-enum-values", index, "value");
      const same = freeByText.get(textOf(value));
      const meant = same ?? (typeof value === "string" ? nearest(value, freeTexts) : undefined);
      const type = schema.type;
      const fix: Fix | undefined =
        meant !== undefined
          ? {
              title: `Write ${JSON.stringify(meant)}`,
              isSafe: same !== undefined,
              edits: [{ set: at, value: meant }],
            }
          : type !== undefined && isOfType(value, type)
            ? {
                title: `Add ${text} to the enum`,
                isSafe: false,
                edits: [{ set: schema.at("enum", "-"), value }],
              }
            : undefined;
      report({
        at,
        message: `The x-ms-enum-values of the ${schema.label} have the value ${text}, which its enum has not${allowed.length > 12 ? "" : `: ${oneOf(allowed)}`}.`,
        fix,
      });
    }
  },
  bad: `
{
  "definitions": {
    "Kind": {
      "type": "string",
      "x-ms-enum-values": [
    //^^^^^^^^^^^^^^^^^^ The definition "Kind" has x-ms-enum-values, but no enum whose values they would name.
        { "value": "wish", "displayName": "Wish" }
      ]
    },
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "enum": ["open", "closed"],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" },
            { "value": "close", "displayName": "Closed" },
                     //^^^^^^^ The x-ms-enum-values of the property "state" have the value "close", which its enum has not: "open" or "closed".
            { "value": "waiting", "displayName": "Waiting" }
                     //^^^^^^^^^ The x-ms-enum-values of the property "state" have the value "waiting", which its enum has not: "open" or "closed".
          ]
        },
        "severity": {
          "type": "integer",
          "enum": [1, 2],
          "x-ms-enum-values": [
            { "value": "1", "displayName": "High" },
                     //^^^ The x-ms-enum-values of the property "severity" have the value "1", which its enum has not: 1 or 2.
            { "value": 2, "displayName": "Low" }
          ]
        }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Kind": {
      "type": "string",
      "x-ms-enum-values": [
        { "value": "wish", "displayName": "Wish" }
      ],
      "enum": [
        "wish"
      ]
    },
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "enum": ["open", "closed", "waiting"],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" },
            { "value": "closed", "displayName": "Closed" },
            { "value": "waiting", "displayName": "Waiting" }
          ]
        },
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
        "state": {
          "type": "string",
          "enum": ["open", "closed"],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" }
          ]
        }
      }
    }
  }
}`,
});

/** Names of values that nothing allows: the enum is missing, or it stands in the items of the array. */
function reportWithoutEnum(
  schema: Schema,
  report: (finding: { at: Pointer; part: "key"; message: string; fix: Fix | undefined }) => void,
): void {
  const entries = enumValuesOf(schema);
  if (entries.length === 0) return;
  const { type } = schema;
  const at = schema.at("x-ms-enum-values");
  const inItems = schema.children("items").find(({ value }) => asArray(value.enum).length > 0);
  const values = [...new Map(entries.map(({ value }) => [JSON.stringify(value), value])).values()];
  const canBe = type !== undefined && values.every((value) => isOfType(value, type));
  report({
    at,
    part: "key",
    message:
      inItems === undefined
        ? `The ${schema.label} has x-ms-enum-values, but no enum whose values they would name.`
        : `The ${schema.label} has x-ms-enum-values, but the enum whose values they name is that of its items.`,
    fix:
      inItems !== undefined
        ? inItems.isReference || "x-ms-enum-values" in inItems.value
          ? undefined
          : {
              title: "Move them into the items",
              isSafe: false,
              edits: [
                { remove: at },
                {
                  set: inItems.at("x-ms-enum-values"),
                  value: schema.value["x-ms-enum-values"],
                },
              ],
            }
        : canBe
          ? {
              title: "Add the enum with these values",
              isSafe: false,
              edits: [{ set: schema.at("enum"), value: values }],
            }
          : undefined,
  });
}

/** How a value reads: `1` and `"1"` alike. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
