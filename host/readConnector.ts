import { existsSync, realpathSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import {
  assignNames,
  Connector,
  ConnectorFile,
  type FileKind,
  type FolderFileKind,
  type Profile,
  profileOf,
} from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { isConnectorSettings, mayBecomeSettings, namedFiles } from "../connector/settings.js";
import { decode } from "../connector/text.js";
import { readersFor } from "./readers.js";

/** Beyond this a file of a connector is not read: the service takes about 1 MB. */
export const maximumBytes = 50_000_000;

/** What stands in for what is on disk, by absolute path: what an editor holds, or stdin. */
export type Overlay = ReadonlyMap<string, Uint8Array | string>;

export interface ReadOptions {
  /** The profile to judge by; told by the folder when absent. */
  profile?: Profile;
  /** A file that counts as this kind whatever its name. */
  named?: { kind: FileKind; path: string } | undefined;
  overlay?: Overlay;
  /** Where files are looked for, too, that a `settings.json` names; nowhere when `null`. */
  currentFolder?: string | null;
  /** Beyond this a file is not read, in bytes on disk and in characters of a text at hand. */
  maximumSize?: number;
  /** Takes the path of a file that cannot be read and why; the rest is read all the same. */
  onUnreadable?(path: string, error: Error): void;
}

/**
 * Reads the connector in a folder.
 * @throws when the folder itself cannot be read
 */
export async function readConnector(folder: string, options: ReadOptions = {}): Promise<Connector> {
  const { paths, missing, names } = await listFiles(folder, options);
  const files = await Promise.all(
    [...paths].map(async ([kind, path]) => {
      const content = await readContent(path, options);
      return content === undefined ? [] : [new ConnectorFile(kind, path, content)];
    }),
  );
  return new Connector(files.flat(), options.profile ?? profileOf(resolve(folder)), {
    readers: await readersFor(paths.keys()),
    folder: { path: resolve(folder), names },
    missing: [...missing.keys()],
  });
}

/** What a folder holds of a connector. */
export interface Listing {
  /** The absolute paths of its files. */
  paths: Map<FileKind, string>;
  /** Where its settings name a file that is not there. */
  missing: Map<FolderFileKind, string>;
  /** The names of all that lies in the folder. */
  names: readonly string[];
}

/**
 * Lists the files of the connector in a folder. Files that a `settings.json` names
 * count instead of those with the usual names; they are looked for beside it, then in the current
 * folder, as paconn did.
 * @throws when the folder itself cannot be read
 */
export async function listFiles(folder: string, options: ReadOptions = {}): Promise<Listing> {
  const { overlay = new Map<string, Uint8Array | string>(), currentFolder = process.cwd() } =
    options;
  const inFolder = (path: string) => dirname(path) === resolve(folder);
  const names = new Set(
    await readdir(folder).catch((error: unknown) => {
      // What an editor has not saved yet may be in a folder that does not exist yet.
      if ([...overlay.keys()].some(inFolder)) return [];
      throw error;
    }),
  );
  for (const path of overlay.keys())
    if (inFolder(path)) names.add(path.slice(dirname(path).length + 1));
  const paths = new Map<FileKind, string>();
  const missing = new Map<FolderFileKind, string>();
  for (const [kind, name] of Object.entries(assignNames([...names])))
    paths.set(kind as FileKind, join(resolve(folder), name));

  if (options.named !== undefined) paths.set(options.named.kind, options.named.path);
  const settingsPath = paths.get("settings");
  const settings = settingsPath && (await readContent(settingsPath, options));
  if (settings === undefined) paths.delete("settings");
  else if (settingsPath !== undefined) {
    const json = new JsonText(typeof settings === "string" ? settings : decode(settings).text);
    const { value } = json;
    const isBeside = paths.has("apiDefinition") || paths.has("apiProperties");
    // Editors and frameworks have files of that name, too.
    const isOwn = isConnectorSettings(value) || (isBeside && mayBecomeSettings(json));
    if (!isOwn) paths.delete("settings");
    const exists = (path: string) => overlay.has(path) || existsSync(path);
    for (const [kind, name] of Object.entries(namedFiles(value)) as [FolderFileKind, string][]) {
      if (kind === options.named?.kind) continue;
      const beside = resolve(dirname(settingsPath), name);
      const candidates = [
        beside,
        ...(currentFolder === null ? [] : [resolve(currentFolder, name)]),
      ];
      const path = candidates.find(exists) ?? beside;
      // A file must not make us read, and show, whatever else is on the machine.
      const isInCurrent = currentFolder !== null && isWithin(path, currentFolder);
      if (!isWithin(path, dirname(settingsPath)) && !isInCurrent)
        options.onUnreadable?.(
          path,
          new Error("it lies outside of the connector and the current folder"),
        );
      else if (exists(path)) paths.set(kind, path);
      else missing.set(kind, path);
    }
  }
  return { paths, missing, names: [...names].sort() };
}

/** What a file holds; `undefined`, after telling so, when it cannot be read. */
async function readContent(
  path: string,
  { overlay, maximumSize = maximumBytes, onUnreadable }: ReadOptions,
): Promise<Uint8Array | string | undefined> {
  const check = (size: number, unit: string) => {
    if (size > maximumSize)
      throw new Error(
        `it has ${size} ${unit}; more than ${maximumSize} are not read here, and the service takes about 1 MB`,
      );
  };
  const content = overlay?.get(path);
  try {
    if (content !== undefined) {
      check(content.length, typeof content === "string" ? "characters" : "bytes");
      return content;
    }
    const found = await stat(path);
    if (!found.isFile()) throw new Error(found.isDirectory() ? "it is a folder" : "it is no file");
    check(found.size, "bytes");
    return await readFile(path);
  } catch (error) {
    onUnreadable?.(path, error as Error);
    return undefined;
  }
}

/** Whether a path leads into a folder, links followed. */
function isWithin(path: string, folder: string): boolean {
  const real = realPathOf(path);
  const fromFolder = relative(realPathOf(folder), real);
  return fromFolder !== "" && !fromFolder.startsWith("..") && !isAbsolute(fromFolder);
}

function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPathOf(dirname(path)), basename(path));
}
