// The only library that rules use at run time; it is bundled with them.
import { closest, distance } from "fastest-levenshtein";
import type { Pointer } from "../connector/pointer.js";
import type { Fix } from "./rule.js";

/**
 * The candidate that was most likely meant, compared ignoring case; none when all are more than
 * `limit` changes off, by default a third of the word.
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  limit?: number,
): string | undefined {
  if (candidates.length === 0) return undefined;
  const byLowerCase = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const best = closest(word.toLowerCase(), [...byLowerCase.keys()]);
  const changes = limit ?? Math.max(1, Math.floor(Math.min(word.length, best.length) / 3));
  return distance(word.toLowerCase(), best) <= changes ? byLowerCase.get(best) : undefined;
}

/** Replaces a wrong value by the allowed one that was most likely meant; certain when only case differs. */
export function nearestValue(
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
