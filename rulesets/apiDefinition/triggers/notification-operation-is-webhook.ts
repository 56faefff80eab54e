import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-operation-is-webhook",
  validatorCodes: ["NotificationOperationMustBeWebhook"],
  severity: "error",
  summary: "x-ms-notification names a webhook.",
  why: `The operation that \`x-ms-notification\` names registers the callback by which the service announces new data. Only
an operation whose body takes a callback address (\`x-ms-notification-url\`) can do that; the service refuses others.`,
  on: "dynamicReference",
  check({ kind, target, pointer, sources }, { report }) {
    if (kind !== "x-ms-notification" || target === undefined) return;
    if (target.notificationUrls.length > 0 || target.isWebhook) return;
    report({
      at: `${pointer}/operationId`,
      message: `x-ms-notification of ${sources[0]!.label} names ${target.label}, which is no webhook: its body takes no callback address.`,
      related: [{ at: target.pointer, message: `${target.label} is declared here.` }],
    });
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-notification": {
          "operationId": "ListHooks"
                       //^^^^^^^^^^^ x-ms-notification of "WhenTicketsChange" names "ListHooks", which is no webhook: its body takes no callback address.
        }
      }
    },
    "/hooks": {
      "get": {
        "operationId": "ListHooks"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-notification": {
          "operationId": "SubscribeToTickets"
        }
      }
    },
    "/hooks": {
      "post": {
        "operationId": "SubscribeToTickets",
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
      }
    }
  }
}`,
});
