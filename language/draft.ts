import type { Connector, ConnectorFile } from "../connector/connector.js";
import { JsonText, type Node } from "../connector/json.js";
import { keep } from "../connector/keep.js";
import { child, type Pointer } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { LineIndex, type Position, type Range, type Span } from "../connector/text.js";

/**
 * The text of a file while it is written, in terms of the last version of it that could be read whole. Between
 * the two lies one stretch that differs. So what is known of the version that was read holds for the text, but
 * for the object or array around that stretch, which is read by itself: a fault in it spoils nothing else, and in a large file
 * nothing else is read again.
 */
export class Draft {
  /** The stretch that differs: where it begins, and where it ends before and now. */
  private readonly change: { start: number; before: number; now: number };

  /**
   * @param file the last version that could be read whole; the text itself when there is none
   * @param text as it is now
   * @param isTried whether it is known that the text cannot be read whole
   */
  constructor(
    readonly file: ConnectorFile,
    readonly text: string = file.text,
    readonly isTried: boolean = false,
  ) {
    this.change = differenceOf(file.text, text);
  }

  /** Whether the text is the version that was read. */
  get isRead(): boolean {
    return this.text === this.file.text;
  }

  /** Whether at most a half of the file that was read is written over. */
  get isMostlyKnown(): boolean {
    return (this.change.before - this.change.start) * 2 <= this.file.text.length;
  }

  /**
   * The version that was read, with what makes this text another one; nothing when that touches the stretch in which
   * the two differ already.
   */
  carry(text: string): string | undefined {
    const { start, before, now } = differenceOf(this.text, text);
    if (before >= this.change.start && start <= this.change.now) return undefined;
    const read = this.file.text;
    return (
      read.slice(0, this.toFile(start)) + text.slice(start, now) + read.slice(this.toFile(before))
    );
  }

  get lines(): LineIndex {
    return keep(this, "lines", this.isRead ? this.file.lines : new LineIndex(this.text));
  }

  /** The offset in the file that was read; one inside what differs is moved to its end. */
  toFile(offset: number): number {
    const { start, before, now } = this.change;
    if (offset <= start) return offset;
    return offset >= now ? offset - now + before : Math.min(offset, before);
  }

  /** Where a part of the file that was read stands in the text; nothing when it is written over. */
  span({ offset, length }: Span): Span | undefined {
    const { start, before, now } = this.change;
    const end = offset + length;
    const delta = now - before;
    if (end <= start) return { offset, length };
    if (offset >= before) return { offset: offset + delta, length };
    if (offset <= start && end >= before) return { offset, length: length + delta };
    return undefined;
  }

  /** The range in the text of a part of the file that was read. */
  range(span: Span): Range | undefined {
    const now = this.span(span);
    return now && this.lines.range(now.offset, now.length);
  }

  offset(position: Position): number {
    return this.lines.offset(position);
  }

  /** The part of the text that was read by itself; the whole text when nothing but that would do. */
  get part(): Part {
    return keep(this, "part", this.readPart());
  }

  private readPart(): Part {
    const { file, text } = this;
    const { start, before, now } = this.change;
    if (this.isRead) return { pointer: "", offset: 0, json: file.json };
    let pointer: Pointer = "";
    const around: { pointer: Pointer; node: Node }[] = [];
    let node = file.json.root;
    while (node !== undefined && node.offset < start && before < node.offset + node.length) {
      if (node.type === "object" || node.type === "array") around.unshift({ pointer, node });
      const items: readonly Node[] = node.children ?? [];
      const index = items.findIndex(
        (item) => item.offset < start && before < item.offset + item.length,
      );
      const item = items[index];
      if (item === undefined) break;
      const isMember = item.type === "property";
      pointer = child(pointer, isMember ? (item.children![0]!.value as string) : index);
      node = isMember ? item.children![1] : item;
    }
    const read = ({ pointer, node: { offset, length } }: (typeof around)[number]): Part => {
      const written = text.slice(offset, offset + length + now - before);
      return { pointer, offset, json: new JsonText(written) };
    };
    const [innermost, ...outer] = around;
    if (innermost === undefined) return { pointer: "", offset: 0, json: new JsonText(text) };
    const part = read(innermost);
    if (isOneValue(part)) return part;
    // A bracket too many, or an item that was put in before another one: of [{"a": 1}, {"b": 2}] what is new is a": 1}, {".
    for (const container of outer) {
      if (container.node.length > mostToTry) break;
      const wider = read(container);
      if (wider.json.isComplete && isOneValue(wider)) return wider;
    }
    return part;
  }

  /** What has been read around a place of the text: the part that differs, or the file. */
  around(offset: number): Part & { at: number } {
    const { part } = this;
    const end = part.offset + part.json.text.length;
    if (part.pointer === "" || (offset > part.offset && offset < end))
      return { ...part, at: offset - part.offset };
    return {
      pointer: "",
      offset: offset - this.toFile(offset),
      json: this.file.json,
      at: this.toFile(offset),
    };
  }

  /** The pointer of the innermost value, or of the member whose key is, at a place of the text. */
  pointerAt(offset: number): Pointer {
    const { pointer, json, at } = this.around(offset);
    return pointer + json.pointerAt(at);
  }

  /** What stands at a pointer now; what is around the part that was read by itself has that part as it was. */
  value(pointer: Pointer): unknown {
    const { part } = this;
    return pointer === part.pointer || pointer.startsWith(`${part.pointer}/`)
      ? valueAt(part.json.value, pointer.slice(part.pointer.length))
      : valueAt(this.file.json.value, pointer);
  }
}

/** What is around a broken part is read on trial up to this length only. */
const mostToTry = 100_000;

/** Whether nothing stands behind what was read. */
function isOneValue({ json: { root, text } }: Part): boolean {
  return root !== undefined && root.offset + root.length === text.length;
}

/** A value that was read by itself, and where it stands in the text. */
export interface Part {
  pointer: Pointer;
  offset: number;
  json: JsonText;
}

/** What an editor has of a connector: its models, and the texts that are being written. */
export interface Sight {
  /** As it was when each of its files could be read last. */
  connector: Connector;
  /** The text of a file as it is now. */
  draft(file: ConnectorFile): Draft;
  uriOf(path: string): string;
}

/** A file that an editor asks about. */
export interface SeenFile {
  sight: Sight;
  draft: Draft;
}

/** A place that an editor asks about: its offset is that in the text as it is now. */
export interface Place extends SeenFile {
  offset: number;
}

function differenceOf(before: string, now: string): { start: number; before: number; now: number } {
  if (before === now) return { start: now.length, before: now.length, now: now.length };
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let end = 0;
  const most = shorter - start;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === now.charCodeAt(now.length - 1 - end)
  )
    end++;
  return { start, before: before.length - end, now: now.length - end };
}
