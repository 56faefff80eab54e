import { child } from "../connector/pointer.js";
import { asString, member } from "../connector/values.js";
import type { Fix } from "./rule.js";
import type { Violation } from "./structure.js";

type UnknownKey = Extract<Violation, { keyword: "additionalProperties" }>;

/** What is wrong with an unknown key, for a message. */
export function unknownKeyMessage({ subject, value, title, key, meant }: UnknownKey): string {
  const question = meant === undefined ? "" : ` Is "${meant}" meant?`;
  // The keys of a security definition depend on its type, and those of others may be known there.
  if (meant === undefined && title === "security definition") {
    const type = asString(member(value, "type"));
    if (type !== undefined)
      return `${subject} has the key "${key}", which one of type "${type}" does not have.`;
  }
  return `${subject} has the unknown key "${key}".${question}`;
}

/** Renames an unknown key to the one that is meant, or else removes it; certain when only case differs. */
export function unknownKeyFix({ pointer, key, meant }: UnknownKey): Fix {
  return meant === undefined
    ? { title: `Remove "${key}"`, isSafe: false, edits: [{ remove: child(pointer, key) }] }
    : {
        title: `Rename it to "${meant}"`,
        isSafe: meant.toLowerCase() === key.toLowerCase(),
        edits: [{ renameKey: child(pointer, key), to: meant }],
      };
}
