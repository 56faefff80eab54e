import { asArray, typeOf } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "enum-uniform-type",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "warning",
  summary: "The values of an enum are all of one type.",
  why: `Power Apps supports an \`enum\` only when its values are all texts or all whole numbers, and makers cannot tell
\`1\` and \`"1"\` apart in a list. Where a \`type\` is stated, a value of another type is told by that.`,
  on: "schema",
  check(schema, { report }) {
    const { value } = schema;
    if (schema.isReference || "type" in value) return;
    const values = asArray(value.enum);
    const types = new Set(
      values
        .filter((item) => item !== null)
        .map((item) => {
          const type = typeOf(item);
          return type === "integer" ? "number" : type;
        }),
    );
    if (types.size < 2) return;
    const texts = values.map((item) => (typeof item === "object" ? item : String(item)));
    const isConvertible = !types.has("object") && !types.has("array");
    report({
      at: schema.at("enum"),
      message: `The enum of the ${schema.label} has values of the types ${[...types].join(" and ")}.`,
      fix:
        isConvertible && new Set(texts).size === texts.length
          ? {
              title: "Write the values as texts",
              isSafe: false,
              edits: values.flatMap((item, index) =>
                item === null || typeof item === "string"
                  ? []
                  : [{ set: schema.at("enum", index), value: String(item) }],
              ),
            }
          : undefined,
    });
  },
  bad: `
{
  "definitions": {
    "Level": {
      "enum": [1, 2, "none"]
    //^^^^^^ The enum of the definition "Level" has values of the types number and string.
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Level": {
      "enum": ["1", "2", "none"]
    }
  }
}`,
  good: `
{
  "definitions": {
    "Level": { "enum": [1, 1.5, null] },
    "State": { "enum": ["open", "closed"] },
    "Severity": { "type": "integer", "enum": [1, "2"] }
  }
}`,
});
