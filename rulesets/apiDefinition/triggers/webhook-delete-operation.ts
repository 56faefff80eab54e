import type { Operation } from "../../../connector/apiDefinition.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "webhook-delete-operation",
  validatorCodes: [],
  sources: ["webhooks"],
  severity: "info",
  summary: "A connector with webhooks has an operation that deletes them.",
  why: `When a flow is turned off or deleted the platform removes its webhook by a DELETE request to the address that the
service gave in the \`Location\` header. The definition must describe that operation, usually internal, or webhooks
of flows that are long gone keep being called.`,
  on: "definition",
  check({ operations }, { report }) {
    const webhook = operations.find(({ isWebhook }) => isWebhook);
    if (webhook === undefined || operations.some((each) => mayDelete(each, webhook))) return;
    report({
      at: webhook.pointer,
      message: `${webhook.label} registers a webhook, but no DELETE operation removes one.`,
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
    //^^^^^^ "WhenTicketCreated" registers a webhook, but no DELETE operation removes one.
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single"
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
        "x-ms-trigger": "single"
      }
    },
    "/hooks/{id}": {
      "delete": {
        "operationId": "DeleteHook",
        "x-ms-visibility": "internal"
      }
    }
  }
}`,
});

/** Whether an operation may be the one that removes a webhook, and not just anything. */
function mayDelete(operation: Operation, webhook: Operation): boolean {
  const { method, path, id, summary, isInternal } = operation;
  if (method !== "delete") return false;
  const first = (each: string) => each.split("/").find((segment) => /^[^{}]+$/.test(segment));
  return (
    isInternal ||
    first(path) === first(webhook.path) ||
    /hook|subscri|regist|notif|callback|trigger|event/i.test(`${path} ${id} ${summary}`)
  );
}
