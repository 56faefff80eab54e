import type { Schema } from "./schema.js";

/** How large a schema is with everything written in it, references followed. */
export interface SchemaSize {
  /** The schemas it consists of, itself included; one that is referred to twice counts twice. */
  count: number;
  /** How many of them stand in one another. */
  depth: number;
}

/** Larger than any limit; with definitions that double a few dozen times no number is exact. */
const countless = 2 ** 40;

const one: SchemaSize = { count: 1, depth: 1 };

/**
 * The size of each schema, told without writing anything out. A reference back to something on the
 * way counts as one schema, so of definitions that refer to one another the sizes are those that
 * they have at least.
 */
export function measureSchemas(schemas: readonly Schema[]): ReadonlyMap<Schema, SchemaSize> {
  const sizes = new Map<Schema, SchemaSize>();
  const open = new Set<Schema>();
  // A stack of our own: chains of references are as long as one likes.
  const pending = [...schemas].reverse();
  for (let schema = pending.at(-1); schema !== undefined; schema = pending.at(-1)) {
    const parts = partsOf(schema);
    if (sizes.has(schema)) pending.pop();
    else if (!open.has(schema)) {
      open.add(schema);
      for (const part of parts) if (!sizes.has(part) && !open.has(part)) pending.push(part);
    } else {
      pending.pop();
      const found = parts.map((part) => sizes.get(part) ?? one);
      let count = 1;
      let depth = 0;
      for (const size of found) {
        count += size.count;
        depth = Math.max(depth, size.depth);
      }
      // A reference is nothing besides what it stands for.
      sizes.set(
        schema,
        schema.isReference
          ? (found[0] ?? one)
          : { count: Math.min(count, countless), depth: depth + 1 },
      );
      open.delete(schema);
    }
  }
  return sizes;
}

function partsOf(schema: Schema): readonly Schema[] {
  if (!schema.isReference) return schema.nested;
  return schema.resolved === undefined ? [] : [schema.resolved];
}
