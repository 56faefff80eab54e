import { nameOfUrl } from "../../notificationUrl.js";
import { requireProperties } from "../../requireInput.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-url-required",
  validatorCodes: ["NotificationUrlNotRequired"],
  sources: ["extensions"],
  severity: "error",
  summary:
    "The property that takes the callback address is required, and so is everything it is in.",
  why: `Optional inputs that are hidden from makers are never sent. So the property that takes the callback address,
and every object it is in must be required, or the service refuses the definition.`,
  on: "definition",
  check(definition, { report }) {
    const seen = new Set<string>();
    for (const operation of definition.operations)
      for (const chain of operation.notificationUrlChains) {
        const [, ...steps] = chain;
        const url = chain.at(-1)!;
        // Only the properties count: many published connectors do not require the body itself.
        const optional = steps.flatMap(({ propertyName }, index) =>
          propertyName === undefined || chain[index]!.requires(propertyName)
            ? []
            : [`"${propertyName}"`],
        );
        if (optional.length === 0 || seen.has(url.pointer)) continue;
        seen.add(url.pointer);
        const edits = requireProperties(operation.body!, steps);
        const are = optional.length === 1 ? "is" : "are";
        report({
          at: url.pointer,
          message: `${nameOfUrl(chain)} of ${operation.label} takes the callback address, but ${optional.join(" and ")} ${are} not required.`,
          fix:
            edits === undefined
              ? undefined
              : {
                  title: `Require ${optional.join(" and ")}`,
                  // What is around it may have reasons of its own to be optional.
                  isSafe: optional.length === 1 && optional[0] === `"${url.propertyName}"`,
                  edits,
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
      "properties": {
        "target": {
          "type": "object",
          "properties": {
            "url": {
          //^^^^^ "target/url" of "WhenTicketCreated" takes the callback address, but "target" and "url" are not required.
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
      "properties": {
        "target": {
          "type": "object",
          "properties": {
            "url": {
              "type": "string",
              "x-ms-visibility": "internal",
              "x-ms-notification-url": true
            }
          },
          "required": [
            "url"
          ]
        }
      },
      "required": [
        "target"
      ]
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
