import { child } from "../../../connector/pointer.js";
import { asObject, isObject } from "../../../connector/values.js";
import { locationHeader } from "../../notificationUrl.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "webhook-location-header",
  validatorCodes: [],
  sources: ["webhooks"],
  severity: {},
  summary: "The response of a webhook trigger has a Location header.",
  why: `The service answers a new subscription with 201 and says in the \`Location\` header where it can be deleted; the
platform calls that address when the flow is turned off. The header must be sent, but hardly any published connector
declares it (3 of 100), so this is off unless a configuration switches it on.`,
  on: "operation",
  check(operation, { report }) {
    if (!operation.isWebhook || operation.trigger === undefined) return;
    const answers = operation.responses.filter(({ code }) => /^2\d\d$/.test(code));
    const hasLocation = answers.some(({ declared }) =>
      Object.keys(asObject(declared.value.headers)).some((name) => /^location$/i.test(name)),
    );
    if (answers.length === 0 || hasLocation) return;
    const answer = answers.find(({ code }) => code === "201") ?? answers[0]!;
    const { headers } = answer.declared.value;
    const isOwn = answer.declared.pointer === answer.pointer;
    report({
      at: answer.pointer,
      message: `Response ${answer.code} of the webhook trigger ${operation.label} declares no Location header.`,
      fix:
        isOwn && (headers === undefined || isObject(headers))
          ? {
              title: "Declare the Location header",
              isSafe: false,
              edits: [
                {
                  set: child(answer.pointer, "headers"),
                  value: {
                    ...headers,
                    Location: locationHeader,
                  },
                },
              ],
            }
          : undefined,
    });
  },
  bad: `
{
  "paths": {
    "/hooks": {
      "x-ms-notification-content": {
        "schema": { "type": "object" }
      },
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "responses": {
          "201": {
        //^^^^^ Response 201 of the webhook trigger "WhenTicketCreated" declares no Location header.
            "description": "The webhook is registered."
          }
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
        "schema": { "type": "object" }
      },
      "post": {
        "operationId": "WhenTicketCreated",
        "x-ms-trigger": "single",
        "responses": {
          "201": {
            "description": "The webhook is registered.",
            "headers": {
              "Location": {
                "description": "The address at which the webhook is deleted.",
                "type": "string"
              }
            }
          }
        }
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
        "x-ms-trigger": "single",
        "responses": {
          "201": {
            "description": "The webhook is registered.",
            "headers": {
              "location": { "type": "string" }
            }
          }
        }
      }
    }
  }
}`,
});
