import type { ApiDefinition } from "../../../connector/apiDefinition.js";
import {
  type DynamicReference,
  declarationOf,
  dynamicExtensions,
  isRequiredInput,
} from "../../../connector/dynamicReference.js";
import { appendTo } from "../../../connector/keep.js";
import type { Pointer } from "../../../connector/pointer.js";
import type { Schema } from "../../../connector/schema.js";
import { inputOf, nameOf, sourcesOf } from "../../dynamicCall.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "dynamic-no-cycle",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "No dropdown or dynamic schema waits for itself.",
  why: `A dropdown that depends on another input stays empty until that input has a value. When the other one depends on
the first in turn, or a schema is learned by calling the operation that it describes, a maker can fill neither.`,
  on: "definition",
  check(definition, { report }) {
    for (const reference of definition.dynamicReferences)
      if (callsItself(reference))
        report({
          at: `${reference.pointer}/operationId`,
          message: `${nameOf(reference)} calls ${reference.target!.label}, the operation in which it stands.`,
          related: [{ at: reference.target!.pointer, message: "This is the operation." }],
        });
    const needs = neededInputs(definition);
    const done = new Set<Schema>();
    for (const owner of needs.keys()) {
      const cycle = cycleFrom(owner, needs, done);
      const [first, ...others] = cycle;
      if (first === undefined) continue;
      report({
        at: first.at,
        message:
          others.length === 0
            ? `${nameOf(first.by)} requires a value of the very input that it is for.`
            : `${nameOf(first.by)} requires a value of ${first.needs.label}, which in turn waits for ${first.owner.label}.`,
        related: others.map(({ at, needs }) => ({ at, message: `This requires ${needs.label}.` })),
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "owner": {
                  "parameter": "owner"
                             //^^^^^^^ x-ms-dynamic-values of "queue" requires a value of parameter "owner", which in turn waits for parameter "queue".
                }
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListOwners",
              "value-path": "id",
              "parameters": {
                "queue": {
                  "parameter": "queue"
                }
              }
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": {
              "type": "object",
              "x-ms-dynamic-properties": {
                "operationId": "ListTickets",
                             //^^^^^^^^^^^^^ x-ms-dynamic-properties calls "ListTickets", the operation in which it stands.
                "parameters": {},
                "itemValuePath": "schema"
              }
            }
          }
        }
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          { "name": "owner", "in": "query", "type": "string", "required": true }
        ]
      }
    },
    "/owners": {
      "get": {
        "operationId": "ListOwners",
        "parameters": [
          { "name": "queue", "in": "query", "type": "string", "required": true }
        ]
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
        "parameters": [
          {
            "name": "queue",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListQueues",
              "value-path": "id",
              "parameters": {
                "owner": {
                  "parameter": "owner"
                }
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListOwners",
              "value-path": "id",
              "parameters": {
                "queue": {
                  "parameter": "queue"
                }
              }
            }
          }
        ]
      }
    },
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "parameters": [
          { "name": "owner", "in": "query", "type": "string", "required": true }
        ]
      }
    },
    "/owners": {
      "get": {
        "operationId": "ListOwners",
        "parameters": [
          { "name": "queue", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});

/** What an input needs before it can be filled: another input, because a dynamic call requires it. */
interface Need {
  owner: Schema;
  needs: Schema;
  by: DynamicReference;
  /** Where the other input is named. */
  at: Pointer;
}

/** Whether the call would need the schema that it is to learn, or the input that it is to offer. */
function callsItself({ kind, target, sources, owner }: DynamicReference): boolean {
  if (target === undefined || !isExtension(kind) || !sources.includes(target)) return false;
  if (kind === "x-ms-dynamic-schema" || kind === "x-ms-dynamic-properties") return true;
  // A dropdown for an optional parameter may well be filled by the operation without it.
  return owner?.isRequired === true && !("default" in owner.value);
}

function isExtension(kind: string): boolean {
  return (dynamicExtensions as readonly string[]).includes(kind);
}

function neededInputs(definition: ApiDefinition): Map<Schema, Need[]> {
  const needs = new Map<Schema, Need[]>();
  for (const reference of definition.dynamicReferences) {
    const { owner, target, kind } = reference;
    if (owner === undefined || !owner.isInput || !isExtension(kind)) continue;
    for (const passed of reference.parameters) {
      const goal = inputOf(target, passed.name, kind);
      if (goal === undefined || !isRequiredInput(goal)) continue;
      if ("default" in (declarationOf(goal) ?? {})) continue;
      for (const { inputs } of sourcesOf(reference, passed)) {
        const [input] = inputs;
        if (input === undefined || inputs.length > 1) continue;
        const needed = input.steps.at(-1)?.resolved ?? definition.schemaAt(input.parameter.pointer);
        if (needed !== undefined)
          appendTo(needs, owner, {
            owner,
            needs: needed,
            by: reference,
            at: passed.passes.pointer,
          });
      }
    }
  }
  return needs;
}

/** The needs from an input back to itself, when there is such a way; each cycle is found once. */
function cycleFrom(
  start: Schema,
  needs: ReadonlyMap<Schema, readonly Need[]>,
  done: Set<Schema>,
): readonly Need[] {
  const path: { schema: Schema; pending: Need[]; by?: Need }[] = [];
  const enter = (schema: Schema, by?: Need) =>
    path.push({ schema, pending: [...(needs.get(schema) ?? [])], ...(by && { by }) });
  if (!done.has(start)) enter(start);
  while (path.length > 0) {
    const { schema, pending } = path.at(-1)!;
    const need = pending.shift();
    if (need === undefined) {
      done.add(schema);
      path.pop();
      continue;
    }
    if (done.has(need.needs)) continue;
    const index = path.findIndex(({ schema }) => schema === need.needs);
    if (index < 0) {
      enter(need.needs, need);
      continue;
    }
    for (const each of path) done.add(each.schema);
    return [...path.slice(index + 1).map(({ by }) => by!), need];
  }
  return [];
}
