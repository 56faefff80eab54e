import type { FileKind } from "./connector.js";
import { child, type Pointer } from "./pointer.js";
import { isEqual, type JsonObject, member } from "./values.js";

/** What can become of a connector from one version to the next. */
export type ChangeKind =
  | "operationDeleted"
  | "operationRenamed"
  | "operationHidden"
  | "operationMoved"
  | "triggerChanged"
  | "requiredInputAdded"
  | "inputDeleted"
  | "inputHidden"
  | "inputMoved"
  | "inputRequired"
  | "inputTypeChanged"
  | "inputEnumAdded"
  | "inputEnumValueRemoved"
  | "inputDefaultChanged"
  | "outputDeleted"
  | "outputTypeChanged"
  | "outputFormatChanged"
  | "outputEnumRemoved"
  | "dynamicChanged"
  | "addressChanged"
  | "securityChanged"
  | "connectionParameterRemoved"
  | "connectionParameterRequired"
  | "connectionParameterTypeChanged"
  | "authenticationRemoved"
  /** What hurts nobody who uses the version before. */
  | "compatible";

/** One difference between two versions of a connector. */
export interface Change {
  kind: ChangeKind;
  /** The place as Microsoft writes it: `operation/ListTickets/parameter/page/required`. */
  path: string;
  /** What a message calls it: `the query parameter "page" of "ListTickets"`. */
  what: string;
  /** What became of it, where a message about one that is compatible needs words: `was added`. */
  did?: string;
  /** What stood there and what stands there now; `undefined` for nothing. */
  old: unknown;
  new: unknown;
  /** The file of the new version, and the place in it; where something is gone, what it was in. */
  file: FileKind;
  pointer: Pointer;
  /** In how many more operations the same has changed, through what they share. */
  others: number;
}

/** What became of a member of an object. */
export interface MemberChange {
  key: string;
  old: unknown;
  new: unknown;
  /** `has another "summary"` */
  did: string;
}

/**
 * The members in which two objects differ.
 * @param isCompared whether a member is of interest
 */
export function changedMembers(
  old: JsonObject,
  now: JsonObject,
  isCompared: (key: string) => boolean,
): MemberChange[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].filter(isCompared).flatMap((key) => {
    const [before, after] = [member(old, key), member(now, key)];
    if (isEqual(before, after)) return [];
    return [{ key, old: before, new: after, did: becameOf(key, before, after) }];
  });
}

/** What became of a member: `has no "summary" any more`. */
export function becameOf(key: string, old: unknown, now: unknown): string {
  if (old === undefined) return `has "${key}" now`;
  if (now === undefined) return `has no "${key}" any more`;
  return typeof old === "number" && typeof now === "number"
    ? `has the "${key}" ${now} instead of ${old}`
    : `has another "${key}"`;
}

/** Where a member stands when it is there, else what would have it. */
export function placeOf(
  { value, pointer }: { value: JsonObject; pointer: Pointer },
  key: string,
): Pointer {
  return key in value ? child(pointer, key) : pointer;
}
