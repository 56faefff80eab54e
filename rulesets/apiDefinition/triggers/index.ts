import type { Rule } from "../../rule.js";
import batchTriggerReturnsArray from "./batch-trigger-returns-array.js";
import notificationExtensionNotOnWebhook from "./notification-extension-not-on-webhook.js";
import notificationExtensionTriggerOnly from "./notification-extension-trigger-only.js";
import notificationOperationIsWebhook from "./notification-operation-is-webhook.js";
import notificationUrlInternal from "./notification-url-internal.js";
import notificationUrlPosition from "./notification-url-position.js";
import notificationUrlRequired from "./notification-url-required.js";
import notificationUrlString from "./notification-url-string.js";
import triggerSummaryWhen from "./trigger-summary-when.js";
import triggerValue from "./trigger-value.js";
import webhookDeleteOperation from "./webhook-delete-operation.js";
import webhookHasResponse from "./webhook-has-response.js";
import webhookNeedsNotificationContent from "./webhook-needs-notification-content.js";
import webhookNeedsNotificationUrl from "./webhook-needs-notification-url.js";

export const triggersRules: readonly Rule[] = [
  batchTriggerReturnsArray,
  notificationExtensionNotOnWebhook,
  notificationExtensionTriggerOnly,
  notificationOperationIsWebhook,
  notificationUrlInternal,
  notificationUrlPosition,
  notificationUrlRequired,
  notificationUrlString,
  triggerSummaryWhen,
  triggerValue,
  webhookDeleteOperation,
  webhookHasResponse,
  webhookNeedsNotificationContent,
  webhookNeedsNotificationUrl,
];
