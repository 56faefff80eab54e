import type { Parameter } from "../../../connector/apiDefinition.js";
import type { Schema } from "../../../connector/schema.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-url-position",
  validatorCodes: ["NotificationUrlNotAllowedInThisPosition"],
  sources: ["extensions"],
  severity: "error",
  summary: "x-ms-notification-url marks only properties of a body that is sent.",
  why: `The platform writes the callback address of a flow into the body of the request that registers a webhook.
Neither a response nor a query or header parameter takes one, and the service refuses the mark there.`,
  on: "definition",
  check({ schemas, parameters }, { report }) {
    const complain = (owner: Schema | Parameter, name: unknown, place: string) =>
      report({
        at: owner.at("x-ms-notification-url"),
        part: "key",
        message: `x-ms-notification-url marks ${typeof name === "string" ? `"${name}", ` : ""}${place}, but only a property of a body can take the callback address.`,
        fix: {
          title: "Remove x-ms-notification-url",
          isSafe: false,
          edits: [{ remove: owner.at("x-ms-notification-url") }],
        },
      });
    // No structure rule tells "true" as a text here, where the extension does not belong.
    for (const parameter of parameters)
      if (String(parameter.value["x-ms-notification-url"]).toLowerCase() === "true")
        complain(
          parameter,
          parameter.name,
          parameter.in === "body" ? "a body as a whole" : `a ${parameter.in} parameter`,
        );
    for (const schema of schemas) {
      if (schema.value["x-ms-notification-url"] !== true) continue;
      if (schema.kind === "header") complain(schema, undefined, "a response header");
      else if (schema.kind === "schema" && schema.isOutput && !schema.isInput)
        complain(schema, schema.propertyName, "part of what the service returns");
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "callback",
            "in": "query",
            "type": "string",
            "x-ms-notification-url": true
          //^^^^^^^^^^^^^^^^^^^^^^^ x-ms-notification-url marks "callback", a query parameter, but only a property of a body can take the callback address.
          }
        ],
        "responses": {
          "201": {
            "description": "The ticket.",
            "schema": {
              "type": "object",
              "properties": {
                "url": {
                  "type": "string",
                  "x-ms-notification-url": true
                //^^^^^^^^^^^^^^^^^^^^^^^ x-ms-notification-url marks "url", part of what the service returns, but only a property of a body can take the callback address.
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
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "callback",
            "in": "query",
            "type": "string"
          }
        ],
        "responses": {
          "201": {
            "description": "The ticket.",
            "schema": {
              "type": "object",
              "properties": {
                "url": {
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
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "$ref": "#/definitions/Hook"
            }
          }
        ],
        "responses": {
          "201": {
            "description": "The hook.",
            "schema": {
              "$ref": "#/definitions/Hook"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "properties": {
        "url": {
          "type": "string",
          "x-ms-notification-url": true
        }
      }
    },
    "OldHook": {
      "type": "object",
      "properties": {
        "url": {
          "type": "string",
          "x-ms-notification-url": true
        }
      }
    }
  }
}`,
});
