import { defineRule } from "../../rule.js";

export default defineRule({
  name: "webhook-method-post",
  validatorCodes: [],
  sources: ["webhooks"],
  severity: "warning",
  summary: "A webhook trigger registers the flow by POST.",
  why: `When a flow is turned on the platform sends the callback address to the service, which creates a subscription for it.
That is a \`POST\`. A \`GET\` has no body for the address, and \`PUT\` or \`PATCH\` may replace the subscription of another flow.
Of 459 published webhook triggers 7 do it otherwise.`,
  on: "operation",
  check(operation, { report }) {
    if (!operation.isWebhook || operation.method === "post") return;
    report({
      at: operation.pointer,
      message: `The webhook trigger ${operation.label} registers the flow by ${operation.method.toUpperCase()} instead of POST.`,
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
        "schema": { "type": "object" }
      },
      "put": {
    //^^^^^ The webhook trigger "WhenTicketCreated" registers the flow by PUT instead of POST.
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
        "schema": { "type": "object" }
      },
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single"
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
    }
  }
}`,
});
