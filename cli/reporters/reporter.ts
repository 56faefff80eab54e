import type { Connector } from "../../connector/connector.js";
import { maskedLine } from "../../connector/secrets.js";
import type { ByHand, Finding, Severity } from "../../rulesets/rule.js";

/** A finding with the paths that are shown. */
export interface ShownFinding extends Omit<Finding, "path" | "related" | "fix" | "tag"> {
  file: string;
  isFixable: boolean;
  related: readonly (Omit<Finding["related"][number], "path"> & { file: string })[];
  /** The line it begins in, for a code frame; secrets are masked. */
  line?: string;
}

export interface Summary extends Record<Severity, number> {
  connectors: number;
  /** Files that were read. */
  files: number;
}

/** What fixes did, or would do, to a file. */
export interface ShownFixes {
  file: string;
  count: number;
  /** What would change, as a unified diff; it cannot be applied where it hides a secret. */
  diff?: string;
  hidesSecret?: true;
}

/** How many fixes were not applied since somebody has to choose each of them, and why. */
export type LeftFixes = Record<ByHand, number>;

export interface ReportOptions {
  color: boolean;
  /** What a finding is called, and what is said when there are none: that of problems by default. */
  noun?: string;
  nothingFound?: string;
  /** What was fixed, when that was asked for. */
  fixes?: readonly ShownFixes[];
  fixesLeft?: LeftFixes;
  /** The address of the shipped page of a rule; `undefined` for rules of the user. */
  helpOf(rule: string): string | undefined;
}

const order: readonly Severity[] = ["error", "warning", "info", "hint"];

/** Whether there is a finding of a severity or a worse one. */
export function isOverThreshold(summary: Summary, failOn: Severity | "never"): boolean {
  const threshold = failOn === "never" ? -1 : order.indexOf(failOn);
  return order.some((severity, index) => index <= threshold && summary[severity] > 0);
}

/** The order in which findings are shown. */
export function byFile(a: ShownFinding, b: ShownFinding): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** How many problems of how many files were fixed. */
export function fixesSentence(fixes: readonly ShownFixes[], wereFixed: string): string {
  const count = fixes.reduce((sum, each) => sum + each.count, 0);
  return count === 0
    ? `Nothing ${wereFixed.replace("were", "was")}.`
    : `${plural(count, "problem")} in ${plural(fixes.length, "file")} ${count === 1 ? wereFixed.replace("were", "was") : wereFixed}.`;
}

/** Which fixes were left to choose, a sentence each; empty when none were. */
export function leftSentences({ breaks, loses }: LeftFixes): string {
  const left = (count: number, would: string) =>
    count === 0
      ? ""
      : `${count} ${count === 1 ? "fix was" : "fixes were"} left, which would ${would}. `;
  const sentences =
    left(breaks, "break flows that use the connector") +
    left(loses, "remove an object or a list with something in it");
  return (
    sentences &&
    `${sentences}An editor offers ${breaks + loses === 1 ? "it" : "each of them"} by itself.`
  );
}

export const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Shapes findings for readers or for programs; whole texts with their line ends. */
export type Reporter = (
  findings: readonly ShownFinding[],
  summary: Summary,
  options: ReportOptions,
) => string;

/**
 * A finding as it is shown.
 * @param shown how the path of a file is shown
 * @param framed the connector, when the line of an error is shown with it
 */
export function shownFinding(
  finding: Finding,
  shown: (path: string) => string,
  framed?: Connector,
): ShownFinding {
  const { path, related, fix, ...rest } = finding;
  const file =
    finding.severity === "error" ? framed?.all.find((each) => each.path === path) : undefined;
  // Parts of a text keep the whole text in memory; a clone has texts of its own, so that of a
  // thousand connectors only the findings stay.
  return structuredClone({
    ...rest,
    file: shown(path),
    isFixable: fix !== undefined,
    related: related.map(({ path: other, ...place }) => ({ ...place, file: shown(other) })),
    ...(file !== undefined && {
      line: maskedLine(file, finding.range.start.line),
    }),
  });
}
