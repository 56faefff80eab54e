import type { JsonEdit } from "../connector/edit.js";
import type { Schema } from "../connector/schema.js";
import { asArray } from "../connector/values.js";

/** Adds a property to those that an object requires; `undefined` when its list is no list. */
export function requireProperty(schema: Schema, name: string): JsonEdit[] | undefined {
  const { required } = schema.value;
  if (required === undefined) return [{ set: schema.at("required"), value: [name] }];
  return Array.isArray(required) ? [{ set: schema.at("required", "-"), value: name }] : undefined;
}

/** Takes a property out of those that an object requires, and the list with it when it was the only one. */
export function unrequireProperty(schema: Schema, name: string): JsonEdit[] {
  const required = asArray(schema.value.required);
  if (required.every((item) => item === name)) return [{ remove: schema.at("required") }];
  // The last one first, so that the places of the others stay right.
  return required
    .flatMap((item, index) => (item === name ? [{ remove: schema.at("required", index) }] : []))
    .reverse();
}
