import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "properties-not-empty",
  validatorCodes: [],
  sources: ["submission"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  tag: "unnecessary",
  summary: "A list of properties is not empty.",
  why: `\`"properties": {}\` says no more than its absence: makers see an object in which they can pick nothing. Reviewers ask for
the properties, or for the removal of the empty list.`,
  on: "schema",
  check(schema, { report }) {
    const { value } = schema;
    const { properties } = value;
    if (schema.isReference || !isObject(properties) || Object.keys(properties).length > 0) return;
    // There they are told at design time.
    if (schema.isDynamic) return;
    const isAll = Object.keys(value).length === 1;
    report({
      at: schema.at("properties"),
      part: "key",
      message: `The ${schema.label} has an empty list of properties.`,
      fix: {
        title: 'Remove "properties"',
        isSafe: false,
        edits: [
          // An empty schema would say even less.
          ...(isAll ? [{ set: schema.at("type"), value: "object" }] : []),
          { remove: schema.at("properties") },
        ],
      },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "fields": {
          "type": "object",
          "properties": {}
        //^^^^^^^^^^^^ The property "fields" has an empty list of properties.
        },
        "origin": {
          "properties": {}
        //^^^^^^^^^^^^ The property "origin" has an empty list of properties.
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
        "fields": {
          "type": "object"
        },
        "origin": {
          "type": "object"
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
        "fields": { "type": "object" },
        "form": { "type": "object", "properties": {}, "x-ms-dynamic-schema": { "operationId": "GetForm" } },
        "properties": { "type": "object", "default": {} }
      }
    }
  }
}`,
});
