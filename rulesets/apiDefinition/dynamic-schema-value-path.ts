import { nameOf } from "../dynamicCall.js";
import { defineRule } from "../rule.js";

const keys = {
  "x-ms-dynamic-schema": "value-path",
  "x-ms-dynamic-properties": "itemValuePath",
} as const;

export default defineRule({
  name: "dynamic-schema-value-path",
  validatorCodes: ["RequiredPropertyMissing"],
  severity: "info",
  summary: "Every dynamic schema says where in the result the schema is.",
  why: `The operation that a dynamic schema calls returns a schema, usually in a property of its result, which
\`value-path\` (in \`x-ms-dynamic-schema\`) or \`itemValuePath\` (in \`x-ms-dynamic-properties\`) names. Without it the whole
result counts as the schema, and anything else that the operation returns breaks it.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value } = reference;
    const key = keys[kind as keyof typeof keys];
    if (key === undefined || key in value) return;
    report({
      at: pointer,
      message: `${nameOf(reference)} lacks "${key}", so the whole result of the operation it calls counts as the schema.`,
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
            "schema": {
              "type": "object",
              "properties": {
                "fields": {
                  "type": "object",
                  "x-ms-dynamic-schema": {
                //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema of "fields" lacks "value-path", so the whole result of the operation it calls counts as the schema.
                    "operationId": "GetTicketSchema",
                    "parameters": {}
                  },
                  "x-ms-dynamic-properties": {
                //^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties of "fields" lacks "itemValuePath", so the whole result of the operation it calls counts as the schema.
                    "operationId": "GetTicketSchema",
                    "parameters": {}
                  }
                }
              }
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
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "value-path": "schema"
              },
              "x-ms-dynamic-properties": {
                "operationId": "GetTicketSchema",
                "parameters": {},
                "itemValuePath": "schema"
              }
            }
          }
        ]
      }
    }
  }
}`,
});
