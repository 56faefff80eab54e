import { isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-extension-trigger-only",
  validatorCodes: ["NotificationExtensionSupportedForTriggerOnly"],
  severity: "error",
  summary: "Only triggers have x-ms-notification.",
  why: `\`x-ms-notification\` names the webhook that tells a polling trigger to look for new data. An action waits for
nothing, so the service refuses the extension there.`,
  on: "operation",
  check(operation, { report }) {
    if (!isObject(operation.value["x-ms-notification"]) || "x-ms-trigger" in operation.value)
      return;
    report({
      at: operation.at("x-ms-notification"),
      message: `${operation.label} has x-ms-notification, but it is no trigger.`,
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
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-notification": {
      //^^^^^^^^^^^^^^^^^^^ "ListTickets" has x-ms-notification, but it is no trigger.
          "operationId": "SubscribeToTickets"
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
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
