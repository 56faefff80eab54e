import type { Range } from "../../connector/text.js";
import type { Reporter } from "./reporter.js";

/** For programs. Lines and columns count from 1, columns in UTF-16 units. */
export const json: Reporter = (
  findings,
  { connectors, files, ...counts },
  { helpOf, fixes, fixesLeft },
) =>
  `${JSON.stringify({
    version: 1,
    findings: findings.map((finding) => ({
      file: finding.file,
      pointer: finding.pointer,
      range: fromOne(finding.range),
      rule: finding.rule,
      validatorCode: finding.validatorCode,
      severity: finding.severity,
      message: finding.message,
      related: finding.related.map(({ file, pointer, range, message }) => ({
        file,
        pointer,
        range: fromOne(range),
        message,
      })),
      help: helpOf(finding.rule) ?? finding.help ?? null,
      fixable: finding.isFixable,
      ...(finding.change !== undefined && { change: finding.change }),
    })),
    ...(fixes !== undefined && { fixes, fixesLeft }),
    summary: { connectors, files, ...counts },
  })}\n`;

function fromOne({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
