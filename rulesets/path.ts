import type { PathItem } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";

/** Gives a path item another path, unless that one exists already. */
export function renamePath(
  { definition, pointer, path }: PathItem,
  to: string,
): JsonEdit | undefined {
  const isTaken = definition.pathItems.some(
    (other) => other.path.toLowerCase() === to.toLowerCase(),
  );
  return path === to || isTaken ? undefined : { renameKey: pointer, to };
}

/** The path without query and fragment. */
export function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/s, "");
}

/** Whether the variables of a path are told so clearly that parameters can be compared with them. */
export function hasPlainTemplate(path: string): boolean {
  return !/[?#]/.test(path) && !/[{}]/.test(path.replace(/\{[^{}/=]*\}/g, ""));
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
