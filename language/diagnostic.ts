import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type Range,
} from "vscode-languageserver-types";
import type { Pointer } from "../connector/pointer.js";
import type { Finding, Fix, Severity, Tag } from "../rulesets/rule.js";

/** What a diagnostic carries for programs. */
export interface DiagnosticData {
  pointer: Pointer;
  /** Microsoft's name of what was found. */
  validatorCode: string | null;
  fix?: Fix;
}

/** What of a diagnostic the editor can show or keep; the rest is left out. */
export interface DiagnosticSupport {
  relatedInformation: boolean;
  codeDescription: boolean;
  data: boolean;
  tags: readonly DiagnosticTag[];
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: Record<Tag, DiagnosticTag> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/**
 * A finding as an editor shows it.
 * @param helpOf the address of the page of a rule, if it has one
 */
export function toDiagnostic(
  finding: Finding,
  support: DiagnosticSupport,
  uriOf: (path: string) => string,
  helpOf: (finding: Finding) => string | undefined,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: finding.range,
    severity: severities[finding.severity],
    code: finding.rule,
    source: "paconn",
    message: finding.message,
  };
  const help = helpOf(finding);
  if (support.codeDescription && help !== undefined) diagnostic.codeDescription = { href: help };
  const tag = finding.tag && tags[finding.tag];
  if (tag !== undefined && support.tags.includes(tag)) diagnostic.tags = [tag];
  if (support.relatedInformation && finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map(({ path, range, message }) => ({
      location: { uri: uriOf(path), range },
      message,
    }));
  if (support.data) {
    const { pointer, validatorCode, fix } = finding;
    diagnostic.data = { pointer, validatorCode, ...(fix && { fix }) } satisfies DiagnosticData;
  }
  return diagnostic;
}

/** Whether two ranges share a place; one that only touches the other does, too. */
export function areTouching(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
