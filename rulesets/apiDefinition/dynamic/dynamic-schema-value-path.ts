import { isOpen } from "../../../connector/dynamicReference.js";
import { nameOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-schema-value-path",
  validatorCodes: ["InvokedOperationShouldProduceProperty"],
  sources: ["extensions"],
  severity: "hint",
  summary: "A dynamic schema says where in a result the schema is, unless the result says it.",
  why: `The operation that a dynamic schema calls returns a schema, usually in a property of its result, which
\`value-path\` names. Without it the schema is expected at the root of the result. Where the called operation does
not say what it returns either, nobody can tell whether that is so; a reviewer has asked for the path there.`,
  on: "dynamicReference",
  check(reference, { report }) {
    const { kind, pointer, value, owner, target } = reference;
    if (kind !== "x-ms-dynamic-schema" || "value-path" in value) return;
    // The newer form beside it has the path.
    if (owner !== undefined && "x-ms-dynamic-properties" in owner.value) return;
    const result = target?.resultSchema?.resolved;
    if (result === undefined || !isOpen(result) || result.isDynamic) return;
    report({
      at: pointer,
      message: `${nameOf(reference)} has no "value-path", and ${target!.label} does not say what it returns.`,
      related: [{ at: result.pointer, message: "This says nothing about what it holds." }],
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
              "x-ms-dynamic-schema": {
            //^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-schema has no "value-path", and "GetTicketSchema" does not say what it returns.
                "operationId": "GetTicketSchema",
                "parameters": {}
              }
            }
          }
        ]
      }
    },
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "responses": {
          "200": {
            "schema": { "type": "object" }
          }
        }
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
              }
            }
          }
        ]
      },
      "patch": {
        "operationId": "ChangeTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "x-ms-dynamic-schema": {
                "operationId": "GetFields",
                "parameters": {}
              }
            }
          }
        ]
      }
    },
    "/schema": {
      "get": {
        "operationId": "GetTicketSchema",
        "responses": {
          "200": {
            "schema": { "type": "object" }
          }
        }
      }
    },
    "/fields": {
      "get": {
        "operationId": "GetFields",
        "responses": {
          "200": {
            "schema": {
              "type": "object",
              "properties": {
                "properties": { "type": "object" }
              }
            }
          }
        }
      }
    }
  }
}`,
});
