import { typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";
import { asType, isOfType } from "../../typedValue.js";

export default defineRule({
  name: "test-value-type-mismatch",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "An x-ms-test-value has the type of its schema.",
  why: `\`x-ms-test-value\` is what a test of the operation sends. In another type than the schema says the test fails,
whatever the operation does.`,
  on: "schema",
  check(schema, { report }) {
    const { type, value } = schema;
    const tested = value["x-ms-test-value"];
    if (schema.isReference || type === undefined || (tested ?? null) === null) return;
    if (isOfType(tested, type)) return;
    const right = asType(tested, type);
    report({
      at: schema.at("x-ms-test-value"),
      message: `The ${schema.label} is of type ${type}, but its x-ms-test-value is of type ${typeOf(tested)}.`,
      fix:
        right === undefined
          ? undefined
          : {
              title: `Write it as ${type}`,
              isSafe: true,
              edits: [{ set: schema.at("x-ms-test-value"), value: right }],
            },
    });
  },
  bad: `
{
  "parameters": {
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "x-ms-test-value": "10"
                       //^^^^ The parameter "size" is of type integer, but its x-ms-test-value is of type string.
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "x-ms-test-value": 10
    }
  }
}`,
  good: `
{
  "parameters": {
    "PageSize": { "name": "size", "in": "query", "type": "integer", "x-ms-test-value": 10 },
    "Queue": { "name": "queue", "in": "query", "type": "string", "x-ms-test-value": "10" }
  },
  "definitions": {
    "Ticket": { "type": "object", "x-ms-test-value": { "title": "Printer" } }
  }
}`,
});
