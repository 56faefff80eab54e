import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, isAbsolute, join, normalize } from "node:path";
import { usualNames } from "../../connector/connector.js";
import {
  type Exact,
  exactValue,
  inOrderOf,
  isSameExact,
  memberOf,
  printExact,
} from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";
import { propertiesFile } from "../../connector/registration.js";
import { isConnectorSettings, namedFiles, settingsFile } from "../../connector/settings.js";
import { decode } from "../../connector/text.js";
import { reasonOf, UserError } from "../../host/errors.js";
import { finishWriting, writeTogether } from "../../host/writeTogether.js";
import { asUserError } from "../asUserError.js";
import { ExitCode, type World } from "../command.js";
import { ServiceError } from "../powerApps/serviceError.js";
import { SignInError } from "../powerApps/signInError.js";
import { printable } from "../printable.js";
import { Progress } from "../progress.js";
import { confirm, isInteractive } from "../prompts.js";
import { chooseConnector, chooseEnvironment } from "../service/choices.js";
import { connect, type Service, type ServiceOptions } from "../service/connect.js";
import { fetchConnector, type RemoteConnector } from "../service/remoteConnector.js";
import { hashOf, rememberOrWarn } from "../service/seen.js";
import { readSettings, type SettingsFile } from "../service/settingsFile.js";

interface Options extends ServiceOptions {
  env?: string;
  cid?: string;
  dest?: string;
  all?: true;
  overwrite?: true;
  settings?: string;
  json?: true;
}

interface Downloaded {
  connectorId: string;
  folder: string;
  /** The files that were written; the others said the same already. */
  written: string[];
  warnings: string[];
}

/** How many connectors are fetched at once. */
const atOnce = 4;

/** Downloads a connector, or all of an environment. */
export async function run(options: Options, _args: string[], world: World): Promise<ExitCode> {
  const settings =
    options.settings === undefined ? undefined : await readSettings(options.settings);
  if (options.all && options.cid !== undefined)
    throw new UserError(
      "--all downloads every connector, and --cid names one.",
      "Give one of the two.",
    );
  // Before anything is fetched, since it is clear already.
  if (
    options.dest !== undefined &&
    existsSync(options.dest) &&
    !statSync(options.dest).isDirectory()
  )
    throw new UserError(`${options.dest} is no folder.`, "Name a folder with --dest.");
  const service = await connect(options, world, settings);
  const environment = await chooseEnvironment(options.env, settings, service, world);
  if (options.all) return downloadAll(service, environment, options, world);
  const id = await chooseConnector(options.cid, settings, environment, service, world);
  const folder = options.dest ?? safeName(id);
  const downloaded = await downloadInto(folder, service, environment, id, settings, options, world);
  tell([downloaded], options, world);
  return ExitCode.Done;
}

async function downloadAll(
  service: Service,
  environment: string,
  options: Options,
  world: World,
): Promise<ExitCode> {
  const connectors = await service.client.connectors(environment);
  const downloaded: Downloaded[] = [];
  const progress = new Progress(connectors.length, world.stderr, "connectors");
  const waiting = connectors.map(({ name }) => name);
  let hasFailed = false;
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        const folder = join(options.dest ?? ".", safeName(id));
        downloaded.push(
          await downloadInto(folder, service, environment, id, undefined, options, {
            ...world,
            // Several are on their way: nobody can be asked.
            stdin: Object.assign(Object.create(world.stdin), { isTTY: false }),
          }),
        );
      } catch (error) {
        const told = asUserError(error);
        if (!(told instanceof UserError)) throw error;
        // Without an account the others fail the same way.
        if (
          error instanceof SignInError ||
          (error instanceof ServiceError && error.status === 401)
        ) {
          waiting.length = 0;
          throw error;
        }
        hasFailed = true;
        progress.clear();
        const todo = told.todo === undefined ? "" : `\n${told.todo}`;
        world.stderr.write(printable(`paconn: ${id}: ${told.message}${todo}\n`, "\t\n"));
      }
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  progress.clear();
  downloaded.sort((a, b) => (a.connectorId < b.connectorId ? -1 : 1));
  tell(downloaded, options, world);
  return hasFailed ? ExitCode.Failed : ExitCode.Done;
}

function tell(
  downloaded: readonly Downloaded[],
  { json, all }: Options,
  { stdout, stderr }: World,
): void {
  for (const { connectorId, warnings } of downloaded)
    for (const warning of warnings)
      stderr.write(printable(`paconn: ${connectorId}: ${warning}\n`, "\n"));
  if (json) {
    stdout.write(`${JSON.stringify(all ? { connectors: downloaded } : downloaded[0])}\n`);
    return;
  }
  for (const { connectorId, folder, written } of downloaded)
    stdout.write(
      printable(
        written.length === 0
          ? `${connectorId} is in ${folder} already; nothing has changed.\n`
          : `${connectorId} is in ${folder}: ${written.join(", ")}\n`,
        "\n",
      ),
    );
  if (all && downloaded.length === 0) stdout.write("There is no custom connector.\n");
}

