import { distance } from "fastest-levenshtein";

/**
 * The candidate that a name was probably meant to be: the same but for case or a few letters.
 * `undefined` when none comes close, or several equally.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of new Set(candidates)) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const apart = distance(name.toLowerCase(), candidate.toLowerCase());
    if (apart === bestDistance) best = undefined;
    if (apart >= bestDistance) continue;
    best = candidate;
    bestDistance = apart;
  }
  return best;
}
