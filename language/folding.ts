import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { Node } from "../connector/json.js";
import type { Span } from "../connector/text.js";
import type { SeenFile } from "./draft.js";

/** The objects, arrays and comments of a file that can be folded to one line. */
export function foldingRanges({ draft }: SeenFile): FoldingRange[] {
  const { file } = draft;
  if (!file.isJson) return [];
  const ranges: FoldingRange[] = [];
  const starts = new Set<number>();
  const add = (span: Span, lastLines: number, kind?: FoldingRangeKind) => {
    const range = draft.range(span);
    if (range === undefined) return;
    const { start } = range;
    // The line with the closing bracket stays.
    const endLine = range.end.line - lastLines;
    // Editors fold a line in one way: of an array whose first object begins in its line, the array counts.
    if (endLine <= start.line || starts.has(start.line)) return;
    starts.add(start.line);
    ranges.push({ startLine: start.line, endLine, ...(kind !== undefined && { kind }) });
  };
  const pending: Node[] = file.json.root === undefined ? [] : [file.json.root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "object" || node.type === "array") add(node, 1);
    pending.push(...(node.children ?? []).toReversed());
  }
  for (const problem of file.json.problems)
    if (problem.type === "comment") add(problem, 0, FoldingRangeKind.Comment);
  return ranges;
}
