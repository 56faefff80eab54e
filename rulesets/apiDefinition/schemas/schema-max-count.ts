import type { Schema } from "../../../connector/schema.js";
import { bodiesOf } from "../../bodies.js";
import { grouped } from "../../digits.js";
import { defineRule } from "../../rule.js";

const limits = { body: 512, operation: 16_384, definition: 256 * 16_384 };

export default defineRule({
  name: "schema-max-count",
  validatorCodes: [
    "BodySchemaCountExceedsMaxAllowed",
    "OperationSchemaCountExceedsMaxAllowed",
    "TotalSchemaCountExceedsMaxAllowed",
  ],
  sources: ["limits"],
  severity: "error",
  summary: `A body or response has at most ${limits.body} schemas, an operation at most ${written(limits.operation)}.`,
  why: `The service refuses a body or response with more than ${limits.body} schemas, an operation with more than ${written(limits.operation)} and a file with more than
256 times as many. Every object, property and item counts, and what a reference stands for counts each time that something
refers to it; a reference back to something on the way counts once. Microsoft does not say how it counts: so counted, the
largest body of 536 accepted connectors has 458.`,
  on: "definition",
  check({ operations, schemaSizes }, { report }) {
    const told = new Set<Schema>();
    let total = 0;
    for (const operation of operations) {
      let count = 0;
      for (const { schema, name } of bodiesOf(operation)) {
        const size = schemaSizes.get(schema)?.count ?? 0;
        count += size;
        if (size <= limits.body || told.has(schema)) continue;
        told.add(schema);
        report({
          at: schema.pointer,
          code: "BodySchemaCountExceedsMaxAllowed",
          message: `The ${name} of ${operation.label} has ${written(size)} schemas, references followed; at most ${limits.body} are allowed. Remove properties that nobody needs.`,
        });
      }
      total += count;
      if (count > limits.operation)
        report({
          at: operation.pointer,
          code: "OperationSchemaCountExceedsMaxAllowed",
          message: `The operation ${operation.label} has ${written(count)} schemas, references followed; at most ${written(limits.operation)} are allowed.`,
        });
    }
    if (total > limits.definition)
      report({
        at: "/paths",
        code: "TotalSchemaCountExceedsMaxAllowed",
        message: `All operations together have ${written(total)} schemas, references followed; at most ${written(limits.definition)} are allowed.`,
      });
  },
  bad: `
{
  "paths": {
//^^^^^^^ All operations together have 8,388,607 schemas, references followed; at most 4,194,304 are allowed.
    "/tickets": {
      "post": {
    //^^^^^^ The operation "CreateTicket" has 8,388,607 schemas, references followed; at most 16,384 are allowed.
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Level23" }
          //^^^^^^^^ The body of "CreateTicket" has 8,388,607 schemas, references followed; at most 512 are allowed. Remove properties that nobody needs.
          }
        ]
      }
    }
  },
  "definitions": {${levels(23)}
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Level8" }
          }
        ],
        "responses": {
          "200": { "schema": { "$ref": "#/definitions/Ticket" } }
        }
      }
    }
  },
  "definitions": {
    "Ticket": { "type": "object", "properties": { "parent": { "$ref": "#/definitions/Ticket" } } },${levels(8)}
  }
}`,
});

/** Definitions of which each has two of the one before. */
function levels(count: number): string {
  const level = (index: number) =>
    index === 1
      ? `{ "type": "string" }`
      : `{ "allOf": [{ "$ref": "#/definitions/Level${index - 1}" }, { "$ref": "#/definitions/Level${index - 1}" }] }`;
  return Array.from(
    { length: count },
    (_, index) => `
    "Level${index + 1}": ${level(index + 1)}`,
  ).join(",");
}

/** A count, which is no more than a lower bound where it is very large. */
function written(count: number): string {
  return count > 1e9 ? "more than a billion" : grouped(count);
}
