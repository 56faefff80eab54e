import { child } from "../../../connector/pointer.js";
import { asArray, asObject, isObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

const key = "x-ms-require-user-confirmation";

export default defineRule({
  name: "model-writes-confirmed",
  validatorCodes: [],
  sources: ["repository"],
  severity: "info",
  summary: "An operation that changes something says whether a language model asks the user first.",
  why: `Before a language model sends or deletes something on behalf of a user, that user should agree. All 67 published
operations of plug-ins that are no \`GET\` say by \`x-ms-require-user-confirmation\` whether they ask; where it is missing,
nobody knows what the author wants.`,
  on: "operation",
  check(operation, { report }) {
    const { method, value } = operation;
    const data = asObject(value["x-ms-openai-data"]);
    if (data["openai-enabled"] !== true || ["get", "head", "options"].includes(method)) return;
    if (key in value || key in data || value["x-ms-safe-operation"] === true) return;
    const at = operation.at("x-ms-openai-data");
    const described = asArray(data.operations);
    const own = described.findIndex((each) => asObject(each).operationId === operation.id);
    // What is told of other operations is for them.
    const index = own >= 0 ? own : described.length === 1 ? 0 : -1;
    const entry = described[index];
    if (isObject(entry) ? key in entry : described.length > 0) return;
    report({
      at: isObject(entry) ? child(at, "operations", index) : at,
      message: `${operation.label} changes something when a language model calls it, but does not say by ${key} whether the user is asked.`,
      fix: {
        title: "Ask the user first",
        isSafe: false,
        edits: [
          {
            set: isObject(entry) ? child(at, "operations", index, key) : operation.at(key),
            value: true,
          },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
          //^ "CreateTicket" changes something when a language model calls it, but does not say by x-ms-require-user-confirmation whether the user is asked.
              "operationId": "CreateTicket"
            }
          ]
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "CreateTicket",
              "x-ms-require-user-confirmation": true
            }
          ]
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "CreateTicket",
              "x-ms-require-user-confirmation": true
            }
          ]
        }
      },
      "get": {
        "operationId": "ListTickets",
        "x-ms-openai-data": {
          "openai-enabled": true
        }
      }
    },
    "/tickets/search": {
      "post": {
        "operationId": "SearchTickets",
        "x-ms-openai-data": {
          "openai-enabled": true,
          "operations": [
            {
              "operationId": "SearchTickets",
              "x-ms-require-user-confirmation": false
            }
          ]
        }
      }
    }
  }
}`,
});
