import MarkdownIt from "markdown-it";
import type { Heading, MarkdownPart, MarkdownText } from "./markdown.js";
import { LineIndex } from "./text.js";

/** With tables and HTML, as on the pages where readmes are shown. */
const parser = new MarkdownIt({ html: true });
type Token = ReturnType<typeof parser.parse>[number];

/** Reads Markdown. */
export function readMarkdown(text: string): MarkdownText {
  const lines = new LineIndex(text);
  const headings: Heading[] = [];
  const parts: MarkdownPart[] = [];
  const tokens = parser.parse(text, {});
  let line = 0;
  let listDepth = 0;
  const startOf = (line: number) => lines.offset({ line, character: 0 });
  const addHeading = (level: number, shown: string, offset: number, length: number) => {
    if (shown.trim() !== "") headings.push({ level, text: shown.trim(), offset, length });
  };
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type === "list_item_open") listDepth++;
    else if (token.type === "list_item_close") listDepth--;
    else if (token.type === "inline") {
      const opening = tokens[index - 1];
      const level =
        opening?.type === "heading_open"
          ? Number(opening.tag.slice(1))
          : isBold(token)
            ? 6
            : undefined;
      if (level !== undefined)
        addHeading(level, textOf(token), startOf(line), lines.line(line).length);
      parts.push({ text: textOf(token), isInList: listDepth > 0, offset: startOf(line) });
    } else if (token.type === "html_block") {
      const within = new LineIndex(token.content);
      for (const { level, shown, offset, length } of htmlHeadings(token.content)) {
        const at = within.position(offset);
        addHeading(level, shown, lines.offset({ ...at, line: line + at.line }), length);
      }
      parts.push({
        text: withoutTags(token.content),
        isInList: listDepth > 0,
        offset: startOf(line),
      });
    } else if (token.type === "fence" || token.type === "code_block")
      parts.push({ text: token.content, isInList: listDepth > 0, offset: startOf(line) });
  }
  return { text, headings, parts };
}

/** What is shown of a line of text: code, links and pictures by their words. */
function textOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) =>
      type === "softbreak" || type === "hardbreak" ? " " : type === "html_inline" ? "" : content,
    )
    .join("");
}

/** Whether a paragraph is nothing but bold letters, and perhaps a colon. */
function isBold({ children }: Token): boolean {
  const shown = (children ?? []).filter(
    ({ type, content }) => type !== "text" || content.trim() !== "",
  );
  return (
    shown[0]?.type === "strong_open" &&
    shown.findIndex(({ type }) => type === "strong_close") >= shown.length - 2 &&
    (shown.at(-1)?.type === "strong_close" || shown.at(-1)?.content.trim() === ":")
  );
}

/** The headings that are written in HTML. */
function* htmlHeadings(
  html: string,
): Generator<{ level: number; shown: string; offset: number; length: number }> {
  let open: { level: number; offset: number; end: number } | undefined;
  for (const { 0: tag, 1: slash, 2: level, index } of html.matchAll(/<(\/?)h([1-6])\b[^<>]*>/gi)) {
    if (slash === "") open = { level: Number(level), offset: index, end: index + tag.length };
    else if (open !== undefined) {
      const { end, offset } = open;
      const length = index + tag.length - offset;
      yield { level: open.level, shown: withoutTags(html.slice(end, index)), offset, length };
      open = undefined;
    }
  }
}

function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, " ");
}
