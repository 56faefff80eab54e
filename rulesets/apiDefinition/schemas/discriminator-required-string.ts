import type { Schema } from "../../../connector/schema.js";
import { nearest } from "../../nearest.js";
import { requireProperty } from "../../requiredList.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "discriminator-required-string",
  validatorCodes: ["DiscriminatorMustBeARequiredStringProperty"],
  sources: ["swagger"],
  severity: "error",
  summary: "A discriminator names a required property of type string.",
  why: `The value of the property that \`discriminator\` names tells which schema an object has, so it must always be there and
be a text. The service refuses any other.`,
  on: "schema",
  check(schema, { report }) {
    const name = schema.value.discriminator;
    if (schema.kind !== "schema" || schema.isReference || typeof name !== "string") return;
    const found = problemOf(schema, name);
    if (found !== undefined)
      report({
        at: schema.at("discriminator"),
        message: `The discriminator of the ${schema.label} is "${name}", which is no ${found.missing} of it.`,
        fix: found.fix,
      });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "discriminator": "kind",
                     //^^^^^^ The discriminator of the definition "Ticket" is "kind", which is no required property of it.
      "required": ["id"],
      "properties": {
        "id": { "type": "string" },
        "kind": { "type": "string" }
      }
    },
    "Person": {
      "type": "object",
      "discriminator": "typ",
                     //^^^^^ The discriminator of the definition "Person" is "typ", which is no property of it.
      "required": ["type"],
      "properties": {
        "type": { "type": "string" }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "discriminator": "kind",
      "required": ["id", "kind"],
      "properties": {
        "id": { "type": "string" },
        "kind": { "type": "string" }
      }
    },
    "Person": {
      "type": "object",
      "discriminator": "type",
      "required": ["type"],
      "properties": {
        "type": { "type": "string" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "discriminator": "kind",
      "allOf": [{ "$ref": "#/definitions/Entity" }],
      "properties": {
        "discriminator": { "type": "string" }
      }
    },
    "Entity": {
      "type": "object",
      "required": ["kind"],
      "properties": {
        "kind": { "$ref": "#/definitions/Kind" }
      }
    },
    "Kind": { "type": "string" }
  }
}`,
});

function problemOf(
  schema: Schema,
  name: string,
): { missing: string; fix?: Fix | undefined } | undefined {
  const isUnknown = schema.parts.some(
    (part) =>
      part.isDynamic || part.children("allOf").some(({ resolved }) => resolved === undefined),
  );
  const property = schema.properties.get(name);
  if (property === undefined) {
    if (isUnknown) return undefined;
    const meant = nearest(name, schema.properties.keys());
    const isFit = meant !== undefined && problemOf(schema, meant) === undefined;
    return {
      missing: "property",
      fix: isFit
        ? {
            title: `Change it to "${meant}"`,
            isSafe: false,
            edits: [{ set: schema.at("discriminator"), value: meant }],
          }
        : undefined,
    };
  }
  const type = property.resolved?.type;
  if (type !== undefined && type !== "string") return { missing: "property of type string" };
  if (schema.requires(name) || isUnknown) return undefined;
  const edits = requireProperty(schema, name);
  return {
    missing: "required property",
    fix: edits && { title: `Make the property "${name}" required`, isSafe: false, edits },
  };
}
