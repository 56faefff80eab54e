import type { Operation } from "../connector/apiDefinition.js";
import { isOpen } from "../connector/dynamicReference.js";
import type { Pointer } from "../connector/pointer.js";

/** The properties in which the platform looks for the address of the next page of a result. */
export const nextLinkNames: readonly string[] = ["nextLink", "@odata.nextLink"];

/**
 * Why the result of an operation cannot have the address of the next page in a property, as the end
 * of a sentence, and the schema that says so; `undefined` when it has it or leaves that open.
 */
export function nextLinkFault(
  { resultSchema: result }: Operation,
  name: string,
): { reason: string; at: Pointer } | undefined {
  if (result === undefined) return undefined;
  const property = result.properties.get(name);
  const at = (property ?? result).pointer;
  const type = (property ?? result).parts.find((part) => part.type !== undefined)?.type;
  if (property !== undefined)
    return type === undefined || type === "string"
      ? undefined
      : { reason: `that property of its result is of type ${type} instead of string`, at };
  if (type !== undefined && type !== "object")
    return { reason: `its result is of type ${type} and has no properties`, at };
  return isOpen(result) ? undefined : { reason: "its result has no such property", at };
}
