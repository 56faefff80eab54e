import { asString, isObject, type JsonObject } from "./values.js";

/** The files that a `settings.json` may name, as it names them. */
export type NamedFiles = {
  [key in "apiDefinition" | "apiProperties" | "icon" | "script"]?: string;
};

/**
 * Whether a `settings.json` belongs to a connector. Editors and frameworks have files of that name,
 * too; those of a connector have nothing but paconn's keys, and at least one that names a file.
 */
export function isConnectorSettings(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    ("apiDefinition" in value || "apiProperties" in value || "connectorId" in value)
  );
}

export function namedFiles(value: unknown): NamedFiles {
  if (!isConnectorSettings(value)) return {};
  const named: NamedFiles = {};
  for (const key of ["apiDefinition", "apiProperties", "icon", "script"] as const) {
    const name = asString(value[key]);
    if (name !== undefined && name !== "") named[key] = name;
  }
  return named;
}
