import type { Finding, Severity } from "../../rulesets/rule.js";

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

export interface ReportOptions {
  color: boolean;
  /** The address of the shipped page of a rule; `undefined` for rules of the user. */
  helpOf(rule: string): string | undefined;
}

/** Shapes findings for readers or for programs; whole texts with their line ends. */
export type Reporter = (
  findings: readonly ShownFinding[],
  summary: Summary,
  options: ReportOptions,
) => string;
