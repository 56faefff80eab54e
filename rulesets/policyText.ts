import { replaced, requote } from "../connector/expression.js";
import type { NamedUse } from "../connector/policy.js";
import type { Fix } from "./rule.js";

/** Makes an expression read something else, everywhere in its text where it reads the same. */
export function readInstead(
  { by, name, in: where }: NamedUse,
  meant: string | undefined,
  isSafe = false,
): Fix | undefined {
  if (meant === undefined) return undefined;
  // From the last one to the first, so that the places before stay what they are.
  const value = where.calls
    .filter((call) => call.function === by && call.arguments[0]?.text === name)
    .sort((a, b) => b.offset - a.offset)
    .reduce((text, call) => replaced(text, requote(call.arguments[0]!, meant)), where.text);
  return {
    title: `Read "${meant}"`,
    isSafe,
    edits: [{ set: where.pointer, value }],
  };
}
