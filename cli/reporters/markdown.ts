import { printable } from "../printable.js";
import { plural, type Reporter, type ShownFinding } from "./reporter.js";

/** A table for a pull request. Nothing of what a file holds becomes markup. */
export const markdown: Reporter = (
  findings,
  { connectors },
  { noun = "problem", nothingFound = "No problems" },
) => {
  const where = plural(connectors, "connector");
  if (findings.length === 0) return `${nothingFound} in ${where}.\n`;
  const rows = findings.map(
    (finding) =>
      `| ${finding.severity} | ${cell(finding.message)} | ${cell(placeOf(finding))} | ${cell(finding.rule)} |`,
  );
  return [
    `${plural(findings.length, noun)} in ${where}`,
    "",
    "| severity | what | where | rule |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
};

function placeOf({ file, range, change }: ShownFinding): string {
  const place = `${file}:${range.start.line + 1}`;
  return change === undefined ? place : `${place} ${change.path}`;
}

/** A text in a cell of a table, whatever it holds: no markup, no mention of people, no link. */
function cell(text: string): string {
  return printable(text)
    .replace(/\s+/g, " ")
    .replace(/[&<>|`*_[\]~#@\\:]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
