import picocolors from "picocolors";
import { appendTo } from "../../connector/keep.js";
import type { Severity } from "../../rulesets/rule.js";
import { printable } from "../printable.js";
import {
  fixesSentence,
  leftSentences,
  plural,
  type Reporter,
  type ShownFinding,
} from "./reporter.js";

/** For people: grouped by file, with a line of code under errors when one is given. */
export const stylish: Reporter = (
  findings,
  summary,
  { color, helpOf, fixes, fixesLeft, noun = "problem", nothingFound = "No problems" },
) => {
  const colors = picocolors.createColors(color);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
    hint: colors.dim,
  };
  const groups = new Map<string, ShownFinding[]>();
  for (const finding of findings) appendTo(groups, finding.file, finding);

  const lines: string[] = [];
  for (const [file, group] of groups) {
    const places = group.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
    const width = longest(places);
    const severityWidth = longest(group.map(({ severity }) => severity));
    lines.push(colors.underline(printable(file)));
    for (const [index, { severity, message, rule, line, range }] of group.entries()) {
      const place = colors.dim(places[index]!.padStart(width));
      const level = paint[severity](severity.padEnd(severityWidth));
      lines.push(`  ${place}  ${level}  ${printable(message)}  ${colors.dim(rule)}`);
      if (line !== undefined) lines.push(...frame(line, range, width, colors));
    }
    lines.push("");
  }

  if (fixes !== undefined) lines.push(fixesSentence(fixes, "were fixed"));
  const left = fixesLeft && leftSentences(fixesLeft);
  if (left) lines.push(left);
  const total = findings.length;
  const where = plural(summary.connectors, "connector");
  if (total === 0) {
    const hidden = summary.error + summary.warning + summary.info + summary.hint;
    lines.push(
      hidden === 0 ? colors.green(`${nothingFound} in ${where}.`) : `No errors in ${where}.`,
    );
  } else {
    const counts = (["error", "warning", "info", "hint"] as const)
      .filter((severity) => findings.some((finding) => finding.severity === severity))
      .map((severity) => {
        const count = findings.filter((finding) => finding.severity === severity).length;
        return paint[severity](severity === "info" ? `${count} info` : plural(count, severity));
      });
    lines.push(`${plural(total, noun)} in ${where}: ${counts.join(", ")}`);
    const explained = findings.filter(({ rule }) => helpOf(rule) !== undefined);
    const worst = explained.find(({ severity }) => severity === "error") ?? explained[0];
    if (worst !== undefined)
      lines.push(colors.dim(`Why, and what is right: paconn explain ${worst.rule}`));
  }
  return `${lines.join("\n")}\n`;
};

/** The length of the longest text; there may be more than a call takes arguments. */
function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

/** The line of a finding with its range underlined; a long line is cut around it. */
function frame(
  line: string,
  { start, end }: ShownFinding["range"],
  width: number,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  const maximum = 100;
  const from = start.character > maximum - 20 ? start.character - 40 : 0;
  const shown = printable(line).slice(from, from + maximum);
  const endCharacter = end.line === start.line ? end.character : line.length;
  const length = Math.max(
    1,
    Math.min(endCharacter - start.character, maximum - (start.character - from)),
  );
  const gutter = " ".repeat(width + 2);
  return [
    colors.dim(`${gutter}|  `) + shown.replaceAll("\t", " "),
    colors.dim(`${gutter}|  `) +
      " ".repeat(start.character - from) +
      colors.red("^".repeat(length)),
  ];
}
