/** What a Markdown file says, as far as rules ask for it. */
export interface MarkdownText {
  text: string;
  /** The parts that hold words, in their order; headings are among them. */
  blocks: readonly Block[];
  headings: readonly Heading[];
}

/** A part of a Markdown file that holds words. */
export interface Block {
  kind: "heading" | "paragraph" | "item" | "code";
  /** Without markup. */
  text: string;
  /** The offset of its first line in the file. */
  offset: number;
  /** The length of all its lines. */
  length: number;
}

export interface Heading {
  /** 1 to 6, and 7 for a line in bold that stands for a heading. */
  level: number;
  /** Without markup. */
  text: string;
  /** `tight` is one that shows its number signs, since no space follows them. */
  form: "heading" | "html" | "bold" | "tight";
  /** The offset of its first line in the file. */
  offset: number;
  /** The length of that line. */
  length: number;
  /** Where its words are in that line. */
  words: { offset: number; length: number };
}

/** The offset at which what stands under a heading ends: at the next heading that is not below it. */
export function endOfSection({ text, headings }: MarkdownText, heading: Heading): number {
  const next = headings.find(
    ({ offset, level }) => offset > heading.offset && level <= heading.level,
  );
  return next?.offset ?? text.length;
}

/** The headings under a heading, of any level. */
export function headingsBelow(markdown: MarkdownText, heading: Heading): Heading[] {
  const end = endOfSection(markdown, heading);
  return markdown.headings.filter(({ offset }) => offset > heading.offset && offset < end);
}

/**
 * What is left of a line without the marks and the space around it. A regular expression for the end would take a time that
 * grows with the square of the length.
 */
export function withoutMarks(line: string, marks: string): { start: number; text: string } {
  const isMark = (at: number) => marks.includes(line.charAt(at)) || line.charAt(at).trim() === "";
  let start = 0;
  while (start < line.length && isMark(start)) start++;
  let end = line.length;
  while (end > start && isMark(end - 1)) end--;
  return { start, text: line.slice(start, end) };
}
