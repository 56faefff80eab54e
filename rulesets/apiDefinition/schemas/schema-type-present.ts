import type { Schema } from "../../../connector/schema.js";
import { asArray, isObject, typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schema-type-present",
  validatorCodes: [],
  policies: ["5000.2.4.1"],
  // Of the accepted certified connectors, more than one in five has such a property.
  sources: ["coding", "powerFx"],
  severity: { "independent-publisher": "info", custom: "info" },
  summary: "Every property and every item of an array has a type.",
  why: `Without a type the designer does not know what a property is: it offers it as plain text or not at all, and
Power Apps treats it as untyped.`,
  on: "schema",
  check(schema, { report }) {
    const { kind, keyword, value } = schema;
    if (
      kind !== "schema" ||
      schema.isReference ||
      (keyword !== "properties" && keyword !== "items")
    )
      return;
    if (saysWhatItIs.some((key) => key in value) || schema.isDynamic) return;
    const type = typeIn(schema);
    report({
      at: schema.pointer,
      message: `The ${schema.label} has no type.`,
      fix:
        type === undefined
          ? undefined
          : {
              title: `Add the type "${type}"`,
              isSafe: false,
              edits: [{ set: schema.at("type"), value: type }],
            },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
      //^^^^^^^ The property "state" has no type.
          "enum": ["open", "closed"]
        },
        "owner": {
      //^^^^^^^ The property "owner" has no type.
          "properties": {
            "name": { "type": "string" }
          }
        },
        "watchers": {
          "type": "array",
          "items": {
        //^^^^^^^ The schema of the items of property "watchers" has no type.
            "example": "an@contoso.com"
          }
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
          "enum": ["open", "closed"],
          "type": "string"
        },
        "owner": {
          "properties": {
            "name": { "type": "string" }
          },
          "type": "object"
        },
        "watchers": {
          "type": "array",
          "items": {
            "example": "an@contoso.com",
            "type": "string"
          }
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
        "state": { "type": "string" },
        "owner": { "$ref": "#/definitions/Person" },
        "creator": { "allOf": [{ "$ref": "#/definitions/Person" }] },
        "fields": { "x-ms-dynamic-schema": { "operationId": "GetFields" } }
      }
    },
    "Person": { "properties": { "name": { "type": "string" } } }
  }
}`,
});

/** What tells the type in another way, and what other rules tell as unknown. */
const saysWhatItIs = ["type", "allOf", "anyOf", "oneOf", "not", "$ref"];

/** The type that its other keywords tell, where there is nothing else that a type could be at odds with. */
function typeIn({ value }: Schema): string | undefined {
  if (value["x-ms-visibility"] === "internal") return undefined;
  if (Object.keys(value).some((key) => !ofAnyType.includes(key))) return undefined;
  const { properties, items, required } = value;
  if (isObject(properties)) return items === undefined ? "object" : undefined;
  if (required !== undefined) return undefined;
  if (isObject(items)) return "array";
  const known = [...asArray(value.enum), value.default, value.example].filter(
    (each) => each !== undefined && each !== null,
  );
  const types = new Set(known.map(typeOf));
  const [type] = types;
  // What an object or array holds is not known from a sample.
  return types.size === 1 && type !== "object" && type !== "array" ? type : undefined;
}

const ofAnyType = [
  ...["title", "description", "x-ms-summary", "x-ms-visibility", "readOnly"],
  ...["enum", "default", "example", "properties", "required", "items"],
];
