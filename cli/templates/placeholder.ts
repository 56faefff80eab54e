import { LineIndex } from "../../connector/text.js";

/** Where a maker has something to fill in; line and column are counted from 1. */
export interface Placeholder {
  line: number;
  column: number;
  text: string;
}

/** What a maker has to fill in, in a spelling that JSON and Markdown leave alone and no value has. */
export function placeholder(what: string): string {
  return `[[${what}]]`;
}

/** Every placeholder of a text, from its beginning. */
export function placeholdersIn(text: string): Placeholder[] {
  const lines = new LineIndex(text);
  return [...text.matchAll(/\[\[[^[\]\n]+\]\]/g)].map(({ index, 0: found }) => {
    const { line, character } = lines.position(index);
    return { line: line + 1, column: character + 1, text: found };
  });
}
