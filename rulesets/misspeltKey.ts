import type { ConnectorFile } from "../connector/connector.js";
import type { Pointer } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { asObject } from "../connector/values.js";
import { nearest } from "./nearest.js";
import { isKnownExtension, violations } from "./structure.js";

/**
 * Whether an object that lacks a key has it under a wrong name, which another rule tells: that it is missing is then no
 * fault of its own.
 */
export function isMisspelt(file: ConnectorFile, pointer: Pointer, key: string): boolean {
  const isUnknown = violations(file).some(
    (violation) =>
      violation.keyword === "additionalProperties" &&
      violation.pointer === pointer &&
      violation.meant === key,
  );
  if (isUnknown || !key.startsWith("x-")) return isUnknown;
  return Object.keys(asObject(valueAt(file.json.value, pointer))).some(
    (own) => own.startsWith("x-") && !isKnownExtension(own) && nearest(own, [key]) === key,
  );
}
