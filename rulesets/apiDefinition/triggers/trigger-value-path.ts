import type { Operation, Parameter } from "../../../connector/apiDefinition.js";
import { findByPath, isArray } from "../../../connector/dynamicReference.js";
import type { Schema } from "../../../connector/schema.js";
import { isObject } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Report } from "../../rule.js";

export default defineRule({
  name: "trigger-value-path",
  validatorCodes: [],
  sources: ["repository"],
  severity: "warning",
  summary:
    "x-ms-trigger-value takes a value that the trigger returns, for a parameter that is not a body.",
  why: `\`x-ms-trigger-value\` keeps a value of the last poll, such as the highest number, for a parameter of the next one.
When its paths lead to nothing in the response, or it stands where the platform does not look for it, every poll asks
for everything again.`,
  on: "parameter",
  check(parameter, { report }) {
    const value = parameter.value["x-ms-trigger-value"];
    if (!isObject(value)) return;
    if (parameter.in === "body")
      return report({
        at: parameter.at("x-ms-trigger-value"),
        part: "key",
        message: `x-ms-trigger-value of the ${parameter.label} has no effect: only other parameters take a value of the last poll.`,
      });
    for (const operation of parameter.operations) {
      const problem = problemOf(operation, parameter, value);
      if (problem === undefined) continue;
      report(problem);
      return;
    }
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "type": "integer",
            "x-ms-trigger-value": {
              "value-collection": "value",
              "value-path": "nubmer"
                          //^^^^^^^^ x-ms-trigger-value of the query parameter "after" has the value-path "nubmer", but the items that "WhenTicketsChange" returns have no such property.
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The changed tickets.",
            "schema": {
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "number": { "type": "integer" }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "type": "integer",
            "x-ms-trigger-value": {
              "value-collection": "value",
              "value-path": "number"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The changed tickets.",
            "schema": {
              "type": "object",
              "properties": {
                "value": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "number": { "type": "integer" }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "type": "integer",
            "x-ms-trigger-value": {
              "value-path": "number"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The changed tickets.",
            "schema": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "number": { "type": "integer" }
                }
              }
            }
          }
        }
      }
    }
  }
}`,
});

function problemOf(
  operation: Operation,
  parameter: Parameter,
  value: Record<string, unknown>,
): Report | undefined {
  const at = (key: string) => parameter.at("x-ms-trigger-value", key);
  const subject = `x-ms-trigger-value of the ${parameter.label}`;
  if (!("x-ms-trigger" in operation.value))
    return {
      at: parameter.at("x-ms-trigger-value"),
      part: "key",
      message: `${subject} has no effect: ${operation.label} is no trigger.`,
    };
  const { "value-collection": collection, "value-path": path } = value;
  let start: Schema | undefined = operation.resultSchema?.resolved;
  if (typeof collection === "string" && start !== undefined) {
    const found = findByPath(start, collection);
    if (found === "unknown") return undefined;
    if (found === "missing" || isArray(found.found) === false)
      return {
        at: at("value-collection"),
        message: `${subject} has the value-collection "${collection}", but what ${operation.label} returns has no such array.`,
        ...fixOf(at("value-collection"), start, collection),
      };
    start = found.found.items;
  }
  if (typeof path !== "string" || start === undefined) return undefined;
  // The whole result may be the list.
  const items = isArray(start) === true ? start.items : undefined;
  if (findByPath(start, path) !== "missing") return undefined;
  if (items !== undefined && findByPath(items, path) !== "missing") return undefined;
  const isItem = items !== undefined || typeof collection === "string";
  return {
    at: at("value-path"),
    message: `${subject} has the value-path "${path}", but ${isItem ? `the items that ${operation.label} returns have` : `what ${operation.label} returns has`} no such property.`,
    ...fixOf(at("value-path"), items ?? start, path),
  };
}

function fixOf(at: string, start: Schema, path: string): Pick<Report, "fix"> {
  const meant = nearest(path, start.properties.keys());
  return meant === undefined
    ? {}
    : {
        fix: { title: `Replace by "${meant}"`, isSafe: false, edits: [{ set: at, value: meant }] },
      };
}
