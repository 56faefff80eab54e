import type { Schema } from "../../../connector/schema.js";
import { bodiesOf } from "../../bodies.js";
import { defineRule } from "../../rule.js";

/** The depth of the deepest one that was accepted. */
const limit = 15;

export default defineRule({
  name: "schema-max-depth",
  validatorCodes: ["SchemaTooDeep"],
  severity: "warning",
  summary: `Bodies and responses are at most ${limit} levels deep, references followed.`,
  why: `The service refuses schemas that are too deep, and makers find nothing in them. Microsoft publishes no limit; none of 536
accepted connectors has more than ${limit} levels, where the body is the first, its schema the second and each property
or item in it one more. A reference back to something on the way counts as one level.`,
  on: "definition",
  check({ operations, schemaSizes }, { report }) {
    const told = new Set<Schema>();
    for (const operation of operations)
      for (const { schema, name } of bodiesOf(operation)) {
        // The body itself is a level, too.
        const depth = (schemaSizes.get(schema)?.depth ?? 0) + 1;
        if (depth <= limit || told.has(schema)) continue;
        told.add(schema);
        report({
          at: schema.pointer,
          message: `The ${name} of ${operation.label} is ${depth} levels deep, references followed; at most ${limit} are known to be accepted.`,
        });
      }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "schema": {
          //^^^^^^^^ The response 200 of "ListTickets" is 16 levels deep, references followed; at most 15 are known to be accepted.
              "type": "object",
              "properties": { "deep": { "$ref": "#/definitions/Seven" }, "deeper": { "$ref": "#/definitions/Fourteen" } }
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Seven": { "items": { "items": { "items": { "items": { "items": { "items": {} } } } } } },
    "Fourteen": { "items": { "items": { "items": { "items": { "items": { "items": { "items": { "$ref": "#/definitions/Seven" } } } } } } } }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "schema": { "$ref": "#/definitions/Fourteen" }
          },
          "201": {
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": { "type": "object", "properties": { "parent": { "$ref": "#/definitions/Ticket" } } },
    "Seven": { "items": { "items": { "items": { "items": { "items": { "items": {} } } } } } },
    "Fourteen": { "items": { "items": { "items": { "items": { "items": { "items": { "items": { "$ref": "#/definitions/Seven" } } } } } } } },
    "Unused": { "items": { "items": { "$ref": "#/definitions/Fourteen" } } }
  }
}`,
});
