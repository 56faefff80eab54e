import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { isWithoutContent, userOf, wantsSchema } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-no-empty-schema",
  validatorCodes: [],
  sources: ["coding"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "The schema of a response for success is not empty.",
  why: `From the schema makers get the values that an operation returns; with an empty one they have to parse the result themselves.
Reviewers ask for the properties, or for no schema at all where nothing comes back. It does not matter for internal operations and for the registration of a webhook.`,
  on: "response",
  check(response, { report }) {
    const { schema } = response.value;
    if (!isObject(schema) || Object.keys(schema).length > 0) return;
    const uses = response.uses.filter(
      ({ code, operation }) =>
        /^2\d\d$/.test(code) &&
        !operation.isInternal &&
        // What a webhook returns stands in the path.
        operation.pathItem.notificationContent === undefined,
    );
    if (uses.length > 0)
      report({
        at: child(response.pointer, "schema"),
        message: `The response ${uses[0]!.code} of ${userOf(uses)} has an empty schema.`,
        // Where something must come back, only its properties help.
        fix: uses.some(({ code, operation }) => !isWithoutContent(code) && wantsSchema(operation))
          ? undefined
          : {
              title: "Remove the empty schema",
              isSafe: false,
              byHand: "breaks",
              edits: [{ remove: child(response.pointer, "schema") }],
            },
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "200": {
            "description": "The ticket.",
            "schema": {}
          //^^^^^^^^ The response 200 of "DeleteTicket" has an empty schema.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "200": {
            "description": "The ticket."
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": { "description": "The tickets.", "schema": { "type": "object" } },
          "400": { "description": "The request is not valid.", "schema": {} }
        }
      },
      "post": {
        "operationId": "GetTicketSchema",
        "x-ms-visibility": "internal",
        "responses": {
          "200": { "description": "The schema.", "schema": {} }
        }
      }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": {
        "operationId": "WhenTicketIsCreated",
        "x-ms-trigger": "single",
        "responses": {
          "201": { "description": "The flow is registered.", "schema": {} }
        }
      }
    }
  }
}`,
});
