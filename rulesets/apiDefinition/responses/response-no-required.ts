import { strings } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-no-required",
  validatorCodes: [],
  sources: ["coding"],
  severity: {},
  summary: "What an operation returns has no required properties.",
  why: `Makers cannot fill in what comes back, so that \`required\` only makes a run fail where the result is held against the
schema and the service leaves one of the properties out.`,
  on: "schema",
  check(schema, { report }) {
    const { value, component } = schema;
    if (!component.isOutput || component.isInput || schema.isReference) return;
    if (schema.kind !== "schema" || strings(value.required).length === 0) return;
    report({
      at: schema.at("required"),
      part: "key",
      message: `The ${schema.label} is only returned, but requires ${strings(value.required)
        .map((name) => JSON.stringify(name))
        .join(", ")}.`,
      fix: {
        title: 'Remove "required"',
        isSafe: false,
        edits: [{ remove: schema.at("required") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "The ticket.",
            "schema": {
              "type": "object",
              "required": ["id", "closedAt"],
            //^^^^^^^^^^ The schema of response "200" is only returned, but requires "id", "closedAt".
              "properties": {
                "id": {
                  "type": "string"
                },
                "closedAt": {
                  "type": "string"
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
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "The ticket.",
            "schema": {
              "type": "object",
              "properties": {
                "id": {
                  "type": "string"
                },
                "closedAt": {
                  "type": "string"
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } }
        ],
        "responses": {
          "201": { "description": "The ticket.", "schema": { "$ref": "#/definitions/Ticket" } }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["subject"],
      "properties": { "subject": { "type": "string" } }
    }
  }
}`,
});
