import type { OperationResponse, Response } from "../connector/apiDefinition.js";
import { lastSegment } from "../connector/pointer.js";

/** The operations that share a response, as a message names them. */
export function userOf(uses: readonly OperationResponse[]): string {
  const [first, ...others] = new Set(uses.map(({ operation }) => operation));
  const rest = others.length === 1 ? "1 other operation" : `${others.length} other operations`;
  return others.length === 0 ? first!.label : `${first!.label} and ${rest}`;
}

/** What a message calls a response: by the operation that declares it, or its name where it is shared. */
export function nameOfResponse({ pointer, uses }: Response): string {
  const [use] = uses;
  return use === undefined || use.pointer !== pointer
    ? `the response "${lastSegment(pointer)}"`
    : `the response ${use.code} of ${use.operation.label}`;
}
