import type { Schema } from "../../../connector/schema.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "editor-dictionary-object-only",
  validatorCodes: ["InvalidCustomEditorExtensionDictionaryValue"],
  severity: "error",
  summary: "The editor for dictionaries stands on an object that may have further properties.",
  why: `With \`"x-ms-editor": "dictionary"\` a maker enters names and values in two columns. What is entered are properties that the schema does not name, so
it has to be an object that allows them with \`additionalProperties\`. The service refuses any other.`,
  on: "schema",
  check(schema, { report }) {
    const { type, value } = schema;
    if (schema.isReference || value["x-ms-editor"] !== "dictionary") return;
    const isObject = type === "object" || type === undefined;
    if (isObject && value.additionalProperties !== false) return;
    report({
      at: schema.at("x-ms-editor"),
      message: `The ${schema.label} has the editor "dictionary", but ${isObject ? "allows no additional properties" : `is of type ${type} and no object`}.`,
      fix: fixOf(schema, isObject),
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
          "additionalProperties": false,
          "x-ms-editor": "dictionary"
                       //^^^^^^^^^^^^ The property "fields" has the editor "dictionary", but allows no additional properties.
        },
        "title": {
          "type": "string",
          "x-ms-editor": "dictionary"
                       //^^^^^^^^^^^^ The property "title" has the editor "dictionary", but is of type string and no object.
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
          "type": "object",
          "additionalProperties": {
            "type": "string"
          },
          "x-ms-editor": "dictionary"
        },
        "title": {
          "type": "string"
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
        "fields": {
          "type": "object",
          "additionalProperties": { "type": "string" },
          "x-ms-editor": "dictionary"
        },
        "note": { "type": "string", "x-ms-editor": "html" }
      }
    }
  }
}`,
});

function fixOf(schema: Schema, isObject: boolean): Fix {
  return isObject
    ? {
        title: "Allow additional properties of type string",
        isSafe: false,
        edits: [{ set: schema.at("additionalProperties"), value: { type: "string" } }],
      }
    : {
        title: 'Remove "x-ms-editor"',
        isSafe: false,
        edits: [{ remove: schema.at("x-ms-editor") }],
      };
}
