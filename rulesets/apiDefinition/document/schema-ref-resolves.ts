import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schema-ref-resolves",
  validatorCodes: ["SchemaReferenceNotFound"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every reference to a schema leads to one that exists.",
  why: `A \`$ref\` stands for the schema it leads to. When there is nothing at that place, nobody knows what
the body, property or response looks like, and the service refuses the definition.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "schema" || reference.problem !== "notFound") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The schema reference "${reference.ref}" leads to nothing in this file.`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/ticket" }
                              //^^^^^^^^^^^^^^^^^^^^^^ The schema reference "#/definitions/ticket" leads to nothing in this file.
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": { "$ref": "#/definitions/Tickte" }
                               //^^^^^^^^^^^^^^^^^^^^^^ The schema reference "#/definitions/Tickte" leads to nothing in this file.
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string" }
      }
    },
    "Address": {
      "type": "object",
      "properties": {
        "city": { "type": "string" }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        ],
        "responses": {
          "200": {
            "schema": {
              "type": "array",
              "items": { "$ref": "#/definitions/Ticket" }
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string" }
      }
    },
    "Address": {
      "type": "object",
      "properties": {
        "city": { "type": "string" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket List[System.String]": {
      "type": "object",
      "properties": {
        "$ref": { "type": "string" },
        "parent": { "$ref": "#/definitions/Ticket List[System.String]" },
        "next": { "$ref": "#/definitions/Ticket%20List%5BSystem.String%5D" },
        "id": { "$ref": "#/definitions/Ticket~1Id" },
        "address": { "$ref": "#/definitions/Ticket~1Id/properties/address" }
      }
    },
    "Ticket/Id": {
      "type": "object",
      "properties": {
        "address": { "type": "string" }
      }
    }
  }
}`,
});
