import { expect, test } from "vitest";
import { comparable } from "../connector/markdown.js";
import { readMarkdown } from "../connector/readMarkdown.js";

/** The headings, each with its level and the line that it is found in. */
function headings(text: string): string[] {
  return readMarkdown(text).headings.map(
    ({ level, text: shown, offset, length }) =>
      `${level} ${shown} <${text.slice(offset, offset + length)}>`,
  );
}

test.each([
  ["# A\n\nText\n\n## B ##", ["1 A <# A>", "2 B <## B ##>"]],
  ["A\n===\n\nB\n---", ["1 A <A>", "2 B <B>"]],
  ["# **A** `b` [c](https://contoso.com)\r\n", ["1 A b c <# **A** `b` [c](https://contoso.com)>"]],
  [
    "**A**\n\n**B:**\n\n__C__ :\n\n**D** and more",
    ["6 A <**A**>", "6 B: <**B:**>", "6 C : <__C__ :>"],
  ],
  ["```\n# no\n```\n\n    # no\n\n<!-- # no -->", []],
  [
    'Text\n\n<div>\n<h2 align="center">A <b>B</b></h2>\n</div>',
    ['2 A  B  <<h2 align="center">A <b>B</b></h2>>'].map((each) => each.replace("B  <", "B <")),
  ],
  ["- # A\n- b", ["1 A <- # A>"]],
  ["#\n\n##  ", []],
  ["# 🎫 Tïckets", ["1 🎫 Tïckets <# 🎫 Tïckets>"]],
])("headings of %j", (text, wanted) => {
  expect(headings(text)).toEqual(wanted);
});

test("what a reader sees", () => {
  const { parts } = readMarkdown(
    "Text **b**\n\n- one\n  - two\n\n| a | b |\n| - | - |\n| c | d |\n\n```\ncode\n```",
  );
  expect(parts.map(({ text, isInList }) => [text.trim(), isInList])).toEqual([
    ["Text b", false],
    ["one", true],
    ["two", true],
    ["a", false],
    ["b", false],
    ["c", false],
    ["d", false],
    ["code", false],
  ]);
});

test("texts are compared without marks, capitals and signs", () => {
  expect(comparable("  Known Issues & Limitations: ")).toBe("known issues and limitations");
  expect(comparable("`Get-Ticket` (Über)")).toBe("get ticket über");
});

test.each([
  "[",
  "*a_",
  "`",
  "<",
  "> ",
  "- ",
  "![](",
  "|",
  "<h1>",
  "<h1></h2>",
  "\\",
  "[a](<b",
  "_a*",
])("a megabyte of %j is read in time", (text) => {
  const started = performance.now();
  readMarkdown(text.repeat(1_000_000 / text.length));
  expect(performance.now() - started).toBeLessThan(20_000);
});
