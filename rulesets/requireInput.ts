import type { Parameter } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Schema } from "../connector/schema.js";
import { requireProperty } from "./requiredList.js";

/** What makes an input required all the way; `undefined` where that cannot be told. */
export function requireInput(
  parameter: Parameter,
  steps: readonly Schema[],
): JsonEdit[] | undefined {
  const properties = requireProperties(parameter, steps);
  return parameter.isRequired || properties === undefined
    ? properties
    : [{ set: parameter.at("required"), value: true }, ...properties];
}

/**
 * What makes each property on the way down from a body required. `undefined` when that cannot be
 * told, as where `required` is no list.
 */
export function requireProperties(
  body: Parameter,
  steps: readonly Schema[],
): JsonEdit[] | undefined {
  const edits: JsonEdit[] = [];
  let container = body.schema;
  for (const step of steps) {
    const { propertyName: name, parent } = step;
    if (name !== undefined && container?.requires(name) !== true) {
      const added = parent && requireProperty(parent, name);
      if (added === undefined) return undefined;
      edits.push(...added);
    }
    container = step;
  }
  return edits;
}
