// The only library that rules use at run time; it is bundled with them.
import { distance } from "fastest-levenshtein";
import type { Pointer } from "../connector/pointer.js";
import type { Fix } from "./rule.js";

/**
 * The candidate that a name was probably meant to be: the same but for case or a few letters.
 * `undefined` when none is within `limit` changes, by default a third of the letters, or several
 * are equally near.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  limit = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of new Set(candidates)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const apart = changes(name.toLowerCase(), candidate.toLowerCase());
    if (apart === bestDistance) best = undefined;
    if (apart >= bestDistance) continue;
    best = candidate;
    bestDistance = apart;
  }
  return best;
}

/** How many letters differ; two that changed places count once, as the slip that they are. */
function changes(a: string, b: string): number {
  const apart = distance(a, b);
  return apart === 2 && [...a].sort().join() === [...b].sort().join() ? 1 : apart;
}

/** Replaces a wrong value by the allowed one that was probably meant; certain when only case differs. */
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
