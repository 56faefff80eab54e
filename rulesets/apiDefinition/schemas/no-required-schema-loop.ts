import type { Schema } from "../../../connector/schema.js";
import { strings } from "../../../connector/values.js";
import { unrequireProperty } from "../../requiredList.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "no-required-schema-loop",
  validatorCodes: ["RequiredLoopInSchemaNotAllowed"],
  severity: "error",
  summary: "No object contains itself through required properties alone.",
  why: `When a ticket must have a parent and the parent is a ticket, that one must have a parent too, and so on: nobody can
send such an object. The service refuses the definition. Loops with an optional property or an array in them are no fault.`,
  on: "definition",
  check({ schemas }, { report }) {
    for (const { start, count, properties, last } of loopsIn(schemas)) {
      const [first, ...others] = properties as [Schema, ...Schema[]];
      const nameOf = (property: Schema) =>
        property.component === start.component
          ? `"${property.propertyName}"`
          : `"${property.propertyName}" of the ${property.component.schemas[0]!.label}`;
      const names = properties.map(nameOf);
      const path = count > 6 ? [...names.slice(0, 3), `${count - 4} more`, nameOf(last)] : names;
      report({
        at: first.pointer,
        message: `The ${start.label} contains itself without end through the required ${count === 1 ? "property" : "properties"} ${path.join(" → ")}.`,
        related: others.map((property) => ({
          at: property.pointer,
          message: `The ${property.label} is required, too.`,
        })),
        fix: fixOf(first),
      });
    }
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["title", "parent"],
      "properties": {
        "title": { "type": "string" },
        "parent": { "$ref": "#/definitions/Ticket" }
      //^^^^^^^^ The definition "Ticket" contains itself without end through the required property "parent".
      }
    },
    "Person": {
      "type": "object",
      "required": ["team"],
      "properties": {
        "team": {
      //^^^^^^ The definition "Person" contains itself without end through the required properties "team" → "lead".
          "type": "object",
          "required": ["lead"],
          "properties": {
            "lead": { "$ref": "#/definitions/Person" }
          }
        }
      }
    },
    "Queue": {
      "type": "object",
      "required": ["owner"],
      "properties": {
        "owner": { "$ref": "#/definitions/Owner" }
      //^^^^^^^ The definition "Queue" contains itself without end through the required properties "owner" → "queue" of the definition "Owner".
      }
    },
    "Owner": {
      "type": "object",
      "required": ["queue"],
      "properties": {
        "queue": { "$ref": "#/definitions/Queue" }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["title"],
      "properties": {
        "title": { "type": "string" },
        "parent": { "$ref": "#/definitions/Ticket" }
      }
    },
    "Person": {
      "type": "object",
      "properties": {
        "team": {
          "type": "object",
          "required": ["lead"],
          "properties": {
            "lead": { "$ref": "#/definitions/Person" }
          }
        }
      }
    },
    "Queue": {
      "type": "object",
      "properties": {
        "owner": { "$ref": "#/definitions/Owner" }
      }
    },
    "Owner": {
      "type": "object",
      "required": ["queue"],
      "properties": {
        "queue": { "$ref": "#/definitions/Queue" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["children"],
      "properties": {
        "parent": { "$ref": "#/definitions/Ticket" },
        "children": { "type": "array", "items": { "$ref": "#/definitions/Ticket" } }
      }
    },
    "Person": {
      "type": "object",
      "required": ["team"],
      "properties": {
        "team": { "$ref": "#/definitions/Team" }
      }
    },
    "Team": {
      "type": "object",
      "properties": {
        "lead": { "$ref": "#/definitions/Person" }
      }
    }
  }
}`,
});

interface Loop {
  /** The object that contains itself. */
  start: Schema;
  /** How many properties lead from it back to it. */
  count: number;
  /** The first of them. */
  properties: Schema[];
  last: Schema;
}

/** How many properties of a loop are told. */
const told = 10;

/**
 * One loop for each property that begins some: where everything leads to everything there are more of
 * them than anybody can count, and taking away what begins one ends the others that begin with it.
 */
function loopsIn(schemas: readonly Schema[]): Loop[] {
  const loops: Loop[] = [];
  const done = new Set<Schema>();
  const begun = new Set<Schema>();
  for (const schema of schemas) {
    if (schema.kind !== "schema" || schema.isReference || done.has(schema)) continue;
    // A stack of our own: chains of definitions are as long as one likes.
    const way: { at: Schema; open: Schema[]; taken?: Schema }[] = [];
    const places = new Map<Schema, number>();
    const enter = (at: Schema) => {
      places.set(at, way.length);
      way.push({ at, open: requiredProperties(at).reverse() });
    };
    enter(schema);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const property = step.open.pop();
      if (property === undefined) {
        done.add(step.at);
        places.delete(step.at);
        way.pop();
        continue;
      }
      step.taken = property;
      const target = property.resolved!;
      const place = places.get(target);
      if (place !== undefined) {
        const first = way[place]!.taken!;
        if (begun.has(first)) continue;
        begun.add(first);
        const properties = way.slice(place, place + told).map(({ taken }) => taken!);
        loops.push({ start: target, count: way.length - place, properties, last: property });
      } else if (!done.has(target)) enter(target);
    }
  }
  return loops;
}

/** The properties without which an object cannot be, those of its parts included. */
function requiredProperties(schema: Schema): Schema[] {
  const { required, allOf } = schema.value;
  // Most have neither, and need no closer look.
  if (!Array.isArray(required) && !Array.isArray(allOf)) return [];
  const names = new Set(schema.parts.flatMap(({ value }) => strings(value.required)));
  return [...names].flatMap((name) => {
    const property = schema.properties.get(name);
    const target = property?.resolved;
    if (property === undefined || target === undefined) return [];
    return [property, target].some(({ value }) => value["x-nullable"] === true) ? [] : [property];
  });
}

function fixOf(property: Schema): Fix | undefined {
  const { propertyName: name, requirer } = property;
  if (requirer === undefined || name === undefined || requirer.value.discriminator === name)
    return undefined;
  if (property.value["x-ms-visibility"] === "internal") return undefined;
  return {
    title: `Do not require "${name}"`,
    isSafe: false,
    edits: unrequireProperty(requirer, name),
  };
}