/** Fetches everything, then writes what differs, all of it or nothing. */
async function downloadInto(
  folder: string,
  service: Service,
  environment: string,
  id: string,
  settings: SettingsFile | undefined,
  options: Options,
  world: World,
): Promise<Downloaded> {
  const remote = await fetchConnector(service, environment, id);
  finishWriting(folder);
  const textAt = (name: string): JsonText | undefined => {
    const bytes = readIfThere(join(folder, name));
    return bytes && new JsonText(decode(bytes).text);
  };
  const existing = (name: string): Exact | undefined => {
    const json = textAt(name);
    // What is broken says nothing, not even the same.
    return json?.isComplete ? exactValue(json) : undefined;
  };
  // Without settings on the command line, those that are here tell the names.
  const known = existing("settings.json");
  const own = known && textAt("settings.json")?.value;
  const isOwn = isConnectorSettings(own);
  const names =
    isOwn && settings === undefined
      ? namesOf({ path: join(folder, "settings.json"), value: own })
      : namesOf(settings);
  const stackOwner = memberOf(memberOf(existing(names.apiProperties), "properties"), "stackOwner");
  // The order of keys says nothing here, so that of the author stays.
  const properties = inOrderOf(
    propertiesFile(remote.told, stackOwner),
    existing(names.apiProperties),
  );
  const content = settingsFile(
    {
      connectorId: id,
      environment,
      apiProperties: names.apiProperties,
      apiDefinition: names.apiDefinition,
      powerAppsUrl: service.endpoints.powerAppsUrl,
      powerAppsApiVersion: service.apiVersion,
      ...(remote.icon && { icon: names.icon }),
      ...(remote.script && { script: names.script }),
    },
    isOwn ? known : undefined,
  );
  const files = new Map<string, Uint8Array>();
  // What says the same stays as its author laid it out.
  for (const [name, value] of [
    [names.apiProperties, properties],
    [names.apiDefinition, remote.definition],
    ["settings.json", content],
  ] as const)
    if (!isSameExact(existing(name), value))
      files.set(name, Buffer.from(`${printExact(value, 2)}\n`));
  for (const [name, bytes] of [
    [names.icon, remote.icon],
    [names.script, remote.script],
  ] as const)
    if (bytes !== undefined && !isSameFile(join(folder, name), bytes)) files.set(name, bytes);

  const warnings = [...remote.warnings];
  if (remote.script === undefined && existsSync(join(folder, names.script)))
    warnings.push(
      `${join(folder, names.script)} is here, but the connector has no script on the server; an update would send it.`,
    );
  await askToOverwrite(folder, [...files.keys()], options, world);
  if (files.size > 0) await writeTogether(folder, files, world.writeFile);
  await rememberDownload(service, environment, id, folder, remote, properties, world);
  return { connectorId: id, folder, written: [...files.keys()], warnings };
}

async function rememberDownload(
  service: Service,
  environment: string,
  connectorId: string,
  folder: string,
  remote: RemoteConnector,
  properties: Exact,
  world: World,
): Promise<void> {
  const { changedTime, modifiedBy } = remote.change;
  if (changedTime === undefined) return;
  await rememberOrWarn(
    { powerAppsUrl: service.endpoints.powerAppsUrl, environment, connectorId, folder },
    {
      changedTime,
      hash: hashOf({ ...remote, properties: memberOf(properties, "properties") }),
      ...(modifiedBy !== undefined && { modifiedBy }),
    },
    world,
  );
}

/** @throws UserError when files would be overwritten that must not */
async function askToOverwrite(
  folder: string,
  names: readonly string[],
  { overwrite }: Options,
  world: World,
): Promise<void> {
  if (overwrite) return;
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length === 0) return;
  const what = `${there.map((name) => join(folder, name)).join(", ")} ${there.length === 1 ? "differs" : "differ"} from the server`;
  if (isInteractive(world) && (await confirm(world, `${what}. Overwrite?`))) return;
  throw new UserError(
    `${what}. Nothing was written.`,
    "--overwrite overwrites without asking; `paconn diff --remote` compares.",
  );
}

/**
 * The names of the files: those of the settings, as long as they stay in the folder and are not hidden there, as the hooks
 * of git are.
 */
function namesOf(settings: SettingsFile | undefined) {
  const { apiDefinition, apiProperties, icon, script } = usualNames;
  const named = { apiDefinition, apiProperties, icon, script, ...namedFiles(settings?.value) };
  for (const [key, name] of Object.entries(named)) {
    const segments = normalize(name).split(/[\\/]/);
    if (
      isAbsolute(name) ||
      /^[a-z]:/i.test(name) ||
      segments.some((segment) => segment.startsWith("."))
    )
      throw new UserError(
        `${settings!.path}: "${key}" is ${name}, which leads out of the folder that is downloaded to, or to a hidden place.`,
        "Name a file in that folder.",
      );
  }
  const all = [
    "settings.json",
    ...Object.values(named).map((name) => normalize(name).toLowerCase()),
  ];
  if (new Set(all).size < all.length)
    throw new UserError(
      `${settings!.path}: Two files have the same name, and one would be lost.`,
      "Give each of the files another name than the others and than settings.json.",
    );
  return named;
}

/** The id of a connector as the name of a folder. It comes from outside, so it must not lead anywhere. */
function safeName(id: string): string {
  if (id === "" || id !== basename(id) || /^\.\.?$|[\\/:*?"<>|\p{Cc}]|[. ]$/u.test(id))
    throw new UserError(
      `"${id}" is no id of a connector, and no folder is named so.`,
      "`paconn list` tells the ids.",
    );
  return id;
}

function isSameFile(path: string, bytes: Uint8Array): boolean {
  return readIfThere(path)?.equals(bytes) ?? false;
}

/** @throws UserError when a file is there that cannot be read */
function readIfThere(path: string): Buffer | undefined {
  try {
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}.`, undefined, 3);
  }
}
