import type { Operation } from "../connector/apiDefinition.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Heading, MarkdownText } from "../connector/markdown.js";
import type { Fix } from "./rule.js";

/** The end of lines that a text has. */
function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Inserts whole blocks at the start of a line or at the end of a Markdown text, with blank lines around them. */
export function insertBlocks(
  { text }: MarkdownText,
  offset: number,
  blocks: readonly string[],
): JsonEdit {
  const lineEnd = lineEndOf(text);
  const blank = lineEnd.repeat(2);
  const start = text.slice(0, offset).trimEnd().length;
  const isLast = text.slice(offset).trim() === "";
  return {
    replace: { offset: start, length: isLast ? 0 : offset - start },
    by:
      (start === 0 ? "" : blank) +
      blocks.join("\n\n").replaceAll("\n", lineEnd) +
      (isLast ? "" : blank),
  };
}

/** A fix that changes the words of a heading; `undefined` where they are not all that its first line holds. */
export function renameHeading(
  { text }: MarkdownText,
  heading: Heading,
  name: string,
): Fix | undefined {
  const { offset, length, words } = heading;
  const isPlain = text.slice(words.offset, words.offset + words.length) === heading.text;
  if (!isPlain && !/^ {0,3}#/.test(text.slice(offset, offset + length))) return undefined;
  return {
    title: `Change the heading to "${name}"`,
    isSafe: false,
    edits: [{ replace: words, by: asMarkdown(name) }],
  };
}

/** An operation as a readme tells it: a heading with a sentence. */
export function operationBlock(
  { summary = "", description = "" }: Operation,
  level: number,
): string {
  const words = asMarkdown(description);
  const heading = `${"#".repeat(Math.min(level, 6))} ${asMarkdown(summary)}`;
  return words === "" ? heading : `${heading}\n${words}`;
}

/** A text of another file as one line of Markdown that shows the same. */
export function asMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<]/g, "\\$&")
    .replace(/^[#>+-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
