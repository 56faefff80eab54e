import type { Operation } from "../connector/apiDefinition.js";
import { asObject } from "../connector/values.js";

/** The revision that the end of an operationId tells: 2 for `ListTickets_V2`, 1 without such an end. */
export function revisionOfId(id: string): number {
  const [, digits] = /V(\d{1,3})$/i.exec(id) ?? [];
  return digits === undefined ? 1 : Number(digits);
}

/** Whether the id of an operation and its annotation tell the same revision. */
export function hasRevisionOfId({ id, annotation: { revision } }: Operation): boolean {
  return id !== undefined && revisionOfId(id) === revision;
}

/** The revision that fits the id of an operation, when no other of its family has it. */
export function proposeRevision(
  operation: Operation,
  family: readonly Operation[],
): number | undefined {
  if (operation.id === undefined) return undefined;
  const revision = revisionOfId(operation.id);
  const isTaken = family.some(
    (other) => other !== operation && other.annotation.revision === revision,
  );
  return revision < 1 || isTaken ? undefined : revision;
}

/** The operations of a family that are not deprecated, the newest first. */
export function activeOf(family: readonly Operation[]): Operation[] {
  return family
    .filter(({ isDeprecated }) => !isDeprecated)
    .sort((a, b) => (b.annotation.revision ?? 0) - (a.annotation.revision ?? 0));
}

/** The operations of a family that say no revision. */
export function emptyOf(family: readonly Operation[]): Operation[] {
  return family.filter(
    ({ value }) => asObject(value["x-ms-api-annotation"]).revision === undefined,
  );
}
