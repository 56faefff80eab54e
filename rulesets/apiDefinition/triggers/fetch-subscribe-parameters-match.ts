import type { Operation, Parameter } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "fetch-subscribe-parameters-match",
  validatorCodes: ["ParamtersWithSameNameMustHaveSameTypeAndVisibility"],
  severity: "warning",
  summary:
    "Parameters that a trigger and the webhook that notifies it both have are of one type and visibility.",
  why: `A maker fills in one form for a polling trigger with \`x-ms-notification\`: what is entered goes to the operation that
fetches data and, under the same name, to the one that registers the webhook. One field cannot be of two types, nor be
shown and hidden.`,
  on: "dynamicReference",
  check({ kind, target, sources }, { report }) {
    const [fetch] = sources;
    if (kind !== "x-ms-notification" || target === undefined || fetch === undefined) return;
    for (const parameter of target.parameters) {
      const other = fetch.parameters.find(({ name }) => name === parameter.name);
      if (other === undefined || other === parameter || parameter.name === undefined) continue;
      const type = difference(typeOf(parameter), typeOf(other), "type");
      const visibility = difference(
        parameter.visibility ?? "none",
        other.visibility ?? "none",
        "x-ms-visibility",
      );
      const differences = [type, visibility].filter((each) => each !== undefined);
      if (differences.length === 0) continue;
      report({
        at: parameter.pointer,
        message: `The ${parameter.label} of ${target.label} differs from that of ${fetch.label}, which it notifies: ${differences.join(", and ")}.`,
        related: [{ at: other.pointer, message: `This is that of ${fetch.label}.` }],
        fix: type === undefined ? visibilityFix(target, parameter, other) : undefined,
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-notification": {
          "operationId": "SubscribeToTickets"
        },
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" },
          { "name": "limit", "in": "query", "type": "integer" }
        ]
      }
    },
    "/hooks": {
      "post": {
        "operationId": "SubscribeToTickets",
        "parameters": [
          {
        //^ The query parameter "queue" of "SubscribeToTickets" differs from that of "WhenTicketsChange", which it notifies: its x-ms-visibility is advanced instead of none.
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-visibility": "advanced"
          },
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "x-ms-notification": {
          "operationId": "SubscribeToTickets"
        },
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" },
          { "name": "limit", "in": "query", "type": "integer" }
        ]
      }
    },
    "/hooks": {
      "post": {
        "operationId": "SubscribeToTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string"
          },
          {
            "name": "limit",
            "in": "query",
            "type": "integer"
          }
        ]
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
        },
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" }
        ]
      }
    },
    "/hooks": {
      "post": {
        "operationId": "SubscribeToTickets",
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" },
          { "name": "secret", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}`,
});

/** The type, where both say one: a body says it in its schema. */
function typeOf(parameter: Parameter): string | undefined {
  return parameter.in === "body" ? undefined : parameter.type;
}

function difference(found: string | undefined, expected: string | undefined, key: string) {
  return found === undefined || expected === undefined || found === expected
    ? undefined
    : `its ${key} is ${found} instead of ${expected}`;
}

/** Gives it the visibility of the other, where that neither hides nor shows it. */
function visibilityFix(target: Operation, parameter: Parameter, other: Parameter): Fix | undefined {
  const isShared = !parameter.pointer.startsWith(`${target.pointer}/`);
  if (isShared || parameter.visibility === "internal" || other.visibility === "internal")
    return undefined;
  const at = child(parameter.pointer, "x-ms-visibility");
  return {
    title:
      other.visibility === undefined
        ? "Remove its x-ms-visibility"
        : `Make it "${other.visibility}"`,
    isSafe: false,
    edits: [other.visibility === undefined ? { remove: at } : { set: at, value: other.visibility }],
  };
}
