import type { Schema } from "../connector/schema.js";
import type { Fix } from "./rule.js";

/** Adds a property to what its object requires. */
export function requireProperty({ parent, propertyName }: Schema): Fix | undefined {
  if (parent === undefined || propertyName === undefined) return undefined;
  const { required } = parent.value;
  if (required !== undefined && !Array.isArray(required)) return undefined;
  return {
    title: `Require "${propertyName}"`,
    isSafe: false,
    edits: [
      required === undefined
        ? { set: parent.at("required"), value: [propertyName] }
        : { set: parent.at("required", "-"), value: propertyName },
    ],
  };
}
