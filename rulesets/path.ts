import type { ApiDefinition, PathItem } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import { once } from "../connector/keep.js";

/** Gives a path item another path, unless requests could not tell that one from an existing one. */
export function renamePath(
  { definition, pointer, path }: PathItem,
  to: string,
): JsonEdit | undefined {
  const shape = shapeOf(to);
  const known = shapesOf(definition).get(shape) ?? 0;
  const isTaken = known > (shapeOf(path) === shape ? 1 : 0);
  return path === to || isTaken ? undefined : { renameKey: pointer, to };
}

/** What requests are told apart by: case and the names of variables do not count. */
export function shapeOf(path: string): string {
  return path.toLowerCase().replace(/\{[^{}]*\}/g, "{}");
}

/** How many paths have each shape. */
const shapesOf = once(({ pathItems }: ApiDefinition): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { path } of pathItems) counts.set(shapeOf(path), (counts.get(shapeOf(path)) ?? 0) + 1);
  return counts;
});

/** The path without query and fragment. */
export function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/s, "");
}

/** Whether the variables of a path are told so clearly that parameters can be compared with them. */
export function hasPlainTemplate(path: string): boolean {
  return !/[?#]/.test(path) && !/[{}]/.test(path.replace(/\{[^{}/=*]*\}/g, ""));
}

/** The `parameters` lists of a path and of its operations, and what a message calls their owners. */
export function parameterLists(pathItem: PathItem) {
  const ofPath = {
    isPath: true,
    owner: `The path ${pathItem.path}`,
    entries: pathItem.parameterEntries,
    effective: pathItem.parameterEntries,
  };
  const ofOperations = pathItem.operations.map((operation) => ({
    isPath: false,
    owner: `The operation ${operation.label}`,
    entries: operation.parameterEntries,
    effective: operation.effectiveParameters,
  }));
  return [ofPath, ...ofOperations];
}
