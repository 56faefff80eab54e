import type { ApiDefinition } from "../connector/apiDefinition.js";
import type { Pointer } from "../connector/pointer.js";

/** A list of schemes: that of the root, or of an operation in its place. */
export interface Schemes {
  pointer: Pointer;
  list: readonly unknown[];
  /** Of whom a message says it: `of "ListTickets"`, nothing for the root. */
  of: string;
}

export function schemesOf({ value, operations }: ApiDefinition): Schemes[] {
  const lists = [{ pointer: "/schemes", list: value.schemes, of: "" }];
  for (const operation of operations)
    lists.push({
      pointer: operation.at("schemes"),
      list: operation.value.schemes,
      of: ` of ${operation.label}`,
    });
  return lists.flatMap(({ pointer, list, of }) =>
    Array.isArray(list) ? [{ pointer, list, of }] : [],
  );
}
