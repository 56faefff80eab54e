import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-schema-no-required",
  validatorCodes: [],
  sources: ["coding"],
  severity: {},
  summary: "The schemas of responses do not require properties.",
  why: `A flow holds what a service returns against the schema of the response. When a required property is missing
once, the action fails although the request succeeded. One accepted certified connector in four has such lists, so the
rule is off; it is for services whose results vary.`,
  on: "schema",
  check(schema, { report }) {
    const { required } = schema.value;
    if (schema.kind !== "schema" || !schema.isOutput || schema.isInput) return;
    if (schema.isReference || !Array.isArray(required) || required.length === 0) return;
    // A discriminator must be required.
    if ("discriminator" in schema.value) return;
    report({
      at: schema.at("required"),
      part: "key",
      message: `The ${schema.label} is part of a response and requires ${required.length === 1 ? "a property" : `${required.length} properties`}: an action fails when the service leaves one out.`,
      fix: {
        title: "Remove the list",
        isSafe: false,
        edits: [{ remove: schema.at("required") }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "required": ["id", "subject"],
            //^^^^^^^^^^ The schema of response "200" is part of a response and requires 2 properties: an action fails when the service leaves one out.
              "properties": {
                "id": { "type": "string" },
                "subject": { "type": "string" }
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
    "/tickets": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": {
                "id": { "type": "string" },
                "subject": { "type": "string" }
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
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        ],
        "responses": {
          "201": { "description": "Created", "schema": { "$ref": "#/definitions/Ticket" } }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["subject"],
      "properties": {
        "subject": { "type": "string" }
      }
    }
  }
}`,
});
