import type { Operation, OperationResponse } from "../connector/apiDefinition.js";

/** The operations that share a response, as a message names them. */
export function userOf(uses: readonly OperationResponse[]): string {
  const [first, ...others] = new Set(uses.map(({ operation }) => operation));
  const rest = others.length === 1 ? "1 other operation" : `${others.length} other operations`;
  return others.length === 0 ? first!.label : `${first!.label} and ${rest}`;
}

/** Whether HTTP allows no content in a response of the code. */
export function isWithoutContent(code: string): boolean {
  return code === "204" || code === "304";
}

/** Whether makers expect to see what an operation returns: a GET that they see does nothing else. */
export function needsResult({ method, isInternal, pathItem }: Operation): boolean {
  // What a webhook brings stands in the path.
  return method === "get" && !isInternal && pathItem.notificationContent === undefined;
}
