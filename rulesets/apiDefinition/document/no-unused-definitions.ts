import { appendTo } from "../../../connector/keep.js";
import { child, lastSegment, type Pointer, parent, segments } from "../../../connector/pointer.js";
import { localPointer } from "../../../connector/reference.js";
import { asArray, asObject, asString, type JsonObject, member } from "../../../connector/values.js";
import { nearest } from "../../nearest.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "no-unused-definitions",
  validatorCodes: [],
  sources: ["coding"],
  severity: "hint",
  tag: "unnecessary",
  summary: "Everything in definitions, parameters and responses is used.",
  why: `An entry that no operation leads to has no effect. It makes the file bigger, whose size is limited to 1 MB, and
leaves readers to wonder what it is for.`,
  on: "definition",
  check(definition, { report }) {
    // Without operations the file is only begun.
    if (definition.operations.length === 0) return;
    const entries = sharedEntries(definition.value);
    const used = usedEntries(definition.value, entries);
    // It may mean any of them.
    const leadsNowhere = definition.references.some(({ problem }) => problem === "notFound");
    const unused = [...entries].filter(([pointer]) => !used.has(pointer));
    const referrers = new Map<Pointer, Pointer[]>();
    for (const [pointer, { refs }] of unused)
      for (const ref of refs) {
        const target = entryOf(ref);
        if (target !== undefined && target !== pointer) appendTo(referrers, target, pointer);
      }
    for (const [pointer] of unused) {
      const [section, name] = segments(pointer);
      const [referrer] = referrers.get(pointer) ?? [];
      report({
        at: pointer,
        message: `Nothing uses "${name}" of "${section}"${referrer === undefined ? "" : `, except "${lastSegment(referrer)}", which is not used either`}.`,
        fix: removal(pointer, referrers, entries, !leadsNowhere),
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "$ref": "#/definitions/Tickets"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Tickets": {
      "type": "array",
      "items": {
        "type": "string"
      }
    },
    "Person": {
  //^^^^^^^^ Nothing uses "Person" of "definitions".
      "type": "object",
      "properties": {
        "queue": {
          "$ref": "#/definitions/Queue"
        }
      }
    },
    "Queue": {
  //^^^^^^^ Nothing uses "Queue" of "definitions", except "Person", which is not used either.
      "type": "object",
      "properties": {
        "name": {
          "type": "string"
        },
        "parent": {
          "$ref": "#/definitions/Queue"
        }
      }
    },
    "Failure": {
  //^^^^^^^^^ Nothing uses "Failure" of "definitions", except "NotFound", which is not used either.
      "type": "string"
    }
  },
  "parameters": {
    "page": {
  //^^^^^^ Nothing uses "page" of "parameters".
      "name": "page",
      "in": "query",
      "type": "integer"
    }
  },
  "responses": {
    "NotFound": {
  //^^^^^^^^^^ Nothing uses "NotFound" of "responses".
      "description": "Not Found",
      "schema": {
        "$ref": "#/definitions/Failure"
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "$ref": "#/definitions/Tickets"
            }
          }
        }
      }
    }
  },
  "definitions": {
    "Tickets": {
      "type": "array",
      "items": {
        "type": "string"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "parameters": [{ "$ref": "#/parameters/page" }],
      "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Event" } },
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": { "description": "OK", "schema": { "$ref": "#/definitions/Tickets" } },
          "404": { "$ref": "#/responses/NotFound" },
          "409": { "description": "Conflict", "shema": { "ref": "#/definitions/Conflict" } },
          "429": { "description": "Too Many Requests", "schema": { "$ref": "#/definitions/Faliure" } }
        }
      }
    }
  },
  "definitions": {
    "Conflict": { "type": "object" },
    "Event": { "type": "object" },
    "Failure": { "type": "object" },
    "Tickets": { "type": "array", "items": { "$ref": "#/definitions/Ticket" } },
    "Ticket": { "type": "object", "required": ["kind"], "discriminator": "kind", "properties": { "kind": { "type": "string" } } },
    "Wish": { "allOf": [{ "$ref": "#/definitions/Ticket" }], "properties": { "reason": { "$ref": "#/definitions/Reason" } } },
    "Reason": { "type": "string" }
  },
  "parameters": {
    "page": { "name": "page", "in": "query", "type": "integer" }
  },
  "responses": {
    "NotFound": { "description": "Not Found" }
  }
}`,
});

const sections = ["definitions", "parameters", "responses"] as const;

/** Each entry of the three sections, with where its references lead. */
function sharedEntries(root: JsonObject): Map<Pointer, Entry> {
  const entries = new Map<Pointer, Entry>();
  for (const section of sections)
    for (const [name, value] of Object.entries(asObject(root[section])))
      if (!name.startsWith("x-") || section === "definitions")
        entries.set(child("", section, name), { value, refs: refsIn(value) });
  return entries;
}

interface Entry {
  value: unknown;
  refs: ReadonlySet<string>;
}

/**
 * Every `$ref` below a value, also where none belongs or under a misspelt key: what is meant there must not be removed.
 * Without recursion, since a file may be nested deeply.
 */
function refsIn(start: unknown): Set<string> {
  const refs = new Set<string>();
  const pending: unknown[] = [start];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null) continue;
    const ref = member(value, "$ref");
    if (typeof ref === "string") refs.add(ref);
    for (const item of Object.values(value))
      if (typeof item === "object") pending.push(item);
      else if (typeof item === "string" && item.startsWith("#/")) refs.add(item);
  }
  return refs;
}

/** The entries that the paths lead to, over any number of steps. */
function usedEntries(root: JsonObject, entries: ReadonlyMap<Pointer, Entry>): Set<Pointer> {
  const others = { ...root };
  for (const section of sections) delete others[section];
  const byName = new Map<string, Pointer[]>();
  const kinds = new Map<Pointer, Pointer[]>();
  for (const [pointer, { value }] of entries) {
    appendTo(byName, lastSegment(pointer), pointer);
    for (const part of asArray(member(value, "allOf")))
      for (const base of targetsOf(asString(member(part, "$ref")))) appendTo(kinds, base, pointer);
  }
  // A discriminator chooses among the definitions that extend its own, which nothing need refer to.
  const chosen = new Set<Pointer>();
  for (const [pointer, { value }] of entries)
    if ("discriminator" in asObject(value)) chosen.add(pointer);
  for (const pointer of chosen) for (const kind of kinds.get(pointer) ?? []) chosen.add(kind);
  const used = new Set<Pointer>();
  const pending = [...refsIn(others)].flatMap(targetsOf);
  while (pending.length > 0) {
    const pointer = pending.pop()!;
    const entry = entries.get(pointer);
    if (entry === undefined || used.has(pointer)) continue;
    used.add(pointer);
    for (const ref of entry.refs) pending.push(...targetsOf(ref));
    if (chosen.has(pointer)) pending.push(...(kinds.get(pointer) ?? []));
  }
  return used;

  function targetsOf(ref: string | undefined): readonly Pointer[] {
    if (ref === undefined) return [];
    const entry = entryOf(ref);
    if (entry !== undefined && entries.has(entry)) return [entry];
    // A reference of a wrong form means the entry of that name, and one that leads to nothing that of nearly the name.
    const name = ref.slice(ref.lastIndexOf("/") + 1);
    return byName.get(name) ?? byName.get(nearest(name, byName.keys()) ?? "") ?? [];
  }
}

/** The entry that a reference leads to or into. */
function entryOf(ref: string): Pointer | undefined {
  const pointer = localPointer(ref);
  const [section, name] = pointer === undefined ? [] : segments(pointer);
  return name !== undefined && sections.some((each) => each === section)
    ? child("", section!, name)
    : undefined;
}

/** More edits than this are no help. */
const mostRemoved = 50;

/** Removes an unused entry with those that refer to it, since their references would lead nowhere. */
function removal(
  pointer: Pointer,
  referrers: ReadonlyMap<Pointer, readonly Pointer[]>,
  entries: ReadonlyMap<Pointer, Entry>,
  removesUnused: boolean,
): Fix | undefined {
  const removed = new Set([pointer]);
  for (const each of removed) {
    for (const referrer of referrers.get(each) ?? []) removed.add(referrer);
    if (removed.size > mostRemoved) return undefined;
  }
  const others = removed.size - 1;
  return {
    title:
      others === 0
        ? `Remove "${lastSegment(pointer)}"`
        : `Remove "${lastSegment(pointer)}" and ${others === 1 ? "the entry that refers" : `the ${others} entries that refer`} to it`,
    isSafe: false,
    removesUnused,
    edits: sections.flatMap((section) => {
      const own = [...removed].filter((each) => parent(each) === `/${section}`);
      // An empty section would be left over otherwise.
      const isAll =
        own.length > 0 &&
        own.length <= mostRemoved &&
        [...entries.keys()].every((each) => parent(each) !== `/${section}` || removed.has(each));
      return (isAll ? [`/${section}`] : own).map((each) => ({ remove: each }));
    }),
  };
}
