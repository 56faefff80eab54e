import type { Node } from "../../connector/json.js";
import { child, lastSegment, type Pointer } from "../../connector/pointer.js";
import type { Span } from "../../connector/text.js";
import { isObject } from "../../connector/values.js";
import type { Draft } from "../draft.js";

/** What is being written at a place of a JSON text. */
export interface Cursor {
  /** The name of a member, or a value. */
  what: "key" | "value";
  /** The object or array in which it stands; `undefined` for the whole file. */
  container: Pointer | undefined;
  /** The place of the value; of a key that is not there yet, that of the object. */
  pointer: Pointer;
  /** What is written already and would be replaced; empty where nothing is. */
  token: Span;
  /** Whether that is a text, with or without its second quote. */
  isText: boolean;
  /** What it says up to the cursor, without quotes. */
  typed: string;
  /** Whether a value follows the key already. */
  hasValue: boolean;
  /** Where a comma is missing before it. */
  commaAt: number | undefined;
  /** Whether a comma has to follow it. */
  needsComma: boolean;
}

/** What is being written at an offset of the text; nothing where nothing may be, such as behind a value. */
export function cursorAt(draft: Draft, offset: number): Cursor | undefined {
  const { pointer: base, offset: delta, json, at } = draft.around(offset);
  const { text } = json;
  const word = /[\w$.@-]*$/.exec(text.slice(Math.max(0, at - 100), at))![0];
  /** What is being written: a token of the tree, or a word that is none yet. */
  const found = (
    what: Cursor["what"],
    container: Pointer | undefined,
    pointer: Pointer,
    node?: Node,
    more: Partial<Cursor> = {},
  ): Cursor => {
    const start = node?.offset ?? at - word.length;
    // What has no second quote reaches to the end of its line, also over what belongs to others.
    const end = node === undefined || isUnclosed(node, text) ? at : endOf(node);
    const isText = text[start] === '"';
    const written = text.slice(start, at);
    return {
      what,
      container,
      pointer,
      token: { offset: start + delta, length: end - start },
      isText,
      typed: isText ? unescaped(written.slice(1)) : written,
      hasValue: false,
      commaAt: undefined,
      needsComma: /^\s*["[{\w-]/.test(text.slice(end, end + 2_000)),
      ...more,
    };
  };
  /** A text or number behind the cursor is written over; what has brackets, or begins in another line, is not. */
  const beforeValue = (container: Pointer, place: Pointer, value: Node) => {
    const start = at - word.length;
    return isContainer(value) ||
      !/^[ \t]*$/.test(text.slice(at, value.offset)) ||
      isUnclosed(value, text)
      ? undefined
      : found("value", container, place, undefined, {
          token: { offset: start + delta, length: endOf(value) - start },
          isText: false,
          typed: word,
          needsComma: false,
        });
  };
  /** Where a comma is missing between a node and what is being written. */
  const commaAfter = (before: Node | undefined) => {
    if (before === undefined) return {};
    const end = endOf(before);
    return text.slice(end, at).includes(",") ? {} : { commaAt: end + delta };
  };

  let pointer: Pointer = base;
  let node = json.root;
  if (node === undefined)
    return text.trim() === word ? found("value", undefined, pointer) : undefined;
  let container: Pointer | undefined;
  for (;;) {
    if (!isContainer(node))
      return isInside(node, text, at) ? found("value", container, pointer, node) : undefined;
    if (at <= node.offset || (isClosed(node, text) && at >= endOf(node))) return undefined;
    container = pointer;
    const items: readonly Node[] = node.children ?? [];
    const index = lastBefore(items, at);
    const item = items[index];
    if (node.type === "array") {
      pointer = child(container, index);
      if (item === undefined || at > endOf(item) || (isContainer(item) && !isIn(item, text, at)))
        return found("value", container, child(container, index + 1), undefined, commaAfter(item));
      node = item;
      continue;
    }
    const [key, value]: readonly Node[] = item?.children ?? [];
    const { colonOffset } = item ?? {};
    if (item !== undefined && key !== undefined && at <= endOf(item)) {
      const place = child(container, key.value as string);
      if (colonOffset === undefined || at <= colonOffset) {
        if (!isInside(key, text, at)) return undefined;
        const hasValue = colonOffset !== undefined;
        return found("key", container, place, key, {
          hasValue,
          ...(hasValue && { needsComma: false }),
          ...commaAfter(items[index - 1]),
        });
      }
      if (value === undefined) return found("value", container, place);
      if (at <= value.offset) return beforeValue(container, place, value);
      if (!isContainer(value) || isIn(value, text, at)) {
        pointer = place;
        node = value;
        continue;
      }
    }
    const hasValue = /^\s*:/.test(text.slice(at, at + 100));
    return found("key", container, container, undefined, { hasValue, ...commaAfter(item) });
  }
}

/** The key that is being written over. */
export function ownKeyOf({ what, container, pointer }: Cursor): string | undefined {
  return what === "key" && pointer !== container ? lastSegment(pointer) : undefined;
}

/** The keys of the object around the cursor, without the one that is being written over. */
export function otherKeys(
  cursor: Cursor,
  written: (pointer: Pointer) => unknown,
): ReadonlySet<string> {
  const object = written(cursor.container ?? "");
  const own = ownKeyOf(cursor);
  return new Set(isObject(object) ? Object.keys(object).filter((key) => key !== own) : []);
}

function isContainer({ type }: Node): boolean {
  return type === "object" || type === "array";
}

/** Whether a place is between the brackets of an object or array. */
function isIn(node: Node, text: string, at: number): boolean {
  return at > node.offset && (at < endOf(node) || !isClosed(node, text));
}

/** Whether a place is in a token, or at the end of one that more can be written to. */
function isInside(node: Node, text: string, at: number): boolean {
  if (at <= node.offset || at > endOf(node)) return false;
  return node.type !== "string" || at < endOf(node) || isUnclosed(node, text);
}

function isClosed(node: Node, text: string): boolean {
  return node.length > 1 && text[endOf(node) - 1] === (node.type === "object" ? "}" : "]");
}

/** Whether a text lacks its second quote. */
function isUnclosed(node: Node, text: string): boolean {
  const written = text.slice(node.offset, endOf(node));
  return written.startsWith('"') && !/^"(?:[^"\\]|\\.)*"$/s.test(written);
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** The index of the last node that begins before a place; -1 when there is none. */
function lastBefore(items: readonly Node[], at: number): number {
  let low = -1;
  for (let high = items.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (items[middle]!.offset < at) low = middle;
    else high = middle;
  }
  return low;
}

/** What the first part of a quoted text says, which may end inside an escape. */
function unescaped(written: string): string {
  for (let cut = 0; cut <= 5; cut++)
    try {
      return JSON.parse(`"${written.slice(0, written.length - cut)}"`) as string;
    } catch {}
  return written;
}
