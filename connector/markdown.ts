/** What a Markdown file says, as far as rules ask for it. Offsets count UTF-16 units. */
export interface MarkdownText {
  text: string;
  /** Also those that are only a line in bold letters, or HTML: people write them so. */
  headings: readonly Heading[];
  /** What a reader sees, without markup, part by part: headings, paragraphs, items of lists, cells, code. */
  parts: readonly MarkdownPart[];
}

export interface Heading {
  /** 1 to 6; 6 for a line in bold letters. */
  level: number;
  /** Without markup. */
  text: string;
  /** The place of its first line. */
  offset: number;
  length: number;
}

export interface MarkdownPart {
  text: string;
  /** Whether it is an item of a list, or a part of one. */
  isInList: boolean;
  offset: number;
}

/** A text for comparing: letters and digits alone, in lower case, `&` as the word. */
export function comparable(text: string): string {
  return text
    .replaceAll("&", " and ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
