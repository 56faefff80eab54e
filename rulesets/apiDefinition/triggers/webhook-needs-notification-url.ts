import type { Operation } from "../../../connector/apiDefinition.js";
import { asObject, isObject } from "../../../connector/values.js";
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
    if (!operation.isWebhook || operation.notificationUrls.length > 0) return;
    // Marks in a wrong place or of a wrong type are told where they are.
    if (operation.parameters.some(({ value }) => "x-ms-notification-url" in value)) return;
    const schema = bodySchema(operation);
    const isMarked = schema?.chainsTo(({ value }) => "x-ms-notification-url" in value) ?? [];
    if (isMarked.length > 0) return;
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
                "callbackUrl": {
                  "type": "string"
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
                "callbackUrl": {
                  "type": "string",
                  "x-ms-notification-url": true,
                  "x-ms-visibility": "internal"
                },
                "event": {
                  "type": "string"
                }
              },
              "required": [
                "callbackUrl"
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

function bodySchema({ body, definition }: Operation) {
  return body && definition.schemaAt(body.at("schema"));
}

/** Marks the one property that is called like a callback address. */
function fixOf(operation: Operation): Fix | undefined {
  const { body } = operation;
  const named = bodySchema(operation)?.chainsTo(
    ({ propertyName, resolved }) =>
      /^(call_?back|web_?hook|hook|notification|target|notify)?_?ur[il]$/i.test(
        propertyName ?? "",
      ) && asObject(resolved?.value).type === "string",
  );
  const [chain] = named?.length === 1 ? named : [];
  const url = chain?.at(-1)?.resolved;
  const edits = body && chain && requireInput(body, chain.slice(1));
  if (url === undefined || edits === undefined || !isObject(url.value)) return undefined;
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
