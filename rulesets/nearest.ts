import { closest, distance } from "fastest-levenshtein";

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
