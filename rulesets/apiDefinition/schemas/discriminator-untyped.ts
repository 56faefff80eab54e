import { defineRule } from "../../rule.js";

export default defineRule({
  name: "discriminator-untyped",
  validatorCodes: [],
  sources: ["powerFx"],
  severity: "hint",
  summary: "No schema has a discriminator.",
  why: `Power Apps does not read what a \`discriminator\` leads to: such a value is untyped there, and makers cannot pick its
properties. Power Automate shows the properties of the schema itself, not those of the ones built on it.`,
  on: "schema",
  check(schema, { report }) {
    const { kind, value } = schema;
    if (kind !== "schema" || schema.isReference || typeof value.discriminator !== "string") return;
    report({
      at: schema.at("discriminator"),
      part: "key",
      message: `The ${schema.label} has a discriminator, so its values are untyped in Power Apps.`,
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "discriminator": "kind",
    //^^^^^^^^^^^^^^^ The definition "Ticket" has a discriminator, so its values are untyped in Power Apps.
      "required": ["kind"],
      "properties": {
        "kind": { "type": "string" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "User": {
      "type": "object",
      "properties": {
        "discriminator": { "type": "string" }
      }
    }
  }
}`,
});
