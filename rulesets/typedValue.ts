import type { ConnectorFile } from "../connector/connector.js";
import type { Pointer } from "../connector/pointer.js";
import { typeOf } from "../connector/values.js";

/** The types of Swagger whose values JSON can state. */
const jsonTypes = ["object", "array", "string", "integer", "number", "boolean"];

/** Whether a value fits a `type`; any value fits a type that Swagger does not know, and `file`. */
export function isOfType(value: unknown, type: string): boolean {
  if (!jsonTypes.includes(type)) return true;
  const found = typeOf(value);
  return found === type || (found === "integer" && type === "number");
}

/** How a value is written in a file: `1.0` and `7.10` are other texts than the numbers that they are read as. */
export function writtenAs(file: ConnectorFile, pointer: Pointer, value: unknown): string {
  const node = file.json.node(pointer);
  return node === undefined
    ? JSON.stringify(value)
    : file.text.slice(node.offset, node.offset + node.length);
}

/** The same value in another type: `"10"` as an integer is `10`. `undefined` when there is none. */
export function asType(value: unknown, type: string): string | number | boolean | undefined {
  if (type === "string")
    return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  if (type === "boolean") {
    const word = value.toLowerCase();
    return word === "true" ? true : word === "false" ? false : undefined;
  }
  const number = Number(value);
  // Only a number that is written back as it was: not "007", "1e3" or one beyond the precision.
  return isOfType(number, type) && String(number) === value ? number : undefined;
}
