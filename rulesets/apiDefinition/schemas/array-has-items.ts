import { asArray, typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { isOfType } from "../../typedValue.js";

export default defineRule({
  name: "array-has-items",
  validatorCodes: ["ArrayHasNoItems"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every array says what its items are.",
  why: `Without \`items\` a maker cannot pick anything inside the array, and the service refuses the
definition. This holds for properties, parameters and headers alike.`,
  on: "schema",
  check(schema, { report }) {
    const { value } = schema;
    if (schema.isReference || schema.type !== "array" || "items" in value || schema.isDynamic)
      return;
    const type = typeOfItems(value.default) ?? typeOfItems(value.example) ?? "string";
    report({
      at: schema.pointer,
      missing: "items",
      message: `The ${schema.label} is an array but has no items.`,
      fix: {
        title: `Add items of type ${type}`,
        isSafe: false,
        edits: [{ set: schema.at("items"), value: { type } }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          {
        //^ The parameter "states" is an array but has no items.
            "name": "states",
            "in": "query",
            "type": "array"
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "properties": {
                "counts": {
              //^^^^^^^^ The property "counts" is an array but has no items.
                  "type": "array",
                  "example": [1, 2]
                }
              }
            }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          {
            "name": "states",
            "in": "query",
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "properties": {
                "counts": {
                  "type": "array",
                  "example": [1, 2],
                  "items": {
                    "type": "integer"
                  }
                }
              }
            }
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
        "states": { "type": "array", "items": { "type": "string" } },
        "watchers": { "type": "array", "items": { "$ref": "#/definitions/Person" } },
        "rows": { "type": "array", "items": {} },
        "fields": { "type": "object" }
      }
    }
  }
}`,
});

/** The type that all items of an array have. */
function typeOfItems(array: unknown): string | undefined {
  const [first, ...others] = asArray(array);
  if (first === undefined || first === null) return undefined;
  const type = typeOf(first);
  return others.every((item) => isOfType(item, type)) ? type : undefined;
}
