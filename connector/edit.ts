import { JsonText, type Node } from "./json.js";
import { lastSegment, type Pointer, parent } from "./pointer.js";

/**
 * A change of a JSON file, told by what it means. `set` gives a member or an item its value and adds
 * it when it is missing (`-` as last segment: after the last item); `renameKey` keeps the value.
 * `replace` puts a text in the place of a part that has no pointer: a comment, or any part of a file that is no JSON.
 */
export type JsonEdit =
  | { set: Pointer; value: unknown }
  | { remove: Pointer }
  | { renameKey: Pointer; to: string }
  | { replace: { offset: number; length: number }; by: string };

/** A value as it is written in a file without comments: digits, layout and all, so that it can be moved without a loss. */
export class WrittenValue {
  private constructor(
    private readonly text: string,
    /** The space with which the line begins in which it stands. */
    private readonly indent: string,
  ) {}

  /** What stands at a pointer; nothing where it holds what strict JSON does not allow, which cannot stand everywhere. */
  static at({ text, json }: { text: string; json: JsonText }, pointer: Pointer) {
    const node = json.node(pointer);
    if (node === undefined) return undefined;
    const isStrict = json.problems.every(
      ({ offset }) => offset < node.offset || offset >= endOf(node),
    );
    return isStrict ? new WrittenValue(slice(text, node), indentAt(text, node.offset)) : undefined;
  }

