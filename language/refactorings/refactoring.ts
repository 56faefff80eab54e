import type { CodeActionKind } from "vscode-languageserver-types";
import type { Connector, ConnectorFile, FileKind } from "../../connector/connector.js";
import type { JsonEdit } from "../../connector/edit.js";
import { type Pointer, parent } from "../../connector/pointer.js";

/** Something that can be done at a place, whether or not anything is wrong there. */
export interface Refactoring {
  /** Starts with a verb and names the things. */
  title: string;
  kind: CodeActionKind;
  /** The file that it changes, which may be another one. */
  file: FileKind;
  edits: readonly JsonEdit[];
  /** Where something is missing that it adds. */
  mends?: Pointer;
}

/** Where a refactoring is asked for. */
export interface Situation {
  connector: Connector;
  file: ConnectorFile;
  pointer: Pointer;
}

/** Knows what can be done at some places; nothing at others. */
export type RefactoringSource = (situation: Situation) => readonly Refactoring[];

/** Whether a place is an object itself, or something that is written directly in it, its larger members left out. */
export function isAtHead({ file, pointer }: Situation, owner: Pointer): boolean {
  return pointer === owner || (parent(pointer) === owner && !file.json.isContainer(pointer));
}

/** Whether a place is something or lies in it. */
export function isIn({ pointer }: Situation, owner: Pointer): boolean {
  return pointer === owner || pointer.startsWith(`${owner}/`);
}
