import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Connector, ConnectorFile, type FileKind } from "../../connector/connector.js";
import { type Exact, exactValue, memberOf } from "../../connector/exactJson.js";
import type { NamedFiles } from "../../connector/settings.js";
import { reasonOf, UserError } from "../../host/errors.js";
import { listFiles } from "../../host/readConnector.js";
import { isUnfinished } from "../../host/writeTogether.js";
import type { World } from "../command.js";
import { printable } from "../printable.js";
import { readSettings, type SettingsFile } from "./settingsFile.js";

/** The options that say which files a connector has. */
export interface FileOptions {
  apiDef?: string;
  apiProp?: string;
  icon?: string;
  script?: string;
  settings?: string;
}

/** A connector on this machine, read whole, as it is sent. */
export interface LocalConnector {
  /** Where its files are. */
  folder: string;
  /** Where its `settings.json` is written: where paconn is run when files are named, as it always was. */
  settingsFolder: string;
  settings?: SettingsFile;
  /** As the user would write the paths. */
  shown(path: string): string;
  connector: Connector;
  definitionFile: ConnectorFile;
  definition: Exact;
  propertiesFile: ConnectorFile;
  /** The `properties` of the file. */
  properties: Exact | undefined;
  icon?: BinaryFile;
  script?: BinaryFile;
  /** The names of its files for a `settings.json`, also of those that are missing. */
  names: NamedFiles;
}

export interface BinaryFile {
  path: string;
  name: string;
  bytes: Uint8Array;
}

/** The service takes no larger file: 1 MB. */
export const maximumFileBytes = 1_048_576;

const options = { apiDefinition: "--api-def", apiProperties: "--api-prop" } as const;

/**
 * Reads the connector that is meant: in a folder, with its `settings.json`; or just the files that are named, as paconn
 * takes them; or those that a settings file names.
 * @throws UserError
 */
export async function readLocalConnector(
  given: FileOptions,
  folder: string | undefined,
  world: World,
): Promise<LocalConnector> {
  const named: Partial<Record<FileKind, string>> = {};
  for (const [kind, path] of [
    ["apiDefinition", given.apiDef],
    ["apiProperties", given.apiProp],
    ["icon", given.icon],
    ["script", given.script],
  ] as const)
    if (path !== undefined) named[kind] = path;
  const isNamedOnly =
    folder === undefined && given.settings === undefined && Object.keys(named).length > 0;
  const settingsPath = given.settings ?? (isNamedOnly ? undefined : settingsIn(folder ?? "."));
  const settings = settingsPath === undefined ? undefined : await readSettings(settingsPath);

  const at = folder ?? (given.settings === undefined ? "." : dirname(given.settings));
  if (isUnfinished(at))
    throw new UserError(
      `A download into ${at === "." ? "the current folder" : at} was interrupted, so its files are of two versions.`,
      "`paconn download` ends it; or remove the folder that begins with .paconn-whole.",
    );
  const paths = new Map<FileKind, string>();
  if (!isNamedOnly)
    for (const [kind, path] of await filesIn(at, settingsPath, world)) paths.set(kind, path);
  for (const [kind, path] of Object.entries(named)) paths.set(kind as FileKind, resolve(path));
  // The path of a file in a folder that was given is shown below it.
  const shown = (path: string) => {
    const original = Object.values(named).find((each) => resolve(each) === path);
    if (original !== undefined) return original;
    const beside = resolve(at);
    return path.startsWith(beside) ? join(at, path.slice(beside.length + 1)) : path;
  };

  const files: ConnectorFile[] = [];
  for (const kind of ["apiDefinition", "apiProperties"] as const) {
    const path = paths.get(kind);
    if (path === undefined) {
      const what = kind === "apiDefinition" ? "API definition" : "file with API properties";
      throw new UserError(
        isNamedOnly
          ? `No ${what} is named.`
          : `There is no ${what} in ${at === "." ? "the current folder" : at}.`,
        `Name it with ${options[kind]} FILE, or give the folder of the connector.`,
      );
    }
    if (!existsSync(path))
      throw new UserError(
        `${shown(path)} cannot be read: it does not exist.`,
        `Name it with ${options[kind]} FILE, or give the folder of the connector.`,
      );
    files.push(new ConnectorFile(kind, path, await read(path, shown(path))));
  }
  const [definitionFile, propertiesFile] = files as [ConnectorFile, ConnectorFile];
  for (const file of files) refuseBroken(file, shown(file.path));
  const definition = exactValue(definitionFile.json)!;
  const properties = memberOf(exactValue(propertiesFile.json), "properties");
  const settingsFolder =
    isNamedOnly || (folder === undefined && given.settings !== undefined) ? "." : at;
  const names: NamedFiles = {};
  for (const kind of ["apiDefinition", "apiProperties", "icon", "script"] as const) {
    const path = paths.get(kind);
    if (path !== undefined)
      names[kind] = named[kind] ?? relative(resolve(settingsFolder), path).replaceAll("\\", "/");
  }
  const icon = await binary("icon");
  const script = await binary("script");
  return {
    folder: isNamedOnly ? dirname(definitionFile.path) : at,
    settingsFolder,
    ...(settings !== undefined && { settings }),
    shown,
    connector: new Connector(files, "custom"),
    definitionFile,
    definition,
    propertiesFile,
    properties,
    names,
    ...(icon !== undefined && { icon }),
    ...(script !== undefined && { script }),
  };

  async function binary(kind: "icon" | "script"): Promise<BinaryFile | undefined> {
    const path = paths.get(kind);
    if (path === undefined) return undefined;
    if (!existsSync(path)) {
      if (named[kind] !== undefined)
        throw new UserError(
          `${named[kind]}, which --${kind} names, does not exist. Nothing was sent.`,
          `Leave --${kind} out to send the connector without it.`,
        );
      world.stderr.write(
        printable(
          `paconn: ${shown(path)} does not exist, although settings.json names it; nothing is sent for it.\n`,
          "\n",
        ),
      );
      return undefined;
    }
    const bytes = await read(path, shown(path), maximumFileBytes);
    return { path, name: basename(path), bytes };
  }
}

