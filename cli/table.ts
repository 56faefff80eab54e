import { printable } from "./printable.js";

/** Columns for people; nothing when there is no row. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const all = [head, ...rows].map((row) => row.map((cell) => printable(cell)));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** Whether one of the names has the text that is looked for. */
export function matches(filter: string | undefined, ...names: string[]): boolean {
  const wanted = filter?.toLowerCase();
  return wanted === undefined || names.some((name) => name.toLowerCase().includes(wanted));
}
