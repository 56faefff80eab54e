import { nameOfUrl } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-url-internal",
  validatorCodes: ["NotificationUrlNotInternal"],
  sources: ["webhooks", "extensions"],
  severity: "error",
  summary: "The property that takes the callback address is hidden from makers.",
  why: `The platform fills in the callback address; a maker cannot know it. So the property, or an object it is in, must
have \`"x-ms-visibility": "internal"\`, or the service refuses the definition.`,
  on: "definition",
  check(definition, { report }) {
    const seen = new Set<string>();
    for (const operation of definition.operations)
      for (const chain of operation.notificationUrlChains) {
        const url = chain.at(-1)!.resolved ?? chain.at(-1)!;
        const isInternal =
          operation.body!.visibility === "internal" ||
          chain.some(
            (each) => each.isInternal || each.resolved?.value["x-ms-visibility"] === "internal",
          );
        if (isInternal || seen.has(url.pointer)) continue;
        seen.add(url.pointer);
        report({
          at: url.pointer,
          message: `${nameOfUrl(chain)} of ${operation.label} takes the callback address, but it is not internal.`,
          fix: {
            title: "Make it internal",
            isSafe: true,
            edits: [{ set: url.at("x-ms-visibility"), value: "internal" }],
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
          //^^^^^ "target/url" of "WhenTicketCreated" takes the callback address, but it is not internal.
              "type": "string",
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
              "x-ms-notification-url": true,
              "x-ms-visibility": "internal"
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
          "x-ms-visibility": "internal",
          "properties": {
            "url": {
              "type": "string",
              "x-ms-notification-url": true
            }
          }
        }
      }
    }
  }
}`,
});
