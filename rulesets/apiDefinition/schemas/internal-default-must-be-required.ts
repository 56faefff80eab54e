import type { Schema } from "../../../connector/schema.js";
import { asObject } from "../../../connector/values.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "internal-default-must-be-required",
  validatorCodes: ["PropertyMustBeRequired"],
  sources: ["extensions"],
  severity: "error",
  summary: "An internal property of a request that has a default is required.",
  why: `Makers do not see an internal property, so its default is the only value it can have. But an internal
property that is not required is left out of the request, and the default never reaches the back end.
The service refuses the definition.`,
  on: "schema",
  check(schema, { report }) {
    const { propertyName } = schema;
    if (propertyName === undefined || !schema.isInput) return;
    const value = asObject(schema.resolved?.value);
    if (value["x-ms-visibility"] !== "internal" || (value.default ?? null) === null) return;
    // What is read-only is no part of a request, and must not be required there.
    if (value.readOnly === true || schema.isRequired) return;
    report({
      at: schema.pointer,
      message: `The property "${propertyName}" is internal and has a default, but is not required.`,
      fix: requireProperty(schema),
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
            "schema": {
              "type": "object",
              "required": ["title"],
              "properties": {
                "title": { "type": "string" },
                "origin": {
              //^^^^^^^^ The property "origin" is internal and has a default, but is not required.
                  "type": "string",
                  "default": "flow",
                  "x-ms-visibility": "internal"
                },
                "channel": { "$ref": "#/definitions/Channel" },
              //^^^^^^^^^ The property "channel" is internal and has a default, but is not required.
                "settings": { "$ref": "#/definitions/Settings" }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Channel": { "type": "string", "default": "flow", "x-ms-visibility": "internal" },
    "Settings": {
      "type": "object",
      "properties": {
        "version": {
      //^^^^^^^^^ The property "version" is internal and has a default, but is not required.
          "type": "integer",
          "default": 2,
          "x-ms-visibility": "internal"
        }
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
            "schema": {
              "type": "object",
              "required": ["title", "origin", "channel"],
              "properties": {
                "title": { "type": "string" },
                "origin": {
                  "type": "string",
                  "default": "flow",
                  "x-ms-visibility": "internal"
                },
                "channel": { "$ref": "#/definitions/Channel" },
                "settings": { "$ref": "#/definitions/Settings" }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Channel": { "type": "string", "default": "flow", "x-ms-visibility": "internal" },
    "Settings": {
      "type": "object",
      "properties": {
        "version": {
          "type": "integer",
          "default": 2,
          "x-ms-visibility": "internal"
        }
      },
      "required": [
        "version"
      ]
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "allOf": [
                { "$ref": "#/definitions/Named" },
                { "required": ["name", "channel"] },
                {
                  "properties": {
                    "kind": { "type": "string", "default": "ticket", "x-ms-visibility": "internal" }
                  }
                }
              ],
              "required": ["kind", "origin"],
              "properties": {
                "channel": { "type": "string", "default": "flow", "x-ms-visibility": "internal" },
                "origin": { "type": "string", "default": "flow", "x-ms-visibility": "internal" },
                "state": { "type": "string", "default": "new", "x-ms-visibility": "advanced" },
                "queue": { "$ref": "#/definitions/Queue", "default": "a", "x-ms-visibility": "internal" },
                "cursor": { "type": "string", "x-ms-visibility": "internal" },
                "id": { "type": "string", "default": "0", "readOnly": true, "x-ms-visibility": "internal" }
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
    "Named": {
      "type": "object",
      "properties": {
        "name": { "type": "string", "default": "ticket", "x-ms-visibility": "internal" }
      }
    },
    "Queue": { "type": "string" },
    "Ticket": {
      "type": "object",
      "properties": {
        "etag": { "type": "string", "default": "", "x-ms-visibility": "internal" }
      }
    }
  }
}`,
});

/** Adds a property to what its object requires. */
function requireProperty({ parent, propertyName }: Schema): Fix | undefined {
  if (parent === undefined || propertyName === undefined) return undefined;
  const { required } = parent.value;
  if (required !== undefined && !Array.isArray(required)) return undefined;
  return {
    title: `Require "${propertyName}"`,
    isSafe: false,
    edits: [
      required === undefined
        ? { set: parent.at("required"), value: [propertyName] }
        : { set: parent.at("required", "-"), value: propertyName },
    ],
  };
}
