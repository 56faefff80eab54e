import { defineRule } from "../../rule.js";

export default defineRule({
  name: "webhook-needs-notification-content",
  validatorCodes: ["OperationMustHaveNotificationContentExtension"],
  sources: ["webhooks", "extensions"],
  severity: "error",
  summary: "The path of a webhook says what the service posts to the flow.",
  why: `\`x-ms-notification-content\` describes the event that reaches the flow, so that makers can choose its fields. It
stands in the path item, beside \`post\` and not inside it. The service refuses an operation that takes a callback
address when its path has none.`,
  on: "operation",
  check(operation, { report }) {
    const { pathItem, value, notificationUrls } = operation;
    if ("x-ms-notification-content" in pathItem.value) return;
    const isInside = "x-ms-notification-content" in value;
    if (notificationUrls.length === 0 && !(isInside && operation.trigger !== undefined)) return;
    const related = notificationUrls.map(({ pointer }) => ({
      at: pointer,
      message: "This takes the callback address.",
    }));
    if (!isInside)
      return report({
        at: operation.pointer,
        message: `${operation.label} takes a callback address, but ${operation.path} has no x-ms-notification-content.`,
        related,
      });
    const others = pathItem.operations.filter(
      (other) => "x-ms-notification-content" in other.value,
    );
    report({
      at: operation.at("x-ms-notification-content"),
      part: "key",
      message: `x-ms-notification-content stands inside ${operation.label}, but it belongs to the path item, beside "${operation.method}".`,
      related,
      fix:
        others.length > 1
          ? undefined
          : {
              title: "Move it to the path item",
              isSafe: true,
              edits: [
                { remove: operation.at("x-ms-notification-content") },
                {
                  set: `${pathItem.pointer}/x-ms-notification-content`,
                  value: value["x-ms-notification-content"],
                },
              ],
            },
    });
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
        ],
        "x-ms-notification-content": {
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-notification-content stands inside "WhenTicketCreated", but it belongs to the path item, beside "post".
          "description": "The new ticket.",
          "schema": {
            "type": "object"
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
        ]
      },
      "x-ms-notification-content": {
        "description": "The new ticket.",
        "schema": {
          "type": "object"
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
        "description": "The new ticket.",
        "schema": {
          "type": "object"
        }
      },
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
    },
    "/hooks/{id}": {
      "get": {
        "operationId": "GetHook",
        "responses": {
          "200": {
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
}`,
});
