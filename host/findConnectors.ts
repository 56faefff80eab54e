import * as fs from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { assignNames, type FileKind } from "../connector/connector.js";
import { JsonText } from "../connector/json.js";
import { appendTo } from "../connector/keep.js";
import { isConnectorSettings, namedFiles } from "../connector/settings.js";
import { decode } from "../connector/text.js";
import { isObject, member } from "../connector/values.js";
import { reasonOf, UserError } from "./errors.js";
import { listFiles, type Overlay, type ReadOptions } from "./readConnector.js";

/** A connector that was asked for. */
export interface Target {
  /** The absolute path of its folder. */
  folder: string;
  /** The files whose findings are wanted, by absolute path; those of all files when absent. */
  only?: ReadonlySet<string>;
  /** A file that counts as this kind whatever its name. */
  named?: { kind: FileKind; path: string };
  /** The path under which a file is shown: relative to the current folder unless it was given as absolute. */
  shown(path: string): string;
}

const ignore = ["**/node_modules/**", "**/.git/**"];

/** Takes the absolute path of a folder into which one cannot look, and why. */
type OnClosed = (path: string, error: Error) => void;

/**
 * Finds the folders of the connectors in a folder and below it; `node_modules` and `.git` are skipped.
 * @param onClosed what is in such a folder is not found
 */
export async function findConnectors(
  folder: string,
  onClosed: OnClosed = () => {},
): Promise<string[]> {
  const paths = await glob(["**/*.swagger.json", "**/apiProperties.json", "**/settings.json"], {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    ignore,
    expandDirectories: false,
    fs: { readdir: telling(onClosed) },
  });
  const byFolder = new Map<string, string[]>();
  for (const path of paths.map((each) => resolve(each)))
    appendTo(byFolder, dirname(path), basename(path));
  const found = new Set<string>();
  /** Files that a `settings.json` of another folder names belong to that one. */
  const claimed = new Set<string>();
  for (const [at, names] of byFolder) {
    const assigned = assignNames(names);
    if (assigned.settings !== undefined) {
      const settings = resolve(at, assigned.settings);
      const named = namedFiles(await readJson(settings));
      if (named.apiDefinition !== undefined || named.apiProperties !== undefined) found.add(at);
      for (const name of Object.values(named)) {
        const path = resolve(at, name);
        if (dirname(path) !== at) claimed.add(path);
      }
    }
    if (assigned.apiDefinition !== undefined || assigned.apiProperties !== undefined) found.add(at);
  }
  for (const [at, names] of byFolder)
    if (names.every((name) => claimed.has(resolve(at, name)))) found.delete(at);
  // Links lead to the same connector by several ways; the shortest one counts.
  const byRealPath = new Map<string, string>();
  for (const folder of [...found].sort((a, b) => a.length - b.length)) {
    const real = await realpath(folder);
    if (!byRealPath.has(real)) byRealPath.set(real, folder);
  }
  return [...byRealPath.values()].sort();
}

/** Lists a folder for a search, which passes over what fails. */
function telling(onClosed: OnClosed): typeof fs.readdir {
  const list = (
    path: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void,
  ) =>
    fs.readdir(path, options, (error, entries) => {
      // What has gone meanwhile holds nothing.
      if (error !== null && error.code !== "ENOENT") onClosed(resolve(path), error);
      done(error, entries);
    });
  return list as typeof fs.readdir;
}

interface SearchOptions {
  cwd?: string;
  /** Takes what is to be told of a folder into which one cannot look, while there are connectors in others. */
  onClosed?(error: UserError): void;
}

/**
 * What folders, files and globs ask for, each connector once.
 * @throws UserError when a path does not exist or holds no connector
 */
export async function findTargets(
  paths: readonly string[],
  { cwd = process.cwd(), onClosed = () => {} }: SearchOptions = {},
): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const given of paths) {
    const shown = shownAs(given, cwd);
    const closed = new ClosedFolders(shown);
    for (const path of await expand(given, cwd, closed.add)) {
      if (await isFolder(path)) {
        const folders = await findConnectors(path, closed.add);
        if (folders.length === 0) throw closed.errors[0] ?? (await nothingFound(given, path));
        for (const folder of folders) targets.set(folder, { folder, shown });
      } else
        add(targets, await fileTarget(isAbsolute(given) ? path : relative(cwd, path), { cwd }));
    }
    closed.errors.forEach(onClosed);
  }
  return [...targets.values()];
}

