import type { Pointer } from "../connector/pointer.js";
import { nearest } from "./nearest.js";
import type { Fix } from "./rule.js";

/** Puts the allowed value in place that a wrong one probably stands for; certain when only case differs. */
export function useNearest(
  pointer: Pointer,
  value: unknown,
  allowed: readonly unknown[],
): Fix | undefined {
  if (typeof value !== "string") return undefined;
  const texts = allowed.filter((each) => typeof each === "string");
  const word = value.trim();
  const other = otherWords[word.toLowerCase()];
  const meant = other !== undefined && texts.includes(other) ? other : nearest(word, texts);
  return meant === undefined
    ? undefined
    : {
        title: `Change it to "${meant}"`,
        isSafe: meant.toLowerCase() === word.toLowerCase(),
        edits: [{ set: pointer, value: meant }],
      };
}

/** Words of other languages and formats for the same thing. */
const otherWords: Partial<Record<string, string>> = {
  bool: "boolean",
  double: "number",
  float: "number",
  hidden: "internal",
  int: "integer",
  text: "string",
};
