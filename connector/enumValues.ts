import type { Schema } from "./schema.js";
import { asArray, isObject } from "./values.js";

/** An entry of `x-ms-enum-values` that tells a value. */
export interface EnumValue {
  index: number;
  value: unknown;
  displayName: unknown;
}

/** The entries of `x-ms-enum-values`, under which names makers see the values of an enum. */
export function enumValuesOf(schema: Schema): EnumValue[] {
  if (schema.isReference) return [];
  return asArray(schema.value["x-ms-enum-values"]).flatMap((entry, index) =>
    isObject(entry) && "value" in entry
      ? [{ index, value: entry.value, displayName: entry.displayName }]
      : [],
  );
}