/** The folders into which one could not look, each once. */
class ClosedFolders {
  private readonly byPath = new Map<string, UserError>();

  constructor(private readonly shown: Target["shown"]) {}

  readonly add: OnClosed = (path, error) => {
    const message = `${this.shown(path)} cannot be read: ${reasonOf(error)}.`;
    this.byPath.set(path, new UserError(message, undefined, 3));
  };

  get errors(): UserError[] {
    return [...this.byPath.values()];
  }
}

function add(targets: Map<string, Target>, added: Target) {
  // Two definitions in one folder are two connectors; two files of one connector are one.
  const key = added.named?.path ?? added.folder;
  const known = targets.get(key);
  if (known === undefined) targets.set(key, added);
  else if (known.only !== undefined)
    targets.set(key, { ...known, only: new Set([...known.only, ...added.only!]) });
}

/**
 * The connectors that files belong to, each once and whole. Files of none are passed over: a
 * commit has a `readme.md` or a `settings.json` of something else, too.
 */
export async function findWholeConnectors(
  files: readonly string[],
  { cwd = process.cwd(), onClosed = () => {} }: SearchOptions = {},
): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const file of files) {
    const path = resolve(cwd, file);
    if (await isFolder(path)) {
      const shown = shownAs(file, cwd);
      const closed = new ClosedFolders(shown);
      for (const folder of await findConnectors(path, closed.add))
        targets.set(folder, { folder, shown });
      closed.errors.forEach(onClosed);
      continue;
    }
    const found = await findConnectorOf(path);
    if (found !== undefined)
      targets.set(found.folder, { folder: found.folder, shown: shownAs(file, cwd) });
    // A definition of another name than the usual one, beside another definition or alone.
    if (kindByName(path) === "apiDefinition" && found?.kind !== "apiDefinition")
      add(targets, await fileTarget(file, { cwd }));
  }
  return [...targets.values()];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The connector that a file lies with. */
export interface Belonging {
  folder: string;
  /** What the file is to the connector; `undefined` when it only lies beside its files. */
  kind: FileKind | undefined;
}

/** Finds the connector of a file: the one in its folder, or one whose settings name the file. */
export async function findConnectorOf(
  path: string,
  options: ReadOptions = {},
): Promise<Belonging | undefined> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const listing = await listFiles(folder, options).catch(() => undefined);
    const files = listing?.paths ?? new Map<FileKind, string>();
    const isConnector = (["apiDefinition", "apiProperties", "settings"] as const).some((kind) =>
      files.has(kind),
    );
    if (isConnector) {
      const [kind] = [...files].find(([, each]) => each === path) ?? [];
      if (kind !== undefined || folder === dirname(path)) return { folder, kind };
    }
    if (fs.existsSync(join(folder, ".git")) || folder === dirname(folder)) return undefined;
  }
}

/** What a file is by its name, although perhaps not the one that its connector uses. */
export function kindByName(path: string): FileKind | undefined {
  const usual = Object.keys(assignNames([basename(path)]))[0] as FileKind | undefined;
  return usual ?? (/\.swagger\.json$/i.test(path) ? "apiDefinition" : undefined);
}

async function expand(given: string, cwd: string, onClosed: OnClosed): Promise<string[]> {
  const path = resolve(cwd, given);
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists || !isDynamicPattern(given)) return [path];
  const pattern = given.replaceAll("\\", "/");
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    ignore,
    onlyFiles: false,
    fs: { readdir: telling(onClosed) },
  });
  // A pattern such as `connectors/*` means connectors and their files, and passes over the rest.
  const fitting: string[] = [];
  for (const each of files.map((file) => resolve(file)).sort()) {
    if ((await stat(each)).isDirectory()) {
      if ((await findConnectors(each, onClosed)).length > 0) fitting.push(each);
    } else if (kindByName(each) !== undefined) fitting.push(each);
  }
  if (fitting.length === 0)
    throw new UserError(`${given}: No connector matches this pattern.`, "Check the pattern.");
  return fitting;
}

