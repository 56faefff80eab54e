import { asArray, typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { asType, isOfType, writtenAs } from "../../typedValue.js";

export default defineRule({
  name: "enum-value-type-mismatch",
  validatorCodes: ["InvalidEnumValue"],
  severity: "warning",
  summary: "Every value of an enum has the type of its schema.",
  why: `Makers pick from the \`enum\`, and what they pick is sent as it is written there. A value of another type
contradicts the \`type\`, so the connector sends or promises what its own schema forbids.`,
  on: "schema",
  check(schema, { file, report }) {
    const { type, value } = schema;
    // The values of an array are a matter of its items.
    if (schema.isReference || type === undefined || type === "array") return;
    // There is no such type outside of schemas, which another rule tells.
    if (type === "object" && schema.kind !== "schema") return;
    const values = asArray(value.enum);
    const wrong = values.flatMap((item, index) =>
      isOfType(item, type) || (item === null && value["x-nullable"] === true)
        ? []
        : [
            {
              item,
              index,
              right:
                typeof item === "number" && type === "string"
                  ? writtenAs(file, schema.at("enum", index), item)
                  : asType(item, type),
            },
          ],
    );
    if (wrong.length === 0) return;
    const [{ item }] = wrong as [(typeof wrong)[number]];
    const count = wrong.length === 1 ? "the value" : `${wrong.length} values, such as`;
    const isConvertible = wrong.every(
      ({ right }) => right !== undefined && !values.includes(right),
    );
    report({
      at: schema.at("enum"),
      message: `The ${schema.label} is of type ${type}, but its enum has ${count} ${JSON.stringify(item)} of type ${typeOf(item)}.`,
      fix: isConvertible
        ? {
            title: `Write the values as ${type}`,
            isSafe: false,
            byHand: "breaks",
            edits: wrong.map(({ index, right }) => ({
              set: schema.at("enum", index),
              value: right,
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
        "isOpen": {
          "type": "boolean",
          "enum": ["true", "false"]
        //^^^^^^ The property "isOpen" is of type boolean, but its enum has 2 values, such as "true" of type string.
        },
        "severity": {
          "type": "integer",
          "enum": [1, "2", 3]
        //^^^^^^ The property "severity" is of type integer, but its enum has the value "2" of type string.
        },
        "year": {
          "type": "string",
          "enum": [2024, 2025]
        //^^^^^^ The property "year" is of type string, but its enum has 2 values, such as 2024 of type integer.
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
        "isOpen": {
          "type": "boolean",
          "enum": [true, false]
        },
        "severity": {
          "type": "integer",
          "enum": [1, 2, 3]
        },
        "year": {
          "type": "string",
          "enum": ["2024", "2025"]
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
        "isOpen": { "type": "boolean", "enum": [true] },
        "severity": { "type": "number", "enum": [1, 1.5] },
        "state": { "type": "string", "enum": ["new", null], "x-nullable": true },
        "kinds": { "type": "array", "items": { "type": "string", "enum": ["fault", "wish"] } },
        "anything": { "enum": ["a", 1] }
      }
    }
  }
}`,
});
