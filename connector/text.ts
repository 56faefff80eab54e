import type { Position, Range } from "vscode-languageserver-types";

export type { Position, Range };

/** A part of a text, in UTF-16 units. */
export interface Span {
  offset: number;
  length: number;
}

/** What the bytes of a file say: its text, or the reason why they are none. */
export interface DecodedText {
  /** Without byte order mark. What cannot be decoded stands as U+FFFD. */
  text: string;
  byteOrderMark: boolean;
  problem?: EncodingProblem;
}

export interface EncodingProblem {
  encoding: "UTF-16 little endian" | "UTF-16 big endian" | "not UTF-8";
  /** The first byte that is no UTF-8, counted from 0. */
  byteOffset: number;
  /** The place of that byte in the text, in UTF-16 units. */
  offset: number;
}

/** Decodes UTF-8 with or without byte order mark; tells UTF-16 and broken UTF-8 by name and place. */
export function decode(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const utf16 =
    (first === 0xff && second === 0xfe) || (second === 0 && first !== 0 && bytes.length > 1)
      ? "le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && bytes.length > 1)
        ? "be"
        : undefined;
  if (utf16 !== undefined) {
    const encoding = utf16 === "le" ? "UTF-16 little endian" : "UTF-16 big endian";
    const text = new TextDecoder(`utf-16${utf16}`).decode(bytes);
    return { text, byteOrderMark: first! >= 0xfe, problem: { encoding, byteOffset: 0, offset: 0 } };
  }
  const byteOrderMark = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), byteOrderMark };
  } catch {
    const byteOffset = validPrefixLength(bytes);
    const offset = new TextDecoder("utf-8").decode(bytes.subarray(0, byteOffset)).length;
    const text = new TextDecoder("utf-8").decode(bytes);
    return { text, byteOrderMark, problem: { encoding: "not UTF-8", byteOffset, offset } };
  }
}

/** A text that is read already; a byte order mark before it is no part of it. */
export function withoutMark(text: string): DecodedText {
  const byteOrderMark = text.startsWith("\uFEFF");
  return { text: byteOrderMark ? text.slice(1) : text, byteOrderMark };
}

/** How many bytes from the start are whole characters of UTF-8, found by halving. */
function validPrefixLength(bytes: Uint8Array): number {
  const isValid = (length: number, stream: boolean) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  // As a stream, so that a character that the end of the prefix cuts is no fault.
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValid(middle, true)) valid = middle;
    else invalid = middle;
  }
  // The bytes before the one that does not fit may be the begin of a character.
  while (!isValid(valid, false)) valid--;
  return valid;
}

/** Turns offsets into lines and columns, both counted from 0 and in UTF-16 units, as LSP has them. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    // A carriage return alone ends a line, too, but hardly any file has one.
    if (/\r(?!\n)/.test(text))
      for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
        this.starts.push(index + end.length);
    else
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        this.starts.push(at + 1);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  position(offset: number): Position {
    const within = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= within) low = middle;
      else high = middle;
    }
    return { line: low, character: within - this.starts[low]! };
  }

  range(offset: number, length: number): Range {
    // What a broken text left open may have no length.
    return { start: this.position(offset), end: this.position(offset + Math.max(length, 0)) };
  }

  /** The offset of a position; one beyond the end of its line or of the text is moved there. */
  offset(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    const end = this.starts[position.line + 1] ?? this.text.length;
    return Math.min(start + Math.max(position.character, 0), end);
  }

  /** The text of a line without its end. */
  line(number: number): string {
    const start = this.starts[number] ?? this.text.length;
    const end = this.starts[number + 1] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, "");
  }
}
