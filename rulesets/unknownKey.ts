import type { ConnectorFile } from "../connector/connector.js";
import { type JsonEdit, WrittenValue } from "../connector/edit.js";
import { child, lastSegment, type Pointer } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { asString, member } from "../connector/values.js";
import type { Fix } from "./rule.js";
import type { Violation } from "./structure.js";

type UnknownKey = Extract<Violation, { keyword: "additionalProperties" }>;

/** What is wrong with an unknown key, for a message. */
export function unknownKeyMessage({ subject, value, title, key, meant, home }: UnknownKey): string {
  if (home !== undefined) {
    const place = home === "" ? "at the root" : `in "${lastSegment(home)}"`;
    return `${subject} has the key "${key}", whose place is ${place}.`;
  }
  const question = meant === undefined ? "" : ` Is "${meant}" meant?`;
  // The keys of a security definition depend on its type, and those of others may be known there.
  if (meant === undefined && title === "security definition") {
    const type = asString(member(value, "type"));
    if (type !== undefined)
      return `${subject} has the key "${key}", which one of type "${type}" does not have.`;
  }
  return `${subject} has the unknown key "${key}".${question}`;
}

/**
 * Moves an unknown key to where it is known, renames it to the one that is meant, or else removes it; certain when only case
 * differs.
 */
export function unknownKeyFix({ pointer, key, meant, home }: UnknownKey, file: ConnectorFile): Fix {
  const at = child(pointer, key);
  if (home !== undefined)
    return {
      title: home === "" ? "Move it to the root" : `Move it into "${lastSegment(home)}"`,
      isSafe: false,
      edits: movingTo(child(home, key), at, file),
    };
  return meant === undefined
    ? { title: `Remove "${key}"`, isSafe: false, edits: [{ remove: at }] }
    : {
        title: `Rename it to "${meant}"`,
        isSafe: meant.toLowerCase() === key.toLowerCase(),
        edits: [{ renameKey: at, to: meant }],
      };
}

/** Moves a value as it is written. */
export function movingTo(to: Pointer, from: Pointer, file: ConnectorFile): JsonEdit[] {
  const value = WrittenValue.at(file, from) ?? valueAt(file.json.value, from);
  return [{ set: to, value }, { remove: from }];
}
