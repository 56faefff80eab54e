import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import { once } from "../connector/keep.js";
import { lastSegment, type Pointer, parent } from "../connector/pointer.js";
import { localPointer } from "../connector/reference.js";

/**
 * What removes schemas together with the definitions that only they use, which would be left over,
 * and what a title says of those.
 */
export function removeSchemas(
  definition: ApiDefinition,
  schemas: readonly Pointer[],
): { edits: JsonEdit[]; also: string } {
  const counts = referenceCounts(definition);
  const rest = new Map<Pointer, number>();
  const removed = [...schemas];
  // Grows while it is walked: a definition may have been the only one to use another.
  for (const pointer of removed)
    for (const { value } of definition.schemaAt(pointer)?.component.schemas ?? []) {
      const target = definitionOf(value.$ref);
      if (target === undefined || target === pointer) continue;
      const left = (rest.get(target) ?? counts.get(target) ?? 0) - 1;
      rest.set(target, left);
      if (left === 0 && definition.schemaAt(target) !== undefined) removed.push(target);
    }
  const names = removed.slice(schemas.length).map((pointer) => `"${lastSegment(pointer)}"`);
  return {
    edits: removed.map((pointer) => ({ remove: pointer })),
    also:
      names.length === 0
        ? ""
        : names.length === 1
          ? ` and the definition ${names[0]}, which nothing else uses`
          : ` and ${names.length} definitions, which nothing else uses`,
  };
}

/** How many references lead to each definition from outside of itself. */
const referenceCounts = once(({ references }: ApiDefinition): ReadonlyMap<Pointer, number> => {
  const counts = new Map<Pointer, number>();
  for (const { pointer, ref } of references) {
    const target = definitionOf(ref);
    if (target !== undefined && !pointer.startsWith(`${target}/`))
      counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
});

function definitionOf(ref: unknown): Pointer | undefined {
  const pointer = typeof ref === "string" ? localPointer(ref) : undefined;
  return pointer !== undefined && parent(pointer) === "/definitions" ? pointer : undefined;
}