function settingsIn(folder: string): string | undefined {
  const path = join(folder, "settings.json");
  return existsSync(path) ? path : undefined;
}

async function filesIn(
  folder: string,
  settingsPath: string | undefined,
  world: World,
): Promise<Map<FileKind, string>> {
  try {
    const { paths, missing } = await listFiles(folder, {
      ...(settingsPath !== undefined && {
        named: { kind: "settings", path: resolve(settingsPath) },
      }),
      onUnreadable: (path, error) =>
        world.stderr.write(printable(`paconn: ${path} is left out: ${reasonOf(error)}.\n`, "\n")),
    });
    // What is named and not there is told when it is read, rather than that another file is sent.
    return new Map([...paths, ...missing]);
  } catch (error) {
    throw new UserError(`${folder} cannot be read: ${reasonOf(error)}.`);
  }
}

async function read(path: string, shown: string, maximum = 50_000_000): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maximum)
      throw new UserError(
        `${shown} has ${size} bytes; the service takes files up to ${maximum}.`,
        "Make it smaller.",
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown} cannot be read: ${reasonOf(error)}.`, undefined, 3);
  }
}

/** What is no JSON cannot be sent, whatever the rules say. */
function refuseBroken(file: ConnectorFile, shown: string): void {
  if (file.encodingProblem !== undefined)
    throw new UserError(
      `${shown} is ${file.encodingProblem.encoding}, and the service takes UTF-8.`,
      "`paconn validate` tells where.",
    );
  const { json } = file;
  const problem = json.problems.find(({ type }) => type !== "duplicateKey");
  if (problem !== undefined) {
    const { line, character } = json.lines.position(problem.offset);
    throw new UserError(
      `${shown}:${line + 1}:${character + 1}: This is not valid JSON${problem.type === "syntax" ? `: ${problem.expected}` : ""}.`,
      "`paconn validate` tells all that is wrong.",
    );
  }
  if (!file.isJudgeable) throw new UserError(`${shown}: The file must hold a JSON object.`);
}
