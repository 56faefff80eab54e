import type { Pointer } from "../connector/pointer.js";
import type { Schema } from "../connector/schema.js";
import { member } from "../connector/values.js";

/** The list of the functions by which a column of a table can be filtered, where a schema has one. */
export function filterFunctionsOf(
  schema: Schema,
): { pointer: Pointer; functions: readonly unknown[] } | undefined {
  if (schema.isReference) return undefined;
  const functions = member(schema.value["x-ms-capabilities"], "filterFunctions");
  return Array.isArray(functions)
    ? { pointer: schema.at("x-ms-capabilities", "filterFunctions"), functions }
    : undefined;
}
