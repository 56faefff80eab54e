import type { Schema } from "../../../connector/schema.js";
import { bodiesOf } from "../../bodies.js";
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
      let isTold = false;
      for (const { schema, name } of bodiesOf(operation)) {
        const size = schemaSizes.get(schema)?.count ?? 0;
        count += size;
        if (size <= limits.body) continue;
        isTold = true;
        if (told.has(schema)) continue;
        told.add(schema);
        report({
          at: schema.pointer,
          code: "BodySchemaCountExceedsMaxAllowed",
          message: `The ${name} of ${operation.label} has ${written(size)} schemas, references followed; at most ${limits.body} are allowed. Remove properties that nobody needs.`,
        });
      }
      if (!isTold) total += count;
      if (!isTold && count > limits.operation)
        report({
          at: operation.pointer,
          code: "OperationSchemaCountExceedsMaxAllowed",
          message: `The operation ${operation.label} has ${written(count)} schemas, references followed; at most ${written(limits.operation)} are allowed.`,
        });
    }
    // Without those that are told already.
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Nine" }
          //^^^^^^^^ The body of "CreateTicket" has 1,023 schemas, references followed; at most 512 are allowed. Remove properties that nobody needs.
          }
        ]
      }
    }
  },
  "definitions": {
    "Three": {
      "allOf": [
        { "allOf": [{ "allOf": [{}, {}] }, { "allOf": [{}, {}] }] },
        { "allOf": [{ "allOf": [{}, {}] }, { "allOf": [{}, {}] }] }
      ]
    },
    "Four": { "properties": { "a": { "$ref": "#/definitions/Three" }, "b": { "$ref": "#/definitions/Three" } } },
    "Five": { "properties": { "a": { "$ref": "#/definitions/Four" }, "b": { "$ref": "#/definitions/Four" } } },
    "Six": { "properties": { "a": { "$ref": "#/definitions/Five" }, "b": { "$ref": "#/definitions/Five" } } },
    "Seven": { "properties": { "a": { "$ref": "#/definitions/Six" }, "b": { "$ref": "#/definitions/Six" } } },
    "Eight": { "properties": { "a": { "$ref": "#/definitions/Seven" }, "b": { "$ref": "#/definitions/Seven" } } },
    "Nine": { "properties": { "a": { "$ref": "#/definitions/Eight" }, "b": { "$ref": "#/definitions/Eight" } } }
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
            "schema": { "$ref": "#/definitions/Five" }
          }
        ],
        "responses": {
          "200": { "schema": { "$ref": "#/definitions/Ticket" } }
        }
      }
    }
  },
  "definitions": {
    "Three": {
      "allOf": [
        { "allOf": [{ "allOf": [{}, {}] }, { "allOf": [{}, {}] }] },
        { "allOf": [{ "allOf": [{}, {}] }, { "allOf": [{}, {}] }] }
      ]
    },
    "Four": { "properties": { "a": { "$ref": "#/definitions/Three" }, "b": { "$ref": "#/definitions/Three" } } },
    "Five": { "properties": { "a": { "$ref": "#/definitions/Four" }, "b": { "$ref": "#/definitions/Four" } } },
    "Ticket": { "type": "object", "properties": { "parent": { "$ref": "#/definitions/Ticket" } } }
  }
}`,
});

/** A number as people write it: `16,384`. */
function written(number: number): string {
  return number > 1e9 ? "more than a billion" : number.toLocaleString("en-US");
}
