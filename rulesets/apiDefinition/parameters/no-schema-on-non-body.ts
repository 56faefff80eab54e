import type { Parameter } from "../../../connector/apiDefinition.js";
import type { JsonEdit } from "../../../connector/edit.js";
import { isReference } from "../../../connector/reference.js";
import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-schema-on-non-body",
  validatorCodes: ["NonBodyParameterSchemaNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "Only body parameters have a schema.",
  why: `In Swagger 2.0 a parameter in query, header, path or form data has its type beside its name; OpenAPI 3 puts it into a \`schema\`.
The service refuses a \`schema\` there.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.in === undefined || parameter.in === "body") return;
    if (!("schema" in parameter.value)) return;
    const edits = lift(parameter);
    report({
      at: parameter.at("schema"),
      part: "key",
      message: `The ${parameter.label} has a "schema", which only body parameters have.`,
      fix: edits && { title: "Move its content into the parameter", isSafe: false, edits },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "schema": {
          //^^^^^^^^ The query parameter "page" has a "schema", which only body parameters have.
              "type": "integer",
              "default": 1
            }
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
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer",
            "default": 1
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
          { "name": "page", "in": "query", "type": "integer", "default": 1 },
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}`,
});

/** What a parameter may have itself goes there; a schema with more than that needs the author. */
function lift(parameter: Parameter): JsonEdit[] | undefined {
  const { schema } = parameter.value;
  if (!isObject(schema) || isReference(schema) || schema.type === "object") return undefined;
  const entries = Object.entries(schema);
  if (entries.some(([key]) => key in parameter.value || !liftable.has(key))) return undefined;
  return [
    { remove: parameter.at("schema") },
    ...entries.map(([key, value]) => ({ set: parameter.at(key), value })),
  ];
}

const liftable = new Set([
  "type",
  "format",
  "items",
  "default",
  "enum",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
]);
