import { lacksMark } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "x-ms-internal-required-needs-default",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "error",
  summary: "A parameter or property that is internal and required has a default.",
  why: `Makers do not see what is internal, so nobody can give it a value, and what is required must have one.
Only a default can supply it. The callback address of a webhook needs none: the platform fills it in.`,
  on: "schema",
  check(schema, { report }) {
    const { resolved, kind } = schema;
    if (resolved === undefined || !schema.isInput) return;
    const { value, type } = resolved;
    if (value["x-ms-visibility"] !== "internal") return;
    if (kind === "parameter" ? !schema.isRequired : schema.requirer === undefined) return;
    if ("default" in value || "x-ms-trigger-value" in value) return;
    // The platform fills in the callback address; a mark that is missing or wrong is told of the webhook.
    if ("x-ms-notification-url" in value || lacksMark(schema)) return;
    // An object or array can get all that it needs from the defaults inside it.
    if (type === undefined || type === "object" || type === "array") return;
    const [only, ...others] = Array.isArray(value.enum) ? value.enum : [];
    report({
      at: schema.pointer,
      message: `The ${schema.label} is internal and required, but has no default.`,
      fix:
        only === undefined || others.length > 0
          ? undefined
          : {
              title: `Add the default ${JSON.stringify(only)}`,
              isSafe: false,
              edits: [{ set: resolved.at("default"), value: only }],
            },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "parameters": [
          {
        //^ The parameter "api-version" is internal and required, but has no default.
            "name": "api-version",
            "in": "query",
            "required": true,
            "type": "string",
            "enum": ["2024-01-01"],
            "x-ms-visibility": "internal"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["origin", "channel"],
              "allOf": [
                { "$ref": "#/definitions/Sent" }
              ],
              "properties": {
                "origin": {
              //^^^^^^^^ The property "origin" is internal and required, but has no default.
                  "type": "string",
                  "enum": ["flow"],
                  "x-ms-visibility": "internal"
                }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Sent": {
      "type": "object",
      "properties": {
        "channel": {
      //^^^^^^^^^ The property "channel" is internal and required, but has no default.
          "type": "string",
          "enum": ["flow"],
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
            "name": "api-version",
            "in": "query",
            "required": true,
            "type": "string",
            "enum": ["2024-01-01"],
            "x-ms-visibility": "internal",
            "default": "2024-01-01"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["origin", "channel"],
              "allOf": [
                { "$ref": "#/definitions/Sent" }
              ],
              "properties": {
                "origin": {
                  "type": "string",
                  "enum": ["flow"],
                  "x-ms-visibility": "internal",
                  "default": "flow"
                }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Sent": {
      "type": "object",
      "properties": {
        "channel": {
          "type": "string",
          "enum": ["flow"],
          "x-ms-visibility": "internal",
          "default": "flow"
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/subscriptions": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": {
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["callbackUrl"],
              "properties": {
                "callbackUrl": { "type": "string", "x-ms-visibility": "internal" }
              }
            }
          }
        ]
      }
    },
    "/hooks": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "x-ms-visibility": "internal",
            "schema": {
              "type": "object",
              "required": ["url", "config", "events"],
              "properties": {
                "url": {
                  "type": "string",
                  "x-ms-notification-url": true,
                  "x-ms-visibility": "internal"
                },
                "config": {
                  "type": "object",
                  "x-ms-visibility": "internal",
                  "required": ["version"],
                  "properties": {
                    "version": { "type": "integer", "default": 2, "x-ms-visibility": "internal" }
                  }
                },
                "events": {
                  "type": "array",
                  "x-ms-visibility": "internal",
                  "items": { "type": "string", "default": "ticket" }
                },
                "cursor": { "type": "string", "x-ms-visibility": "internal" }
              }
            }
          }
        ],
        "responses": {
          "201": {
            "schema": {
              "type": "object",
              "required": ["id"],
              "properties": {
                "id": { "type": "string", "x-ms-visibility": "internal" }
              }
            }
          }
        }
      }
    }
  }
}`,
});
