import type { Schema } from "../../../connector/schema.js";
import { isObject, strings } from "../../../connector/values.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "required-only-on-object",
  validatorCodes: ["RequiredPropertyNotOnObject"],
  sources: ["swagger"],
  severity: "warning",
  summary: "Only objects list required properties.",
  why: `A text or an array has no properties that could be required, so the list has no effect there. That of an array
is mostly meant for its items. The service asks for its removal.`,
  on: "schema",
  check(schema, { report }) {
    const { kind, type, value } = schema;
    if (kind !== "schema" || schema.isReference || type === undefined || type === "object") return;
    // An empty list is a fault of its own.
    if (!Array.isArray(value.required) || value.required.length === 0) return;
    report({
      at: schema.at("required"),
      part: "key",
      message: `The ${schema.label} is of type ${type}, but lists required properties as an object does.`,
      fix: fixOf(schema),
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "title": {
          "type": "string",
          "required": ["title"]
        //^^^^^^^^^^ The property "title" is of type string, but lists required properties as an object does.
        },
        "watchers": {
          "type": "array",
          "required": ["name"],
        //^^^^^^^^^^ The property "watchers" is of type array, but lists required properties as an object does.
          "items": {
            "type": "object",
            "properties": {
              "name": { "type": "string" }
            }
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
        "title": {
          "type": "string"
        },
        "watchers": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": { "type": "string" }
            },
            "required": [
              "name"
            ]
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
      "required": ["title"],
      "properties": {
        "title": { "type": "string" },
        "required": { "type": "array", "items": { "type": "string" } }
      }
    },
    "Person": {
      "required": ["name"],
      "properties": {
        "name": { "type": "string" }
      }
    }
  }
}`,
});

function fixOf(schema: Schema): Fix | undefined {
  const { required, items, properties } = schema.value;
  // Then the type is wrong, or the properties are.
  if (isObject(properties)) return undefined;
  const remove = { remove: schema.at("required") };
  const names = strings(required);
  const isOfItems =
    isObject(items) &&
    items.type === "object" &&
    items.required === undefined &&
    isObject(items.properties) &&
    names.every((name) => Object.hasOwn(items.properties as object, name));
  return isOfItems
    ? {
        title: 'Move "required" into the items',
        isSafe: false,
        edits: [remove, { set: schema.at("items", "required"), value: required }],
      }
    : { title: 'Remove "required"', isSafe: schema.type !== "array", edits: [remove] };
}
