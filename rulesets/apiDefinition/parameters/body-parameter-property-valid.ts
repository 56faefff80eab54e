import type { Parameter } from "../../../connector/apiDefinition.js";
import { isReference } from "../../../connector/reference.js";
import { isObject } from "../../../connector/values.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "body-parameter-property-valid",
  validatorCodes: ["BodyParameterPropertyNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "What describes the content of a body stands in its schema.",
  why: `A \`body\` parameter has a \`schema\` for the type of what is sent.
The service refuses \`type\`, \`format\`, \`enum\` and the like beside it.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in !== "body") return;
    // The type file is refused wherever it stands.
    const isFile = parameter.type === "file";
    for (const key of Object.keys(parameter.value))
      if (ofContent.has(key) && !(isFile && key === "type"))
        report({
          at: parameter.at(key),
          part: "key",
          message: `The ${parameter.label} has "${key}" beside its schema instead of in it.`,
          fix: move(parameter, key),
        });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "type": "object",
          //^^^^^^ The body parameter "body" has "type" beside its schema instead of in it.
            "schema": {
              "type": "object"
            },
            "default": {},
          //^^^^^^^^^ The body parameter "body" has "default" beside its schema instead of in it.
            "title": "Ticket"
          //^^^^^^^ The body parameter "body" has "title" beside its schema instead of in it.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "default": {},
              "title": "Ticket"
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "state", "in": "query", "type": "string", "default": "open" },
          { "name": "body", "in": "body", "required": true, "schema": { "type": "object" }, "x-ms-summary": "Ticket" }
        ]
      }
    }
  }
}`,
});

function move(parameter: Parameter, key: string): Fix | undefined {
  const { schema } = parameter.value;
  if (schema !== undefined && (!isObject(schema) || isReference(schema))) return undefined;
  const value = parameter.value[key];
  const present = schema?.[key];
  if (present !== undefined && JSON.stringify(present) !== JSON.stringify(value)) return undefined;
  return {
    title: present === undefined ? `Move "${key}" into the schema` : `Remove "${key}"`,
    isSafe: true,
    edits: [
      { remove: parameter.at(key) },
      ...(present !== undefined
        ? []
        : schema === undefined
          ? [{ set: parameter.at("schema"), value: { [key]: value } }]
          : [{ set: parameter.at("schema", key), value }]),
    ],
  };
}

const ofContent = new Set([
  "type",
  "format",
  "items",
  "default",
  "enum",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "collectionFormat",
  "properties",
  "additionalProperties",
  "allOf",
  "title",
  "example",
]);
