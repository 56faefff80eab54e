import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-extension-not-on-webhook",
  validatorCodes: ["NotificationExtensionNotSupportedInWebhookOperation"],
  severity: "error",
  summary: "Webhook triggers have no x-ms-notification.",
  why: `\`x-ms-notification\` names the webhook that tells a polling trigger to look for new data. A webhook is told by the
service itself, so the extension has no place there and the service refuses it.`,
  on: "operation",
  check(operation, { report }) {
    if (!isObject(operation.value["x-ms-notification"]) || !operation.isWebhook) return;
    report({
      at: operation.at("x-ms-notification"),
      message: `${operation.label} has x-ms-notification, but it is a webhook itself.`,
      fix: {
        title: "Remove x-ms-notification",
        isSafe: false,
        edits: [{ remove: operation.at("x-ms-notification") }],
      },
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
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "x-ms-notification": {
      //^^^^^^^^^^^^^^^^^^^ "WhenTicketCreated" has x-ms-notification, but it is a webhook itself.
          "operationId": "SubscribeToTickets"
        }
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
        "x-ms-trigger": "single"
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
    }
  }
}`,
});
