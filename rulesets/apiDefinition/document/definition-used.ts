import type { ApiDefinition } from "../../../connector/apiDefinition.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "definition-used",
  validatorCodes: [],
  sources: ["coding"],
  severity: "hint",
  tag: "unnecessary",
  summary: "Something refers to every entry of definitions, parameters and responses.",
  why: `What nothing refers to has no effect: makers never see it, and readers wonder what it is for. Reviewers ask to remove it.
An entry that only other unused ones refer to is unused as well.`,
  on: "definition",
  check(definition, { report }) {
    const referrers = referrersOf(definition);
    const used = usedByPaths(definition);
    const complain = (section: string, name: string, what: string) => {
      const at = child(`/${section}`, name);
      // Where unused ones refer to it, their references would lead nowhere.
      const isFree = (referrers.get(at) ?? []).every((from) => from.startsWith(`${at}/`));
      report({
        at,
        part: "key",
        message: `Nothing that an operation uses refers to the ${what} "${name}".`,
        fix: isFree
          ? { title: `Remove "${name}"`, isSafe: false, edits: [{ remove: at }] }
          : undefined,
      });
    };
    for (const name of Object.keys(asObject(definition.value.definitions))) {
      const schema = definition.schemaAt(child("/definitions", name));
      if (schema?.isUnreferenced && !isVariant(definition, name))
        complain("definitions", name, "definition");
    }
    for (const [section, what] of [
      ["parameters", "shared parameter"],
      ["responses", "shared response"],
    ] as const)
      for (const name of Object.keys(asObject(definition.value[section])))
        if (!used.has(child(`/${section}`, name))) complain(section, name, what);
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": { "type": "object" },
    "Queue": { "type": "array", "items": { "$ref": "#/definitions/Person" } },
  //^^^^^^^ Nothing that an operation uses refers to the definition "Queue".
    "Person": { "type": "object" }
  //^^^^^^^^ Nothing that an operation uses refers to the definition "Person".
  },
  "responses": {
    "NotFound": {
  //^^^^^^^^^^ Nothing that an operation uses refers to the shared response "NotFound".
      "description": "There is no such ticket."
    },
    "Failed": {
  //^^^^^^^^ Nothing that an operation uses refers to the shared response "Failed".
      "description": "The service has failed."
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
            "description": "The tickets.",
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        }
      }
    }
  },
  "definitions": {
    "Ticket": { "type": "object" }
  },
  "responses": {}
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [{ "$ref": "#/parameters/Page" }],
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": { "type": "array", "items": { "$ref": "#/definitions/Ticket" } }
          },
          "404": { "$ref": "#/responses/NotFound" }
        }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "discriminator": "kind",
      "properties": {
        "kind": { "type": "string" },
        "parent": { "$ref": "#/definitions/Ticket" }
      }
    },
    "Incident": { "allOf": [{ "$ref": "#/definitions/Ticket" }] }
  },
  "parameters": {
    "Page": { "name": "page", "in": "query", "type": "integer" }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." }
  }
}`,
});

/** From where references lead to each entry, whether used themselves or not. */
function referrersOf(definition: ApiDefinition): ReadonlyMap<Pointer, readonly Pointer[]> {
  const referrers = new Map<Pointer, Pointer[]>();
  for (const { pointer, target } of definition.references) {
    // A reference may lead into the middle of an entry.
    const entry = target?.split("/").slice(0, 3).join("/");
    if (entry !== undefined) referrers.set(entry, [...(referrers.get(entry) ?? []), pointer]);
  }
  return referrers;
}

/** The shared parameters and responses that paths refer to, over any number of steps. */
function usedByPaths(definition: ApiDefinition): ReadonlySet<Pointer> {
  const used = new Set<Pointer>();
  const next = new Map(definition.references.map(({ pointer, target }) => [pointer, target]));
  for (const { pointer, target } of definition.references)
    if (pointer.startsWith("/paths/"))
      for (let at = target; at !== undefined && !used.has(at); at = next.get(at)) used.add(at);
  return used;
}

/** Whether it stands for one of the kinds that a \`discriminator\` of another definition tells apart. */
function isVariant(definition: ApiDefinition, name: string): boolean {
  const schema = definition.schemaAt(child("/definitions", name));
  return schema?.parts.some((part) => "discriminator" in part.value) === true;
}
