import type { Schema } from "../../../connector/schema.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "items-only-on-array",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "warning",
  summary: "Only arrays have items.",
  why: `On another type \`items\` has no effect: makers get one value where several are meant. Power Apps supports no request
with such a schema.`,
  on: "schema",
  check(schema, { report }) {
    const { type, value } = schema;
    if (schema.isReference || type === undefined || type === "array" || !("items" in value)) return;
    report({
      at: schema.at("items"),
      part: "key",
      message: `The ${schema.label} has items, but is of type ${type} and no array.`,
      fix: fixOf(schema),
    });
  },
  bad: `
{
  "parameters": {
    "State": {
      "name": "state",
      "in": "query",
      "type": "string",
      "items": { "type": "string" }
    //^^^^^^^ The parameter "state" has items, but is of type string and no array.
    }
  },
  "definitions": {
    "Tickets": {
      "type": "object",
      "items": { "type": "string" }
    //^^^^^^^ The definition "Tickets" has items, but is of type object and no array.
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
    "Tickets": {
      "type": "array",
      "items": { "type": "string" }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "watchers": { "type": "array", "items": { "type": "string" } },
        "items": { "type": "string" },
        "rows": { "items": { "type": "string" } }
      }
    }
  }
}`,
});

function fixOf(schema: Schema): Fix {
  const isMeantAsArray =
    schema.type === "object" && !ofOthers.some((key) => key in schema.value) && !schema.isDynamic;
  return isMeantAsArray
    ? {
        title: 'Change the type to "array"',
        isSafe: false,
        byHand: "breaks",
        edits: [{ set: schema.at("type"), value: "array" }],
      }
    : {
        title: 'Remove "items"',
        isSafe: false,
        byHand: "breaks",
        edits: [{ remove: schema.at("items") }],
      };
}

/** What an array has not, or would have of another type. */
const ofOthers = [
  ...["properties", "required", "additionalProperties", "allOf", "discriminator"],
  ...["default", "enum", "format", "x-ms-test-value", "x-ms-editor"],
];
