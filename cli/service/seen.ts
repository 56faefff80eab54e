import { createHash } from "node:crypto";
import { mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Exact, printExact } from "../../connector/exactJson.js";
import { asString, isObject } from "../../connector/values.js";
import { reasonOf, UserError } from "../../host/errors.js";
import { writeAtomically } from "../../host/writeAtomically.js";
import type { World } from "../command.js";
import { stateFolder } from "../powerApps/stateFolder.js";
import { printable } from "../printable.js";

/** Which connector, as which folder has it: two copies on one machine have seen different things. */
export interface SeenKey {
  powerAppsUrl: string;
  environment: string;
  connectorId: string;
  /** The folder of its files. */
  folder: string;
}

/** What a folder last saw of a connector on the server. */
export interface Seen {
  /** ISO 8601, as the server tells it. */
  changedTime: string;
  modifiedBy?: string;
  /** `hashOf` what was downloaded or sent. */
  hash: string;
}

/** What the folder last saw; `undefined` when it never did, or what was kept cannot be read. */
export async function readSeen(key: SeenKey, world: World): Promise<Seen | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(await pathOf(key, world), "utf8"));
    if (!isObject(value)) return undefined;
    const changedTime = asString(value.changedTime);
    const modifiedBy = asString(value.modifiedBy);
    if (changedTime === undefined) return undefined;
    return {
      changedTime,
      hash: asString(value.hash) ?? "",
      ...(modifiedBy !== undefined && { modifiedBy }),
    };
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was seen in a file of its own, so that no two processes write the same one.
 * @throws UserError
 */
export async function writeSeen(key: SeenKey, seen: Seen, world: World): Promise<void> {
  const path = await pathOf(key, world);
  try {
    await mkdir(stateFolder(world.env), { recursive: true, mode: 0o700 });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new UserError(`${dirname(path)} cannot be made: ${reasonOf(error)}.`, undefined, 3);
  }
  await writeAtomically(path, `${JSON.stringify({ version: 1, ...key, ...seen }, null, 2)}\n`);
}

/** Keeps what was seen; what was done already is not undone when that fails, only told. */
export async function rememberOrWarn(key: SeenKey, seen: Seen, world: World): Promise<void> {
  try {
    await writeSeen(key, seen, world);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    world.stderr.write(
      printable(`paconn: What the server has could not be remembered: ${error.message}\n`, "\t\n"),
    );
  }
}

/** What a connector says, on either side. */
export interface Content {
  definition: Exact;
  /** The `properties` of its properties file. */
  properties: Exact | undefined;
  icon?: Uint8Array | undefined;
  script?: Uint8Array | undefined;
}

function withSortedKeys(value: Exact): Exact {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (!(value instanceof Map)) return value;
  return new Map(
    [...value]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, withSortedKeys(item)]),
  );
}

/** Tells whether a connector says what it said, icon and script included; `stackOwner` is not kept by the server. */
export function hashOf({ definition, properties, icon, script }: Content): string {
  const kept = properties instanceof Map ? new Map(properties) : null;
  kept?.delete("stackOwner");
  // In what order the properties stand says nothing.
  const sorted = kept && withSortedKeys(kept);
  const part = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
  return part(
    [printExact(definition), printExact(sorted), icon ?? "", script ?? ""].map(part).join(" "),
  );
}

async function pathOf(key: SeenKey, world: World): Promise<string> {
  const folder = await realpath(key.folder).catch(() => resolve(key.folder));
  const name = createHash("sha256")
    .update([new URL(key.powerAppsUrl).origin, key.environment, key.connectorId, folder].join("\0"))
    .digest("hex");
  return join(stateFolder(world.env), "connectors", `${name.slice(0, 32)}.json`);
}
