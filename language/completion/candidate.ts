import type { CompletionItemKind } from "vscode-languageserver-types";
import type { ConnectorFile } from "../../connector/connector.js";
import type { JsonEdit } from "../../connector/edit.js";
import type { Pointer } from "../../connector/pointer.js";
import type { Span } from "../../connector/text.js";
import type { Draft, Place } from "../draft.js";
import type { JsonSchema } from "../schemas.js";
import type { Cursor } from "./cursor.js";

/** Something that may be written at a cursor. */
export interface Candidate {
  /** What is shown, and what the author types to get it. */
  label: string;
  /** Further words that authors may type to get it. */
  words?: string | undefined;
  kind: CompletionItemKind;
  /** What it is in a few words, beside the label. */
  detail?: string | undefined;
  /** What it means, in Markdown. */
  documentation?: string | undefined;
  isDeprecated?: boolean;
  /** Candidates are sorted by it, then as they were listed; 5 when absent. */
  rank?: number;
  insert: Insert;
  /** What is changed elsewhere in the same file when it is chosen. */
  also?: readonly JsonEdit[];
}

/** What is written for a candidate. */
export type Insert =
  /** A value; of text inside quotes, only what it says. */
  | { value: unknown }
  /** A member; its value is a snippet of JSON. */
  | { key: string; body: string }
  /** Any JSON, as a snippet: `$1` and `${1:text}` are places to fill; lines are indented by tabs. */
  | { body: string }
  /** Members of an object as a snippet: `"a": $1,\n"b": $2`. */
  | { members: string }
  /** A part of a text that is written already, told by its place in the text of the file. */
  | { text: string; over: Span }
  /** The same as a snippet. */
  | { part: string; over: Span };

/** What those who know what may be written are told of the place. */
export interface Setting {
  place: Place;
  file: ConnectorFile;
  draft: Draft;
  cursor: Cursor;
  /** The schemas of the value; of a key, those of its object. */
  schemas: readonly JsonSchema[];
  /** What is written at a pointer at the moment. */
  written(pointer: Pointer): unknown;
}

/** Knows what may be written at some cursors; nothing for others. */
export type Source = (setting: Setting) => readonly Candidate[];
