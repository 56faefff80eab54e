import { resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TextDocumentIdentifier } from "vscode-languageserver-types";
import { asArray, isObject } from "../connector/values.js";

/** The absolute path that a URI stands for; `undefined` for what is no file, such as an unnamed buffer. */
export function pathOf(uri: string): string | undefined {
  try {
    const url = new URL(uri);
    // What an editor names has no end: `file:///connector/` is the folder without its slash.
    return url.protocol === "file:" ? resolve(fileURLToPath(url)) : undefined;
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function isAtOrBelow(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether what an editor sent names a document; the guard of the library fails on `null`. */
export function isDocument(value: unknown): value is TextDocumentIdentifier {
  return isObject(value) && typeof value.uri === "string";
}

/** The paths of the files or folders that an editor sent a list of; what names none is passed over. */
export function pathsOf(values: unknown): string[] {
  return asArray(values).flatMap((each) => (isDocument(each) ? (pathOf(each.uri) ?? []) : []));
}
