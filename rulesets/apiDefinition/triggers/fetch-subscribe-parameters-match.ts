import type { Operation, Parameter } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import type { Schema } from "../../../connector/schema.js";
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
    for (const input of inputsOf(target)) {
      const { owner, name } = input;
      const other = inputsOf(fetch).find((each) => each.name === name);
      if (other === undefined || other.owner === owner) continue;
      const type = difference(input.type, other.type, "type");
      const visibility = difference(
        input.visibility ?? "none",
        other.visibility ?? "none",
        "x-ms-visibility",
      );
      const differences = [type, visibility].filter((each) => each !== undefined);
      if (differences.length === 0) continue;
      report({
        at: owner.pointer,
        message: `The ${owner.label} of ${target.label} differs from that of ${fetch.label}, which it notifies: ${differences.join(", and ")}.`,
        related: [{ at: other.owner.pointer, message: `This is that of ${fetch.label}.` }],
        fix: type === undefined ? visibilityFix(target, input, other) : undefined,
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
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "limit": {
              //^^^^^^^ The property "limit" of "SubscribeToTickets" differs from that of "WhenTicketsChange", which it notifies: its x-ms-visibility is advanced instead of none.
                  "type": "integer",
                  "x-ms-visibility": "advanced"
                }
              }
            }
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
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "limit": {
                  "type": "integer"
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

interface NamedInput {
  owner: Parameter | Schema;
  name: string;
  type: string | undefined;
  visibility: unknown;
}

/** What makers fill in: the parameters of an operation, and the properties of its body in the place of the body. */
function inputsOf({ parameters, body }: Operation): NamedInput[] {
  const named = (owner: Parameter | Schema, name: string | undefined, type?: string) =>
    name === undefined
      ? []
      : [{ owner, name, type, visibility: owner.value["x-ms-visibility"] || undefined }];
  return [
    ...parameters
      .filter((parameter) => parameter.in !== "body")
      .flatMap((parameter) => named(parameter, parameter.name, parameter.type)),
    ...[...(body?.schema?.properties.values() ?? [])].flatMap((property) =>
      named(property, property.propertyName, property.resolved?.type),
    ),
  ];
}

function difference(found: unknown, expected: unknown, key: string) {
  return found === undefined || expected === undefined || found === expected
    ? undefined
    : `its ${key} is ${found} instead of ${expected}`;
}

/** Gives it the visibility of the other, where that neither hides nor shows it. */
function visibilityFix(target: Operation, input: NamedInput, other: NamedInput): Fix | undefined {
  const isShared = !input.owner.pointer.startsWith(`${target.pointer}/`);
  if (isShared || input.visibility === "internal" || other.visibility === "internal")
    return undefined;
  const at = child(input.owner.pointer, "x-ms-visibility");
  return {
    title:
      other.visibility === undefined
        ? "Remove its x-ms-visibility"
        : `Make it "${other.visibility}"`,
    isSafe: false,
    edits: [other.visibility === undefined ? { remove: at } : { set: at, value: other.visibility }],
  };
}
