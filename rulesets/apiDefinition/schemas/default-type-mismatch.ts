import { asArray, typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { asType, isOfType, writtenAs } from "../../typedValue.js";

export default defineRule({
  name: "default-type-mismatch",
  validatorCodes: ["DefaultValueMustMatchType"],
  sources: ["swagger"],
  severity: "warning",
  summary: "A default has the type of its schema.",
  why: `The default is what is sent when a maker enters nothing. In another type than the schema says the back
end may refuse it, and makers have seen a portal refuse to save such a definition.`,
  on: "schema",
  check(schema, { file, report }) {
    const { type, value } = schema;
    // A default of null is published widely and says that there is none.
    if (schema.isReference || type === undefined || (value.default ?? null) === null) return;
    if (isOfType(value.default, type)) {
      const itemType = type === "array" ? schema.items?.type : undefined;
      const wrong = asArray(value.default).findIndex(
        (item) => itemType !== undefined && item !== null && !isOfType(item, itemType),
      );
      if (wrong < 0) return;
      const item = asArray(value.default)[wrong];
      const right =
        typeof item === "number" && itemType === "string"
          ? writtenAs(file, schema.at("default", wrong), item)
          : asType(item, itemType!);
      report({
        at: schema.at("default", wrong),
        message: `The items of the ${schema.label} are of type ${itemType}, but item ${wrong + 1} of its default is of type ${typeOf(item)}.`,
        fix:
          right === undefined
            ? undefined
            : {
                title: `Write it as ${JSON.stringify(right)}`,
                isSafe: true,
                edits: [{ set: schema.at("default", wrong), value: right }],
              },
      });
      return;
    }
    const isNumber = typeof value.default === "number";
    const found = isNumber
      ? writtenAs(file, schema.at("default"), value.default)
      : JSON.stringify(value.default);
    const right = isNumber && type === "string" ? found : asType(value.default, type);
    report({
      at: schema.at("default"),
      message: `The ${schema.label} is of type ${type}, but its default ${found.length > 40 ? "" : `${found} `}is of type ${typeOf(value.default)}.`,
      fix:
        right === undefined
          ? undefined
          : {
              title: `Write the default as ${JSON.stringify(right)}`,
              isSafe: true,
              edits: [{ set: schema.at("default"), value: right }],
            },
    });
  },
  bad: `
{
  "parameters": {
    "Labels": {
      "name": "labels",
      "in": "query",
      "type": "array",
      "items": { "type": "string" },
      "default": ["new", 2]
                       //^ The items of the parameter "labels" are of type string, but item 2 of its default is of type integer.
    },
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "default": "10"
               //^^^^ The parameter "size" is of type integer, but its default "10" is of type string.
    },
    "Year": {
      "name": "year",
      "in": "query",
      "type": "string",
      "default": 2025
               //^^^^ The parameter "year" is of type string, but its default 2025 is of type integer.
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "isOpen": {
          "type": "boolean",
          "default": "True"
                   //^^^^^^ The property "isOpen" is of type boolean, but its default "True" is of type string.
        }
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Labels": {
      "name": "labels",
      "in": "query",
      "type": "array",
      "items": { "type": "string" },
      "default": ["new", "2"]
    },
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "default": 10
    },
    "Year": {
      "name": "year",
      "in": "query",
      "type": "string",
      "default": "2025"
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "isOpen": {
          "type": "boolean",
          "default": true
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
        "default": { "type": "integer" },
        "share": { "type": "number", "default": 1 },
        "state": { "type": "string", "default": "10" },
        "owner": { "type": "string", "default": null },
        "kinds": { "type": "array", "default": [], "items": { "type": "string" } },
        "address": { "type": "object", "default": {} },
        "anything": { "default": "10" }
      }
    }
  }
}`,
});
