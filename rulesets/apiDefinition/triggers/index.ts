import type { Rule } from "../../rule.js";
import batchTriggerGet from "./batch-trigger-get.js";
import batchTriggerReturnsArray from "./batch-trigger-returns-array.js";
import fetchSubscribeParametersMatch from "./fetch-subscribe-parameters-match.js";
import notificationExtensionNotOnWebhook from "./notification-extension-not-on-webhook.js";
import notificationExtensionTriggerOnly from "./notification-extension-trigger-only.js";
import notificationOperationIsWebhook from "./notification-operation-is-webhook.js";
import notificationUrlInternal from "./notification-url-internal.js";
import notificationUrlPosition from "./notification-url-position.js";
import notificationUrlRequired from "./notification-url-required.js";
import notificationUrlSingle from "./notification-url-single.js";
import notificationUrlString from "./notification-url-string.js";
import operationExtensionInPathItem from "./operation-extension-in-path-item.js";
import pollingTriggerPolicy from "./polling-trigger-policy.js";
import triggerDescriptionWhen from "./trigger-description-when.js";
import triggerMetadataValue from "./trigger-metadata-value.js";
import triggerSummaryWhen from "./trigger-summary-when.js";
import triggerValue from "./trigger-value.js";
import triggerValuePath from "./trigger-value-path.js";
import webhookDeleteOperation from "./webhook-delete-operation.js";
import webhookHasResponse from "./webhook-has-response.js";
import webhookLocationHeader from "./webhook-location-header.js";
import webhookMethodPost from "./webhook-method-post.js";
import webhookNeedsNotificationContent from "./webhook-needs-notification-content.js";
import webhookNeedsNotificationUrl from "./webhook-needs-notification-url.js";

export const triggersRules: readonly Rule[] = [
  batchTriggerGet,
  batchTriggerReturnsArray,
  fetchSubscribeParametersMatch,
  notificationExtensionNotOnWebhook,
  notificationExtensionTriggerOnly,
  notificationOperationIsWebhook,
  notificationUrlInternal,
  notificationUrlPosition,
  notificationUrlRequired,
  notificationUrlSingle,
  notificationUrlString,
  operationExtensionInPathItem,
  pollingTriggerPolicy,
  triggerDescriptionWhen,
  triggerMetadataValue,
  triggerSummaryWhen,
  triggerValue,
  triggerValuePath,
  webhookDeleteOperation,
  webhookHasResponse,
  webhookLocationHeader,
  webhookMethodPost,
  webhookNeedsNotificationContent,
  webhookNeedsNotificationUrl,
];
