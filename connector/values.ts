/** Values of files that anybody may have written: every reader asks for the type it needs and copes without. */

export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value when it is an object, else an empty one. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value when it is an array, else an empty one. */
export function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asString(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** An own member; never one that every JavaScript object inherits, such as `constructor`. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether a member is there and no blank text; one of a wrong type counts as there. */
export function hasValue(value: unknown, key: string): boolean {
  const found = member(value, key);
  return found !== undefined && (typeof found !== "string" || found.trim() !== "");
}

/** Whether two values of JSON say the same; the order of members says nothing. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

/** The texts among the items of an array. */
export function strings(value: unknown): string[] {
  return asArray(value).filter((item) => typeof item === "string");
}

export type JsonType = "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";

/** The JSON type of a value; `integer` for whole numbers, also when written as 1.0. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as "object" | "string" | "boolean";
}
