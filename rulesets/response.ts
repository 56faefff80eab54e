import type { OperationResponse } from "../connector/apiDefinition.js";

/** The operations that share a response, as a message names them. */
export function userOf(uses: readonly OperationResponse[]): string {
  const [first, ...others] = new Set(uses.map(({ operation }) => operation));
  const rest = others.length === 1 ? "1 other operation" : `${others.length} other operations`;
  return others.length === 0 ? first!.label : `${first!.label} and ${rest}`;
}
