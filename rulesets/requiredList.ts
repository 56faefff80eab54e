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

/** The object that requires a property: the one it is written in, or one that has that as a part. */
export function requirerOf(property: Schema): Schema | undefined {
  const { propertyName } = property;
  if (propertyName === undefined) return undefined;
  for (let owner = property.parent; owner !== undefined; owner = owner.composed)
    if (asArray(owner.value.required).includes(propertyName)) return owner;
  return undefined;
}
