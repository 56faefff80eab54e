import { resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

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
