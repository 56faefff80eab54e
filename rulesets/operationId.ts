import type { Operation } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Fix, RuleContext } from "./rule.js";

/** An operationId made of the method and the words of the path: `GetTicketsId`. */
export function proposeId(method: string, path: string): string {
  return [method, ...path.split(/[^A-Za-z0-9]+/)]
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/**
 * Gives an operation another id, also where extensions of the definition name it. There is no such
 * fix when another file names it: a fix changes one file, and the other would be left behind.
 */
export function renameOperation(
  operation: Operation,
  to: string,
  context: RuleContext,
): Fix | undefined {
  const { id, definition } = operation;
  if (id === undefined || to === "" || to === id || isNamedElsewhere(id, context)) return undefined;
  if (definition.operationsIgnoringCase(to).some((other) => other !== operation)) return undefined;
  // Of several operations with the same id, nobody knows which one is meant where it is named.
  if (definition.operationsById(id).length > 1) return undefined;
  const places = [operation.at("operationId"), ...(definition.operationMentions.get(id) ?? [])];
  return {
    title:
      places.length === 1
        ? `Rename the operation to "${to}"`
        : `Rename the operation to "${to}" everywhere in this file`,
    isSafe: false,
    byHand: "breaks",
    edits: places.map((place): JsonEdit => ({ set: place, value: to })),
  };
}

/** Whether the properties or the script of the connector may name the operation. */
export function isNamedElsewhere(id: string, { connector, properties }: RuleContext): boolean {
  if (properties === undefined) {
    if (connector.file("apiProperties") !== undefined) return true;
  } else if (properties.operationNames.some(({ name }) => name === id)) return true;
  return connector.file("script")?.text.includes(id) === true;
}
