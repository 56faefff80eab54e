import type { RuleFailure } from "../rulesets/judge.js";

/** What a user is told of a rule that could not do its work. */
export function wordsOfFailure(
  { rule, isOurs, path, error }: RuleFailure,
  shown: (path: string) => string,
): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (isOurs)
    return `The rule ${rule} has a bug; please report it. It failed on ${shown(path)}:\n${(error as Error).stack}`;
  return rule === undefined
    ? `A rule of the configuration failed on ${shown(path)}, so only the rules of paconn were used: ${reason}`
    : `The rule "${rule}" of the configuration failed and found nothing: ${reason}`;
}
