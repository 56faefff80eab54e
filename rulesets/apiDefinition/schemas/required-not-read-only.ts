import { unrequireProperty } from "../../requiredList.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "required-not-read-only",
  validatorCodes: ["RequiredReadOnlyPropertyNotAllowedAsInput"],
  sources: ["swagger"],
  severity: "error",
  summary: "No property of a request is both read-only and required.",
  why: `A read-only property comes from the back end and cannot be sent, so a request that must have it can never be made.
The service refuses the definition. Where a response shares the schema, it loses nothing but the promise that the property is there.`,
  on: "schema",
  check(schema, { report }) {
    const { resolved, propertyName: name } = schema;
    if (resolved === undefined || resolved.value.readOnly !== true || !schema.isInput) return;
    const { requirer } = schema;
    if (requirer === undefined || name === undefined) return;
    // Those must be required, whatever else they are.
    const { value } = resolved;
    const isNeeded =
      value["x-ms-notification-url"] === true ||
      value["x-ms-visibility"] === "internal" ||
      requirer.value.discriminator === name;
    report({
      at: schema.pointer,
      message: `The ${schema.label} is read-only, but a request must have it, since it is required.`,
      related: [{ at: requirer.at("required"), message: "Here it is required." }],
      fix: isNeeded
        ? undefined
        : {
            title: `Do not require "${name}"`,
            isSafe: false,
            edits: unrequireProperty(requirer, name),
          },
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
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        ]
      }
    }
  },
  "definitions": {
    "Created": {
      "type": "object",
      "properties": {
        "createdBy": {
      //^^^^^^^^^^^ The property "createdBy" is read-only, but a request must have it, since it is required.
          "$ref": "#/definitions/Person"
        }
      }
    },
    "Person": { "type": "string", "readOnly": true },
    "Ticket": {
      "type": "object",
      "allOf": [
        { "$ref": "#/definitions/Created" }
      ],
      "required": ["id", "title", "createdBy"],
      "properties": {
        "id": {
      //^^^^ The property "id" is read-only, but a request must have it, since it is required.
          "type": "string",
          "readOnly": true
        },
        "title": { "type": "string" }
      }
    }
  }
}`,
  fixed: `
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
        ]
      }
    }
  },
  "definitions": {
    "Created": {
      "type": "object",
      "properties": {
        "createdBy": {
          "$ref": "#/definitions/Person"
        }
      }
    },
    "Person": { "type": "string", "readOnly": true },
    "Ticket": {
      "type": "object",
      "allOf": [
        { "$ref": "#/definitions/Created" }
      ],
      "required": ["title"],
      "properties": {
        "id": {
          "type": "string",
          "readOnly": true
        },
        "title": { "type": "string" }
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
              "required": ["title"],
              "properties": {
                "id": { "type": "string", "readOnly": true },
                "title": { "type": "string", "readOnly": false }
              }
            }
          }
        ],
        "responses": {
          "200": { "schema": { "$ref": "#/definitions/Ticket" } }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "type": "string", "readOnly": true }
      }
    }
  }
}`,
});
