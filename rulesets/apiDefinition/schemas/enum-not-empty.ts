import { asArray, member } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "enum-not-empty",
  validatorCodes: ["EnumMustContainAtLeastOneElement"],
  severity: "error",
  summary: "An enum has at least one value.",
  why: `An \`enum\` lists the only values that are allowed, so an empty one allows none at all. The service
refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    const { value } = schema;
    if (schema.isReference || !Array.isArray(value.enum) || value.enum.length > 0) return;
    const named = asArray(value["x-ms-enum-values"]).flatMap(
      (entry) => member(entry, "value") ?? [],
    );
    report({
      at: schema.at("enum"),
      message: `The enum of the ${schema.label} has no value.`,
      fix:
        named.length > 0
          ? {
              title: "Fill it with the values that have names",
              isSafe: false,
              edits: [{ set: schema.at("enum"), value: named }],
            }
          : { title: "Remove the enum", isSafe: true, edits: [{ remove: schema.at("enum") }] },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": {
          "type": "string",
          "enum": []
        //^^^^^^ The enum of the property "state" has no value.
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
        "state": { "type": "string", "enum": ["new"] },
        "enum": { "type": "string" }
      }
    }
  }
}`,
});
