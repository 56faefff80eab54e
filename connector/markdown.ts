/** What a Markdown file says, as far as rules ask for it. */
export interface MarkdownText {
  text: string;
  headings: readonly Heading[];
}

export interface Heading {
  /** 1 to 6. */
  level: number;
  /** Without markup. */
  text: string;
  /** The offset of its first line in the file. */
  offset: number;
  length: number;
}
