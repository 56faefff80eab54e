import { isObject } from "../../../connector/values.js";
import { nearestValue } from "../../nearest.js";
import { defineRule, oneOf } from "../../rule.js";
import { isOfType } from "../../typedValue.js";

export default defineRule({
  name: "default-in-enum",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "warning",
  summary: "A default is one of the values of the enum beside it.",
  why: `An \`enum\` lists the only values that are allowed. A default that is none of them is sent when a maker
picks nothing, and the back end is right to refuse it.`,
  on: "schema",
  check(schema, { report }) {
    const { type, value } = schema;
    const { default: found, enum: values } = value;
    if (schema.isReference || !Array.isArray(values) || values.length === 0) return;
    if (found === undefined || found === null || isObject(found) || Array.isArray(found)) return;
    // What differs only in type is told by the rules about types.
    if (values.some((item) => String(item) === String(found))) return;
    if (type !== undefined && !isOfType(found, type)) return;
    const shown =
      values.length > 8 ? `one of the ${values.length} values of its enum` : oneOf(values);
    report({
      at: schema.at("default"),
      message: `The default ${JSON.stringify(found)} of the ${schema.label} is not ${shown}.`,
      fix: nearestValue(schema.at("default"), found, values),
    });
  },
  bad: `
{
  "parameters": {
    "Order": {
      "name": "order",
      "in": "query",
      "type": "string",
      "enum": ["asc", "desc"],
      "default": "ASC"
               //^^^^^ The default "ASC" of the parameter "order" is not "asc" or "desc".
    },
    "State": {
      "name": "state",
      "in": "query",
      "type": "string",
      "enum": ["active", "archived", "all"],
      "default": "actve"
               //^^^^^^^ The default "actve" of the parameter "state" is not "active", "archived" or "all".
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Order": {
      "name": "order",
      "in": "query",
      "type": "string",
      "enum": ["asc", "desc"],
      "default": "asc"
    },
    "State": {
      "name": "state",
      "in": "query",
      "type": "string",
      "enum": ["active", "archived", "all"],
      "default": "active"
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "state": { "type": "string", "enum": ["new", "done"], "default": "done" },
        "severity": { "type": "integer", "enum": [1, 2], "default": 2 },
        "isOpen": { "type": "boolean", "enum": ["true", "false"], "default": false },
        "kinds": { "type": "array", "default": ["wish"], "items": { "type": "string", "enum": ["wish"] } }
      }
    }
  }
}`,
});
