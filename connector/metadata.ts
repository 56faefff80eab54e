import type { ApiDefinition } from "./apiDefinition.js";
import { child, type Pointer } from "./pointer.js";
import { asArray, asString, isObject, type JsonObject } from "./values.js";

/** The extension at the root that says what the page of a connector shows. */
export const metadataKey = "x-ms-connector-metadata";

/** One entry of `x-ms-connector-metadata`. */
export interface MetadataEntry {
  pointer: Pointer;
  value: JsonObject;
  propertyName: string | undefined;
  propertyValue: string | undefined;
}

export function metadataEntries(definition: ApiDefinition): readonly MetadataEntry[] {
  return asArray(definition.value[metadataKey]).flatMap((value, index) =>
    isObject(value)
      ? [
          {
            pointer: child("", metadataKey, index),
            value,
            propertyName: asString(ignoringCase(value, "propertyName")),
            propertyValue: asString(ignoringCase(value, "propertyValue")),
          },
        ]
      : [],
  );
}

/** The entries of a name; in any case, as the service compares them. */
export function metadataNamed(definition: ApiDefinition, name: string): readonly MetadataEntry[] {
  return metadataEntries(definition).filter(
    ({ propertyName }) => propertyName?.trim().toLowerCase() === name.toLowerCase(),
  );
}

/** A key in another case is a fault of its own; what it says is clear all the same. */
function ignoringCase(value: JsonObject, key: string): unknown {
  const found = Object.keys(value).find((own) => own.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : value[found];
}
