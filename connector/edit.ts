import { type FormattingOptions, modify } from "jsonc-parser";
import { JsonText } from "./json.js";
import { lastSegment, type Pointer, parent, segments } from "./pointer.js";

/**
 * A change of a JSON file, told by what it means. `set` gives a member or an item its value and adds
 * it when it is missing (`-` as last segment: after the last item); `renameKey` keeps the value.
 * `cut` takes out what is no JSON at all and so has no pointer, such as a comment.
 */
export type JsonEdit =
  | { set: Pointer; value: unknown }
  | { remove: Pointer }
  | { renameKey: Pointer; to: string }
  | { cut: { offset: number; length: number } };

/** Replaces `length` UTF-16 units at `offset` by `text`. */
export interface TextChange {
  offset: number;
  length: number;
  text: string;
}

/**
 * The text after all edits, each understood in the text that the ones before it left. Bytes that
 * no edit concerns stay as they are; what is added follows the indentation and line ends in use.
 */
export function applyEdits(text: string, edits: readonly JsonEdit[]): string {
  let result = text;
  // What has no pointer is told by offsets of the text as it was: the last one goes first.
  const cuts = edits.filter((edit) => "cut" in edit).sort((a, b) => b.cut.offset - a.cut.offset);
  for (const { cut } of cuts)
    result = result.slice(0, cut.offset) + result.slice(cut.offset + cut.length);
  for (const edit of edits)
    for (const change of changesOf(result, edit).sort((a, b) => b.offset - a.offset))
      result =
        result.slice(0, change.offset) + change.text + result.slice(change.offset + change.length);
  return result;
}

function changesOf(text: string, edit: JsonEdit): TextChange[] {
  if ("cut" in edit) return [];
  const json = new JsonText(text);
  if ("renameKey" in edit) {
    const key = json.node(edit.renameKey)?.parent?.children?.[0];
    return key === undefined
      ? []
      : [{ offset: key.offset, length: key.length, text: JSON.stringify(edit.to) }];
  }
  const options = { formattingOptions: formattingOf(text) };
  const pointer = "set" in edit ? edit.set : edit.remove;
  const value = "set" in edit ? edit.value : undefined;
  const path = pathOf(json, pointer);
  if ("remove" in edit && json.node(pointer) === undefined) return [];
  const edits = modify(text, path, value, { ...options, isArrayInsertion: path.at(-1) === -1 });
  return edits.map(({ offset, length, content }) => ({ offset, length, text: content }));
}

/** Array indices as numbers, as jsonc-parser wants them; -1 is the place after the last item. */
function pathOf(json: JsonText, pointer: Pointer): (string | number)[] {
  const path: (string | number)[] = segments(pointer);
  for (let at = pointer, index = path.length - 1; index >= 0; at = parent(at), index--)
    if (json.node(parent(at))?.type === "array") {
      const segment = lastSegment(at);
      path[index] = segment === "-" ? -1 : Number(segment);
    }
  return path;
}

/** The indentation and line end that a text uses. */
function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  return {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
    keepLines: false,
  };
}
