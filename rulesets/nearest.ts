import { closest, distance } from "fastest-levenshtein";

/** The candidate that was most likely meant, compared ignoring case; none when all are far off. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const byLowerCase = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const best = closest(word.toLowerCase(), [...byLowerCase.keys()]);
  const limit = Math.max(1, Math.floor(Math.min(word.length, best.length) / 3));
  return distance(word.toLowerCase(), best) <= limit ? byLowerCase.get(best) : undefined;
}

/** Whether two names are the same but for the case of their letters, so that one slipped. */
export function differsOnlyInCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
