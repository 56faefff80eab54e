import { nameOfUrl } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-url-string",
  validatorCodes: ["NotificationUrlNotString"],
  sources: ["extensions"],
  severity: "error",
  summary: "The property that takes the callback address is a string.",
  why: `The platform writes an address into the property, which is a text. The service refuses any other type, and
none, too.`,
  on: "definition",
  check(definition, { report }) {
    const seen = new Set<string>();
    for (const operation of definition.operations)
      for (const chain of operation.notificationUrlChains) {
        const { resolved } = chain.at(-1)!;
        if (resolved === undefined || seen.has(resolved.pointer)) continue;
        seen.add(resolved.pointer);
        const { type } = resolved.value;
        if (type === "string" || (type !== undefined && typeof type !== "string")) continue;
        report({
          at: type === undefined ? resolved.pointer : resolved.at("type"),
          message: `The type of ${nameOfUrl(chain)} of ${operation.label}, which takes the callback address, must be "string", but ${type === undefined ? "there is none" : `it is "${type}"`}.`,
          fix: {
            title: `${type === undefined ? "Add" : "Replace by"} the type "string"`,
            isSafe: type === undefined,
            edits: [{ set: resolved.at("type"), value: "string" }],
          },
        });
      }
  },
  bad: `
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
            "required": true,
            "schema": {
              "$ref": "#/definitions/Hook"
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "required": ["target"],
      "properties": {
        "target": {
          "type": "object",
          "required": ["url"],
          "properties": {
            "url": {
              "type": "object",
                    //^^^^^^^^ The type of "target/url" of "WhenTicketCreated", which takes the callback address, must be "string", but it is "object".
              "x-ms-visibility": "internal",
              "x-ms-notification-url": true
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
    "/hooks": {
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "$ref": "#/definitions/Hook"
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "required": ["target"],
      "properties": {
        "target": {
          "type": "object",
          "required": ["url"],
          "properties": {
            "url": {
              "type": "string",
              "x-ms-visibility": "internal",
              "x-ms-notification-url": true
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
            "required": true,
            "schema": {
              "$ref": "#/definitions/Hook"
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "required": ["target"],
      "properties": {
        "target": {
          "type": "object",
          "required": ["url"],
          "properties": {
            "url": {
              "type": "string",
              "x-ms-visibility": "internal",
              "x-ms-notification-url": true
            }
          }
        }
      }
    }
  }
}`,
});
