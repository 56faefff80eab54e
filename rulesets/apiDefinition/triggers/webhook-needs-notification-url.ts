import type { Operation } from "../../../connector/apiDefinition.js";
import { isMarkMissing, propertyToMark } from "../../notificationUrl.js";
import { requireInput } from "../../requireInput.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "webhook-needs-notification-url",
  validatorCodes: ["WebhookOperationsMissingNotificationUrlProperty"],
  sources: ["webhooks"],
  severity: "error",
  summary: "The body of a webhook trigger has a property for the callback address.",
  why: `When a flow with a webhook trigger is turned on the platform registers the address at which the flow wants to
be called. \`x-ms-notification-url\` marks the property of the body that takes it; without one no event ever reaches
the flow, and the service refuses the definition.`,
  on: "operation",
  check(operation, { report }) {
    if (!isMarkMissing(operation)) return;
    report({
      at: operation.pointer,
      message: `The webhook trigger ${operation.label} has no property in its body that x-ms-notification-url marks as the callback address.`,
      fix: fixOf(operation),
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
        "schema": {
          "type": "object"
        }
      },
      "post": {
    //^^^^^^ The webhook trigger "WhenTicketCreated" has no property in its body that x-ms-notification-url marks as the callback address.
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": {
              "type": "object",
              "properties": {
                "callback": {
                  "type": "string",
                  "x-ms-notification-url": false
                },
                "event": {
                  "type": "string"
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
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
              "type": "object",
              "properties": {
                "callback": {
                  "type": "string",
                  "x-ms-notification-url": true,
                  "x-ms-visibility": "internal"
                },
                "event": {
                  "type": "string"
                }
              },
              "required": [
                "callback"
              ]
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
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
      },
      "get": {
        "operationId": "ListHooks"
      }
    },
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch"
      }
    },
    "/tickets/latest": {
      "get": {
        "operationId": "WhenTicketChanges",
        "x-ms-trigger": "single"
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
              "$ref": "#/definitions/CallbackUrl"
            }
          }
        }
      }
    },
    "CallbackUrl": {
      "type": "string",
      "x-ms-visibility": "internal",
      "x-ms-notification-url": true
    }
  }
}`,
});

/** Marks the property that takes the callback address by its name. */
function fixOf(operation: Operation): Fix | undefined {
  const { body } = operation;
  const chain = propertyToMark(operation);
  const url = chain?.at(-1)?.resolved;
  const edits = body && chain && requireInput(body, chain.slice(1));
  if (url === undefined || edits === undefined) return undefined;
  return {
    title: `Mark "${url.propertyName ?? chain!.at(-1)!.propertyName}" as the callback address`,
    isSafe: false,
    edits: [
      { set: url.at("x-ms-notification-url"), value: true },
      { set: url.at("x-ms-visibility"), value: "internal" },
      ...edits,
    ],
  };
}