/**
 * A single file as a target. It is known by its name, else by what it holds, else it must be said.
 * @param content what stands in for the file on disk, which then need not exist
 * @throws UserError when it is no file of a connector
 */
export async function fileTarget(
  given: string,
  {
    kind,
    content,
    cwd = process.cwd(),
  }: { kind?: FileKind; content?: Uint8Array; cwd?: string } = {},
): Promise<Target> {
  const path = resolve(cwd, given);
  if (/^\.ya?ml$/i.test(extname(path)))
    throw new UserError(
      `${given}: Connectors are written in JSON, and this file is YAML.`,
      "Convert it to JSON and name it apiDefinition.swagger.json.",
    );
  if (content === undefined) {
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      (error) => {
        throw new UserError(`${given}: ${capitalized(reasonOf(error))}.`, "Check the path.");
      },
    );
    if (!isFile) throw new UserError(`${given}: This is no file.`, "Check the path.");
  }
  const usual = kindByName(path);
  // Most names say enough; what is read here is read again when the connector is.
  const value = async () =>
    content === undefined ? readJson(path) : new JsonText(decode(content).text).value;
  if ((kind ?? usual) === "settings" && !isConnectorSettings(await value()))
    throw new UserError(`${given}: These are not the settings of a connector.`);
  const found = kind ?? usual ?? kindByContent(await value());
  if (found === undefined)
    throw new UserError(
      `${given}: This is no file of a connector.`,
      "Name a folder with a connector, its apiDefinition.swagger.json or its apiProperties.json. With --api-def any file is read as a definition.",
    );
  const folder = dirname(path);
  const overlay: Overlay = new Map(content === undefined ? [] : [[path, content]]);
  const { paths } = await listFiles(folder, { overlay });
  return {
    folder,
    shown: shownAs(given, cwd),
    only: new Set([path]),
    // Its name, or the settings beside it, say that another file is the one of the connector.
    ...(paths.get(found) !== path && { named: { kind: found, path } }),
  };
}

function kindByContent(value: unknown): FileKind | undefined {
  if (member(value, "swagger") !== undefined || member(value, "openapi") !== undefined)
    return "apiDefinition";
  return isObject(member(member(value, "properties"), "connectionParameters"))
    ? "apiProperties"
    : undefined;
}

function shownAs(given: string, cwd: string): Target["shown"] {
  return (path) => (isAbsolute(given) ? path : relative(cwd, path) || ".").replaceAll(sep, "/");
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a definition in YAML does not count, and what to do. */
export const yamlAdvice =
  "Connectors are written in JSON, and this file is YAML.\nConvert it to JSON and name it apiDefinition.swagger.json.";

/** The path of a definition in YAML that lies in a folder. */
export async function findYaml(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  const name = names.find((each) => /^apiDefinition.*\.ya?ml$|\.swagger\.ya?ml$/i.test(each));
  return name && resolve(folder, name);
}

async function nothingFound(given: string, folder: string): Promise<UserError> {
  const [yaml] = await glob(["**/apiDefinition*.{yaml,yml}", "**/*.swagger.{yaml,yml}"], {
    cwd: folder,
    ignore,
    caseSensitiveMatch: false,
  });
  return yaml === undefined
    ? new UserError(
        `${given}: No connector was found here or below.`,
        "A connector is a folder with an apiDefinition.swagger.json or an apiProperties.json.",
      )
    : new UserError(
        `${given}: No connector was found here or below; connectors are written in JSON, and ${yaml} is YAML.`,
        "Convert it to JSON and name it apiDefinition.swagger.json.",
      );
}

async function readJson(path: string): Promise<unknown> {
  try {
    return new JsonText(decode(await readFile(path)).text).value;
  } catch {
    return undefined;
  }
}
