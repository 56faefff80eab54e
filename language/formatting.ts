import { format } from "jsonc-parser";
import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver-types";
import type { SeenFile } from "./draft.js";

/**
 * Lays a file out anew, with the indentation and the ends of lines that it has, and changes nothing else: values,
 * comments and the end of the file stay as they are. A text that is broken is left alone.
 * @param options what the editor is set to, for files that show no indentation
 */
export function formatting(
  { draft }: SeenFile,
  options: Partial<FormattingOptions>,
  range?: Range,
): TextEdit[] {
  const { file, text, lines } = draft;
  if (!file.isJson || !draft.isRead || !file.json.isComplete) return [];
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  const insertSpaces =
    indent === undefined ? options.insertSpaces === true : !indent.startsWith("\t");
  const tabSize = indent === undefined || !insertSpaces ? (options.tabSize ?? 2) : indent.length;
  const last = text.trimEnd().length;
  const start = range && lines.offset(range.start);
  return (
    format(
      text,
      // Without one the first line counts as not indented, however it is.
      start === undefined ? undefined : { offset: start, length: lines.offset(range!.end) - start },
      {
        insertSpaces,
        tabSize: Math.max(tabSize, 1),
        eol: text.includes("\r\n") ? "\r\n" : "\n",
        // What stands on one line was put there, unless everything is.
        keepLines: text.trim().includes("\n"),
      },
    )
      // The end of the file stays, and so does the space inside of brackets, of which every style has its own.
      .filter(({ offset, length, content }) => {
        const written = text.slice(offset, offset + length);
        const isInBrackets =
          /[[{]/.test(text.charAt(offset - 1)) || /[\]}]/.test(text.charAt(offset + length));
        const isInLine = !/[\r\n]/.test(written + content);
        return offset < last && written !== content && !(isInBrackets && isInLine);
      })
      .map(({ offset, length, content }) => ({
        range: lines.range(offset, length),
        newText: content,
      }))
  );
}
