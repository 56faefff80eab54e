import {
  type CompletionItem,
  CompletionItemTag,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
  type TextEdit,
} from "vscode-languageserver-types";
import { changesOf } from "../connector/edit.js";
import { blocks } from "./completion/blocks.js";
import type { Candidate, Setting, Source } from "./completion/candidate.js";
import { type Cursor, cursorAt } from "./completion/cursor.js";
import { expressions } from "./completion/expressions.js";
import { keys } from "./completion/keys.js";
import { names } from "./completion/names.js";
import { paths } from "./completion/paths.js";
import { policies } from "./completion/policies.js";
import { securityDefinitions } from "./completion/securityDefinitions.js";
import { signIn } from "./completion/signIn.js";
import { plainInSnippet, withoutPlaces } from "./completion/snippet.js";
import { values } from "./completion/values.js";
import type { Draft, Place } from "./draft.js";
import { plainText } from "./plainText.js";
import { schemasAt } from "./schemas.js";
import type { Support } from "./support.js";

/**
 * All that know what may be written, the more particular ones first. Of keys that are alike the first one counts; of values,
 * those of the first source that knows any, since it knows more of the place than the schemas do.
 */
const sources: readonly Source[] = [
  policies,
  expressions,
  signIn,
  securityDefinitions,
  blocks,
  paths,
  names,
  values,
  keys,
];

/** What may be written at a place. */
export function complete(place: Place, support: Support): CompletionItem[] {
  const { draft, offset } = place;
  const { file } = draft;
  if (!file.isJson) return [];
  const cursor = cursorAt(draft, offset);
  if (cursor === undefined) return [];
  const written = (pointer: string) => draft.value(pointer);
  const at = cursor.what === "key" ? (cursor.container ?? "") : cursor.pointer;
  const schemas = schemasAt(file.kind, at, written);
  const setting: Setting = { place, file, draft, cursor, schemas, written };
  const candidates = new Map<string, Candidate>();
  for (const source of sources) {
    for (const candidate of source(setting))
      if (!candidates.has(candidate.label)) candidates.set(candidate.label, candidate);
    if (cursor.what === "value" && candidates.size > 0) break;
  }
  const style = styleOf(draft, cursor);
  return [...candidates.values()].flatMap((candidate, index) =>
    itemOf(candidate, index, setting, style, support),
  );
}

/** How what is inserted is laid out. */
interface Style {
  indent: string;
  lineEnd: string;
  /** The space before the line of the cursor. */
  around: string;
}

function styleOf({ text, lines }: Draft, { token }: Cursor): Style {
  const indent = /\n([ \t]+)\S/.exec(text.slice(0, 10_000))?.[1] ?? "  ";
  const line = lines.line(lines.position(token.offset).line);
  return {
    indent: indent.startsWith("\t") ? "\t" : indent,
    lineEnd: text.slice(0, 10_000).includes("\r\n") ? "\r\n" : "\n",
    around: /^[ \t]*/.exec(line)![0],
  };
}

function itemOf(
  candidate: Candidate,
  index: number,
  { place, draft, file, cursor }: Setting,
  style: Style,
  { snippets, markdown, commitCharacters, overwrites }: Support,
): CompletionItem[] {
  const { label, words, kind, detail, documentation, rank = 5, insert, also = [] } = candidate;
  const isPart = "over" in insert;
  const kept = overwrites || isPart ? noQuotes : quotesAround(place, cursor);
  const snippet = snippetOf(insert, kept.behind > 0 ? { ...cursor, hasValue: true } : cursor);
  // Text can only take the place of a text.
  if (snippet === undefined) return [];
  if (kept.before > 0 && !snippet.body.startsWith('"')) return [];
  const body = snippet.body.slice(kept.before, snippet.body.length - kept.behind);
  const isSnippet = snippets && snippet.hasPlaces;
  const comma = cursor.needsComma && !isPart && kept.behind === 0 ? "," : "";
  const written = isSnippet
    ? body.replaceAll("\t", style.indent) + comma
    : withoutPlaces(body).replaceAll("\t", style.indent).replaceAll("\n", `\n${style.around}`) +
      comma;
  const over = isPart ? insert.over : cursor.token;
  const others = changesOf(file, also).map(({ offset, length, text }) => {
    const span = draft.span({ offset, length });
    return span && { ...span, text };
  });
  // It is of no use without the rest.
  if ((also.length > 0 && others.length === 0) || others.includes(undefined)) return [];
  const elsewhere = [
    ...(cursor.commaAt === undefined ? [] : [{ offset: cursor.commaAt, length: 0, text: "," }]),
    ...others.filter((each) => each !== undefined),
  ];
  const edits = elsewhere.map(
    ({ offset, length, text }): TextEdit => ({
      range: draft.lines.range(offset, length),
      newText: text,
    }),
  );
  const typed = words === undefined ? label : `${label} ${words}`;
  const isQuoted = cursor.isText && !isPart && kept.before === 0;
  const filterText = isQuoted ? JSON.stringify(typed) : typed;
  return [
    {
      label: label === "" ? '""' : label,
      kind,
      ...(detail !== undefined && { detail }),
      ...(documentation && { documentation: documented(documentation, markdown) }),
      ...(candidate.isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
      // Before the texts of the file that VS Code's own support for JSON offers, which begin with a quote.
      sortText: `!${rank}${String(index).padStart(5, "0")}`,
      // Where it says nothing new, old versions of Neovim need it to be absent.
      ...(filterText !== label && { filterText }),
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range: draft.lines.range(
          over.offset + kept.before,
          over.length - kept.before - kept.behind,
        ),
        newText: written.replaceAll("\n", style.lineEnd),
      },
      ...(edits.length > 0 && { additionalTextEdits: edits }),
      ...(commitCharacters && commits(candidate, cursor)),
    },
  ];
}

/** How many quotes of the text that is being written stand before a place and behind it. */
function quotesAround({ offset }: Place, { token, isText }: Cursor): typeof noQuotes {
  if (!isText) return noQuotes;
  return { before: 1, behind: offset < token.offset + token.length ? 1 : 0 };
}

const noQuotes = { before: 0, behind: 0 };

/** The character with which a bare value is chosen and that is written behind it; inside a text any one may go on. */
function commits(
  { insert }: Candidate,
  { isText, needsComma }: Cursor,
): { commitCharacters?: string[] } {
  return "value" in insert && !isText && !needsComma ? { commitCharacters: [","] } : {};
}

/** What a candidate writes in the place of the token at the cursor; nothing when it does not fit there. */
function snippetOf(
  insert: Candidate["insert"],
  { what, hasValue }: Cursor,
): { body: string; hasPlaces: boolean } | undefined {
  const plain = (text: string) => ({ body: plainInSnippet(text), hasPlaces: false });
  if ("text" in insert) return plain(insert.text);
  if ("part" in insert) return { body: insert.part, hasPlaces: true };
  if ("key" in insert) {
    if (what !== "key") return undefined;
    const key = JSON.stringify(insert.key);
    return hasValue ? plain(key) : { body: `${plain(key).body}: ${insert.body}`, hasPlaces: true };
  }
  if ("members" in insert)
    return what === "key" && !hasValue ? { body: insert.members, hasPlaces: true } : undefined;
  if (what !== "value") return undefined;
  return "value" in insert
    ? plain(JSON.stringify(insert.value))
    : { body: insert.body, hasPlaces: true };
}

function documented(text: string, markdown: boolean): MarkupContent {
  return markdown
    ? { kind: MarkupKind.Markdown, value: text }
    : { kind: MarkupKind.PlainText, value: plainText(text) };
}
