import { nameOfUrl } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "notification-url-single",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "One property of a webhook trigger takes the callback address.",
  why: `A flow with a webhook trigger has one callback address, and the platform writes it where
\`x-ms-notification-url\` stands. With two such places nobody can tell which one the service will call, or it calls
both and the flow runs twice.`,
  on: "operation",
  check(operation, { report }) {
    if (operation.trigger === undefined) return;
    const [first, ...others] = operation.notificationUrlChains;
    for (const chain of others) {
      const url = chain.at(-1)!;
      report({
        at: url.pointer,
        message: `${nameOfUrl(chain)} of ${operation.label} takes the callback address, but so does ${nameOfUrl(first!)}.`,
        related: [{ at: first!.at(-1)!.pointer, message: "This takes the callback address, too." }],
      });
    }
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
              "required": ["url", "errorUrl"],
              "properties": {
                "url": {
                  "type": "string",
                  "x-ms-visibility": "internal",
                  "x-ms-notification-url": true
                },
                "errorUrl": {
              //^^^^^^^^^^ "errorUrl" of "WhenTicketCreated" takes the callback address, but so does "url".
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
  good: `
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
      }
    }
  }
}`,
});
