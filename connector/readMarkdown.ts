import MarkdownIt from "markdown-it";
import { type Block, type Heading, type MarkdownText, withoutMarks } from "./markdown.js";
import { LineIndex } from "./text.js";

const parser = new MarkdownIt("commonmark");

type Token = ReturnType<typeof parser.parse>[number];

/** Reads Markdown. */
export function readMarkdown(text: string): MarkdownText {
  const lines = new LineIndex(text);
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const first = firstLineOfBody(lines);
  const offsetOf = (line: number) => lines.offset({ line: line + first, character: 0 });
  const line = (number: number) => lines.line(number + first);
  const add = (kind: Block["kind"], words: string, [from, to]: [number, number]) => {
    const last = Math.max(from, to - 1);
    const offset = offsetOf(from);
    const length = offsetOf(last) + line(last).length - offset;
    if (words.trim() !== "") blocks.push({ kind, text: words.trim(), offset, length });
  };
  const addHeading = (level: number, words: string, form: Heading["form"], at: number) => {
    const written = line(at).trimEnd();
    const offset = offsetOf(at);
    const shown = withoutMarks(written, "#*_>");
    const inner = words.trim();
    // The name of a tag may hold the same letters.
    const from = form === "html" ? written.indexOf(">") : 0;
    const start = inner === "" ? -1 : written.indexOf(inner, Math.max(from, 0));
    headings.push({
      level,
      text: words.replace(/\s+/g, " ").trim(),
      form,
      offset,
      length: written.length,
      words:
        start < 0
          ? { offset: offset + shown.start, length: shown.text.length }
          : { offset: offset + start, length: inner.length },
    });
  };

  const linesOf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => line(from + index)).join("\n");

  let items = 0;
  const tokens = parser.parse(text.slice(lines.offset({ line: first, character: 0 })), {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === "list_item_open") items++;
    if (token.type === "list_item_close") items--;
    if (token.map === null) continue;
    const map = token.map;
    if (token.type === "fence" || token.type === "code_block") add("code", token.content, map);
    if (token.type === "html_block") {
      const html = token.content.replace(/<!--[\s\S]*?(?:-->|$)/g, blank);
      for (const { level, words, at } of htmlHeadings(html))
        addHeading(level, words, "html", map[0] + at);
      add("paragraph", withoutTags(html), map);
    }
    if (token.type !== "inline") continue;
    const words = wordsOf(token.children ?? []);
    const opening = tokens[index - 1];
    if (opening?.type === "heading_open") {
      addHeading(Number(opening.tag.slice(1)), words, "heading", map[0]);
      add("heading", words, map);
      continue;
    }
    if (items > 0) {
      add("item", words, map);
      continue;
    }
    const bold = boldLine(token.children ?? []);
    if (bold !== undefined) addHeading(boldLevel, bold, "bold", map[0]);
    // Such a heading is a line of a paragraph: what stands before and after it are blocks of their own.
    let from = map[0];
    for (let at = map[0]; at < map[1]; at++) {
      const [, signs, rest] = /^ {0,3}(#{1,6})([^#\s].*)$/.exec(line(at)) ?? [];
      if (signs === undefined) continue;
      addHeading(signs.length, plain(rest!), "tight", at);
      if (at > from) add("paragraph", plain(linesOf(from, at)), [from, at]);
      add("heading", plain(rest!), [at, at + 1]);
      from = at + 1;
    }
    if (from === map[0]) add("paragraph", words, map);
    else if (from < map[1]) add("paragraph", plain(linesOf(from, map[1])), [from, map[1]]);
  }

  return { text, blocks, headings: headings.sort((a, b) => a.offset - b.offset) };
}

/** A line in bold is below every real heading. */
const boldLevel = 7;

/** The line after the front matter, which is no Markdown; 0 when there is none. */
function firstLineOfBody(lines: LineIndex): number {
  const isFence = (line: number) => /^---[ \t]*$/.test(lines.line(line));
  if (!isFence(0)) return 0;
  for (let at = 1; at < lines.lineCount; at++) {
    if (isFence(at)) return at + 1;
    // A key with its value, more of that value, a comment or nothing.
    if (!/^(?:[\w-]+:|[ \t#-]|$)/.test(lines.line(at))) return 0;
  }
  return 0;
}

/** What a reader sees of a line: texts, code and the words for images. */
function wordsOf(tokens: readonly Token[]): string {
  return withoutTags(
    tokens
      .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? "\n" : content))
      .join(""),
  );
}

function withoutTags(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<\/?[a-z][^<>]*>/gi, "");
}

/** Words about whose markup nothing more is known. */
function plain(text: string): string {
  return withoutTags(text).replace(/[*_`#]/g, "");
}

/** The same number of lines, and nothing in them. */
function blank(text: string): string {
  return text.replace(/[^\n]+/g, "");
}

/** The headings in a piece of HTML, with the line in which each begins. */
function htmlHeadings(html: string): { level: number; words: string; at: number }[] {
  const found: { level: number; words: string; at: number }[] = [];
  let at = 0;
  let before = 0;
  for (const match of html.matchAll(
    /<h([1-6])(?:\s[^<>]*)?>((?:[^<]|<(?!\/?h[1-6])){0,300})<\/h\1/gi,
  )) {
    at += html.slice(before, match.index).split("\n").length - 1;
    before = match.index;
    found.push({ level: Number(match[1]), words: withoutTags(match[2]!), at });
  }
  return found;
}

/** The words of a first line that is in bold as a whole. */
function boldLine(tokens: readonly Token[]): string | undefined {
  const shown = tokens.filter(({ type, content }) => type !== "text" || content.trim() !== "");
  if (shown[0]?.type !== "strong_open") return undefined;
  const close = shown.findIndex(({ type }) => type === "strong_close");
  const after = shown[close + 1];
  const isAlone =
    after === undefined ||
    /^(?:soft|hard)break$/.test(after.type) ||
    (after.type === "text" && after.content.trim() === ":");
  const words = wordsOf(shown.slice(0, close));
  return isAlone && words.length <= 80 && !words.includes("\n") ? words : undefined;
}
