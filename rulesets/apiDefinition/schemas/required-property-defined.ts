import type { ApiDefinition } from "../../../connector/apiDefinition.js";
import { maximumComposition, type Schema } from "../../../connector/schema.js";
import { asArray, isObject } from "../../../connector/values.js";
import { nearestValue } from "../../nearest.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "required-property-defined",
  validatorCodes: ["RequiredPropertyDefinitionMissing"],
  severity: "warning",
  summary: "Every property that an object requires is one of its properties.",
  why: `A required property that is not defined cannot be filled in, since makers see no field for it. Mostly
its name is misspelt in one of the two places.`,
  on: "schema",
  check(schema, { definition, report }) {
    const { value, type } = schema;
    const required = asArray(value.required);
    if (schema.kind !== "schema" || schema.isReference || required.length === 0) return;
    if (type !== undefined && type !== "object") return;
    let known: ReadonlySet<string> | undefined;
    for (const [index, name] of required.entries()) {
      if (typeof name !== "string" || schema.properties.has(name)) continue;
      const whole = wholes(schema, definition);
      if (whole === undefined || whole.some(isOpen)) return;
      known ??= new Set(whole.flatMap(({ properties }) => [...properties.keys()]));
      if (known.has(name)) continue;
      const others = [...known].filter((each) => !required.includes(each));
      report({
        at: schema.at("required", index),
        message: `The ${schema.label} requires the property "${name}", but does not define it.`,
        fix: nearestValue(schema.at("required", index), name, others),
      });
    }
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["ID", "titl"],
                 //^^^^ The definition "Ticket" requires the property "ID", but does not define it.
                       //^^^^^^ The definition "Ticket" requires the property "titl", but does not define it.
      "properties": {
        "id": { "type": "string" },
        "title": { "type": "string" }
      }
    },
    "Incident": {
      "required": ["severty"],
                 //^^^^^^^^^ The definition "Incident" requires the property "severty", but does not define it.
      "allOf": [
        { "$ref": "#/definitions/Ticket" },
        {
          "properties": {
            "severity": { "type": "integer" }
          }
        }
      ]
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id", "title"],
      "properties": {
        "id": { "type": "string" },
        "title": { "type": "string" }
      }
    },
    "Incident": {
      "required": ["severity"],
      "allOf": [
        { "$ref": "#/definitions/Ticket" },
        {
          "properties": {
            "severity": { "type": "integer" }
          }
        }
      ]
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "type": "string" }
      }
    },
    "Incident": {
      "allOf": [
        { "$ref": "#/definitions/Ticket" },
        { "required": ["id", "severity"] },
        { "$ref": "#/definitions/WithTitle" }
      ],
      "properties": {
        "severity": { "type": "integer" },
        "title": { "type": "string" }
      }
    },
    "WithTitle": {
      "type": "object",
      "required": ["title"]
    },
    "Fields": {
      "type": "object",
      "required": ["origin"],
      "additionalProperties": { "type": "string" }
    },
    "Form": {
      "type": "object",
      "required": ["answer"],
      "x-ms-dynamic-schema": { "operationId": "GetForm" }
    }
  }
}`,
});

/**
 * A schema and all that it is a part of by `allOf`, here or by a reference; `undefined` when there are so many that
 * nobody reads what comes of it.
 */
function wholes(schema: Schema, definition: ApiDefinition | undefined): Schema[] | undefined {
  const found = new Set([schema]);
  // Grows while it is walked.
  for (const part of found) {
    if (found.size > maximumComposition) return undefined;
    if (part.composed !== undefined) found.add(part.composed);
    for (const composer of definition?.schemaGraph.composers.get(part) ?? []) found.add(composer);
  }
  return [...found];
}

/** Whether properties can be there that nothing names: dynamic ones, or those of a part that is not found. */
function isOpen(schema: Schema): boolean {
  return (
    schema.parts.length >= maximumComposition ||
    (schema.isReference && schema.resolved === undefined) ||
    schema.parts.some(
      (part) =>
        part.isDynamic ||
        part.value.additionalProperties === true ||
        isObject(part.value.additionalProperties) ||
        part.children("allOf").some(({ resolved }) => resolved === undefined),
    )
  );
}