  /** Its text over as many lines as it has, or in one without `indent`. */
  print(lineEnd: string, indent: string | undefined): string {
    const [first = "", ...others] = this.text.split(/\r?\n/);
    if (indent === undefined) return [first, ...others].map((line) => line.trim()).join(" ");
    const moved = others.map((line) =>
      line.startsWith(this.indent) ? indent + line.slice(this.indent.length) : line,
    );
    return [first, ...moved].join(lineEnd);
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Replaces `length` UTF-16 units at `offset` by `text`. */
export interface TextChange {
  offset: number;
  length: number;
  text: string;
}

/**
 * The text after all edits, each understood in the text that the ones before it left. Bytes that
 * no edit concerns stay as they are; what is added follows the indentation and line ends in use.
 * An edit of what does not exist, or of a text that cannot be read, changes nothing.
 */
export function applyEdits(text: string, edits: readonly JsonEdit[]): string {
  let result = text;
  // What has no pointer is told by offsets of the text as it was: the last one goes first.
  const replaced = edits
    .filter((edit) => "replace" in edit)
    .sort((a, b) => b.replace.offset - a.replace.offset);
  for (const { replace, by } of replaced) result = applyChanges(result, [{ ...replace, text: by }]);
  for (const edit of edits) {
    const change = "replace" in edit ? undefined : changeOf(new JsonText(result), edit);
    if (change !== undefined) result = applyChanges(result, [change]);
  }
  return result;
}

/**
 * What `applyEdits` changes, as parts of the text that lie apart, in their order. One edit costs no
 * further reading of the text; of several that concern one another the whole stretch is replaced.
 */
export function changesOf(
  file: { readonly text: string; readonly json: JsonText },
  edits: readonly JsonEdit[],
): TextChange[] {
  const changes = edits
    .map((edit) =>
      "replace" in edit ? { ...edit.replace, text: edit.by } : changeOf(file.json, edit),
    )
    .filter((change) => change !== undefined)
    .sort((a, b) => a.offset - b.offset);
  const areApart = changes.every((change, index) => {
    const before = changes[index - 1];
    if (before === undefined || endOf(before) < change.offset) return true;
    // Members one after the other that are all taken out.
    return endOf(before) === change.offset && before.text === "" && change.text === "";
  });
  if (edits.length === 1 || (areApart && areIndependent(edits))) return changes;
  return changeBetween(file.text, applyEdits(file.text, edits));
}

/** The one stretch in which two texts differ; none when they are equal. */
export function changeBetween(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    {
      offset: start,
      length: before.length - end - start,
      text: after.slice(start, after.length - end),
    },
  ];
}

/** The text after changes that lie apart and are in their order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let from = 0;
  for (const { offset, length, text: added } of changes) {
    result += text.slice(from, offset) + added;
    from = offset + length;
  }
  return result + text.slice(from);
}

/** Whether no edit changes what the pointer of another one leads to. */
function areIndependent(edits: readonly JsonEdit[]): boolean {
  if (edits.some((edit) => "replace" in edit)) return edits.every((edit) => "replace" in edit);
  // Taking out or adding an item renames those after it, and a new name is one of its owner.
  const places = edits.map((edit) => {
    if ("set" in edit) return { at: edit.set, touched: edit.set };
    const at = "remove" in edit ? edit.remove : "renameKey" in edit ? edit.renameKey : "";
    return { at, touched: parent(at) };
  });
  return places.every(({ touched }, index) =>
    places.every(({ at }, other) => other === index || !isAtOrBelow(at, touched)),
  );
}

function isAtOrBelow(pointer: Pointer, at: Pointer): boolean {
  return pointer === at || pointer.startsWith(`${at}/`);
}

function changeOf(
  json: JsonText,
  edit: Exclude<JsonEdit, { replace: unknown }>,
): TextChange | undefined {
  const { text } = json;
  if (!json.isComplete) return undefined;
  if ("renameKey" in edit) {
    const key = propertyOf(json.node(edit.renameKey))?.children?.[0];
    return key && { offset: key.offset, length: key.length, text: JSON.stringify(edit.to) };
  }
  if ("remove" in edit) return removal(text, json.node(edit.remove));

  const style = styleOf(json);
  const existing = json.node(edit.set);
  if (existing !== undefined) {
    const { offset, length } = existing;
    const isOneLine = length > 2 && isContainer(existing) && !/[\r\n]/.test(slice(text, existing));
    return {
      offset,
      length,
      text: print(
        edit.value,
        style,
        isOneLine && !(edit.value instanceof WrittenValue) ? undefined : indentAt(text, offset),
      ),
    };
  }
  let { value } = edit;
  for (let at = edit.set; at !== ""; at = parent(at)) {
    const name = lastSegment(at);
    const container = json.node(parent(at));
    if (container?.type === "object") return addition(text, style, container, value, name);
    if (container?.type === "array") return addition(text, style, container, value);
    if (container !== undefined) return undefined;
    value = name === "-" ? [value] : { [name]: value };
  }
  return undefined;
}

/** Takes out a member or an item with the comma and the space that belong to it. */
function removal(text: string, node: Node | undefined): TextChange | undefined {
  const removed = propertyOf(node) ?? node;
  const container = removed?.parent;
  if (removed === undefined || container === undefined) return undefined;
  const siblings = container.children!;
  const index = siblings.indexOf(removed);
  const next = siblings[index + 1];
  if (next !== undefined)
    return { offset: removed.offset, length: next.offset - removed.offset, text: "" };
  const previous = siblings[index - 1];
  if (previous !== undefined) {
    const offset = endOf(previous);
    return { offset, length: endOf(removed) - offset, text: "" };
  }
  const inside = { offset: container.offset + 1, length: container.length - 2 };
  const around =
    text.slice(inside.offset, removed.offset) + text.slice(endOf(removed), endOf(inside));
  return {
    ...(around.trim() === "" ? inside : { offset: removed.offset, length: removed.length }),
    text: "",
  };
}

/** Puts a value after the last one of a container. */
function addition(
  text: string,
  style: Style,
  container: Node,
  value: unknown,
  name?: string,
): TextChange {
  const key = name === undefined ? "" : JSON.stringify(name) + style.colon;
  const last = container.children!.at(-1);
  if (last !== undefined) {
    const offset = endOf(last);
    if (!startsLine(text, last.offset))
      return { offset, length: 0, text: style.comma + key + print(value, style) };
    const indent = indentAt(text, last.offset);
    return {
      offset,
      length: 0,
      text: `,${style.lineEnd}${indent}${key}${print(value, style, indent)}`,
    };
  }
  const owner = propertyOf(container) ?? container;
  const inside = { offset: container.offset + 1, length: container.length - 2 };
  // Whatever else is there, such as a comment, comes after the value.
  const length = slice(text, inside).trim() === "" ? inside.length : 0;
  if (style.isOneLine || !startsLine(text, owner.offset))
    return { offset: inside.offset, length, text: key + print(value, style) };
  const outer = indentAt(text, container.offset);
  const indent = outer + style.indent;
  const end = length === inside.length ? style.lineEnd + outer : "";
  return {
    offset: inside.offset,
    length,
    text: style.lineEnd + indent + key + print(value, style, indent) + end,
  };
}

/** How a text is laid out. */
interface Style {
  indent: string;
  lineEnd: string;
  colon: string;
  comma: string;
  isOneLine: boolean;
}

function styleOf({ text, root }: JsonText): Style {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const isOneLine = !text.trim().includes("\n");
  const colonOffset = root?.children?.[0]?.colonOffset;
  const isTight = isOneLine && colonOffset !== undefined && /\S/.test(text.charAt(colonOffset + 1));
  return {
    indent: indent.startsWith("\t") ? "\t" : indent,
    lineEnd: text.includes("\r\n") ? "\r\n" : "\n",
    colon: isTight ? ":" : ": ",
    comma: isTight ? "," : ", ",
    isOneLine,
  };
}

/** The text of a value: over several lines, all but the first indented, or in one without `indent`. */
function print(value: unknown, style: Style, indent?: string): string {
  if (value instanceof WrittenValue)
    return value.print(style.lineEnd, style.isOneLine ? undefined : indent);
  if (style.colon === ":") return JSON.stringify(value);
  const lines = JSON.stringify(value, null, style.indent);
  if (indent !== undefined && !style.isOneLine)
    return lines.replaceAll("\n", style.lineEnd + indent);
  return lines
    .replace(/\[\n\s*/g, "[")
    .replace(/\n\s*\]/g, "]")
    .replace(/\n\s*/g, " ");
}

function propertyOf(node: Node | undefined): Node | undefined {
  return node?.parent?.type === "property" ? node.parent : undefined;
}

function isContainer({ type }: Node): boolean {
  return type === "object" || type === "array";
}

function endOf({ offset, length }: { offset: number; length: number }): number {
  return offset + length;
}

function slice(text: string, { offset, length }: { offset: number; length: number }): string {
  return text.slice(offset, offset + length);
}

/** Whether nothing but space precedes a place in its line. */
function startsLine(text: string, offset: number): boolean {
  return offset > 0 && text.slice(lineStart(text, offset), offset).trim() === "";
}

/** The space with which the line of a place begins. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
