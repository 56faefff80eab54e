import { expect, test } from "vitest";
import { endOfSection, headingsBelow } from "../connector/markdown.js";
import { readMarkdown } from "../connector/readMarkdown.js";

/** The headings of a text, each as `level text`, and as `level form text` when it is an unusual one. */
function headings(text: string): string[] {
  return readMarkdown(text).headings.map(({ level, form, text: words }) =>
    form === "heading" ? `${level} ${words}` : `${level} ${form} ${words}`,
  );
}

function blocks(text: string): string[] {
  return readMarkdown(text).blocks.map(({ kind, text: words }) => `${kind} ${words}`);
}

test("headings with number signs and with lines below them", () => {
  expect(headings("# A *b* `c` [d](https://contoso.com) ##\n\nE\nF\n---\n\nG\n===\n")).toEqual([
    "1 A b c d",
    "2 E F",
    "1 G",
  ]);
});

test("what looks like a heading in code and in comments is none", () => {
  const text =
    "```sh\n# no\n```\n\n    # no\n\n<!--\n# no\n\n<h1>no</h1>\n-->\n\n`# no`\n\n~~~\n# no\n~~~\n";
  expect(headings(text)).toEqual([]);
});

test("headings in HTML", () => {
  const text = '<div>\n<h2 class="a">A <b>b</b></h2>\n<h3>C</h3>\n</div>\n\n<h1>not closed\n';
  expect(headings(text)).toEqual(["2 html A b", "3 html C"]);
  expect(readMarkdown(text).headings.map(({ offset }) => offset)).toEqual([6, 36]);
  expect(readMarkdown("<h1>h</h1>").headings[0]?.words).toEqual({ offset: 4, length: 1 });
});

test("lines in bold that stand for headings", () => {
  const text = "**A**\n\n__B:__\ntext\n\n**C** text\n\n- **D**\n\n**E** **F**\n";
  expect(headings(text)).toEqual(["7 bold A", "7 bold B:"]);
});

test("headings without a space", () => {
  const text = "##A\ntext\n###*B*\n\n#!c\n";
  expect(headings(text)).toEqual(["2 tight A", "3 tight B", "1 tight !c"]);
  expect(blocks(text)).toEqual(["heading A", "paragraph text", "heading B", "heading !c"]);
});

test("front matter is no text", () => {
  expect(headings("---\ntitle: A\n# comment\n---\n# B\n")).toEqual(["1 B"]);
  expect(headings("---\r\ntitle: A\r\n---\r\n# B\r\n")).toEqual(["1 B"]);
  expect(headings("---\nNot a key\n---\n# B\n")).toEqual(["2 Not a key", "1 B"]);
  expect(headings("---\ntitle: A\n")).toEqual([]);
});

test("blocks hold the words without markup", () => {
  const text =
    "# A\n\nOne *two*\nthree ![four](a.png) <br> five\n\n- Six\n  - Seven\n\n    Eight\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n";
  expect(blocks(text)).toEqual([
    "heading A",
    "paragraph One two\nthree four  five",
    "item Six",
    "item Seven",
    "item Eight",
    "paragraph | a | b |\n|---|---|\n| c | d |",
    "code code",
  ]);
});

test.each([
  ["\n", "line feeds"],
  ["\r\n", "carriage returns and line feeds"],
  ["\r", "carriage returns"],
])("places in a text with %j", (lineEnd) => {
  const text = ["", "## A ##", "b", "c", "", "#B"].join(lineEnd);
  const { headings, blocks } = readMarkdown(text);
  const written = ({ offset, length }: { offset: number; length: number }) =>
    text.slice(offset, offset + length);
  expect(headings.map(written)).toEqual(["## A ##", "#B"]);
  expect(headings.map(({ words }) => written(words))).toEqual(["A", "B"]);
  expect(blocks.map(written)).toEqual(["## A ##", `b${lineEnd}c`, "#B"]);
});

test("a section ends at the next heading that is not below it", () => {
  const markdown = readMarkdown("# A\n## B\n### C\n**D**\n\n## E\n");
  const [a, b] = markdown.headings;
  expect(endOfSection(markdown, b!)).toBe(markdown.text.indexOf("## E"));
  expect(endOfSection(markdown, a!)).toBe(markdown.text.length);
  expect(headingsBelow(markdown, b!).map(({ text }) => text)).toEqual(["C", "D"]);
});

test.each([
  "[",
  "![",
  "[a](",
  "*",
  "*a ",
  "_a__b",
  "`a``",
  "<",
  "<!--",
  "<h1>",
  "<a ",
  "> ",
  "- ",
  "#",
  "#a\n",
  "# a\n",
  "|a",
  "&",
  "\\",
  "[a]: b\n",
  "a\n",
  "---\n",
  "---\na: b\n",
])("a long text of %j is read soon", (piece) => {
  const start = performance.now();
  readMarkdown(piece.repeat(100_000 / piece.length));
  readMarkdown(`# ${piece.repeat(100_000 / piece.length)}x`);
  expect(performance.now() - start).toBeLessThan(2000);
});
