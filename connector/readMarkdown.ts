import MarkdownIt from "markdown-it";
import type { Heading, MarkdownText } from "./markdown.js";
import { LineIndex } from "./text.js";

const parser = new MarkdownIt("commonmark");

/** Reads Markdown. */
export function readMarkdown(text: string): MarkdownText {
  const lines = new LineIndex(text);
  const headings: Heading[] = [];
  const tokens = parser.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open" || token.map === null) continue;
    const [line] = token.map;
    headings.push({
      level: Number(token.tag.slice(1)),
      text: (tokens[index + 1]?.children ?? []).map(({ content }) => content).join(""),
      offset: lines.offset({ line, character: 0 }),
      length: lines.line(line).length,
    });
  }
  return { text, headings };
}
