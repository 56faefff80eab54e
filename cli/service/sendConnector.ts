import { type Exact, memberOf, printExact, wholeValue } from "../../connector/exactJson.js";
import {
  maskedProperties,
  nameOf,
  type OAuthParameter,
  registration,
} from "../../connector/registration.js";
import { UserError } from "../../host/errors.js";
import { asUserError } from "../asUserError.js";
import type { World } from "../command.js";
import { ServiceError } from "../powerApps/serviceError.js";
import { printable } from "../printable.js";
import { judgeLocally, showFindings } from "./beforeSending.js";
import type { Service } from "./connect.js";
import {
  type FileOptions,
  type LocalConnector,
  maximumFileBytes,
  readLocalConnector,
} from "./localConnector.js";
import { changeIn } from "./remoteConnector.js";
import { hashOf, type SeenKey, writeSeen } from "./seen.js";
import { locate, readServiceText, serviceFindings } from "./serviceFindings.js";

/** What `create` and `update` have in common. */
export interface SendOptions extends FileOptions {
  validate: boolean;
  dryRun?: true;
  json?: true;
}

/**
 * Reads what is to be sent; `undefined` when our own rules find errors in it, which are shown then.
 * @throws UserError
 */
export async function readForSending(
  options: SendOptions,
  folder: string | undefined,
  world: World,
): Promise<LocalConnector | undefined> {
  const local = await readLocalConnector(options, folder, world);
  const size = Buffer.byteLength(printExact(local.definition));
  if (size > maximumFileBytes)
    throw new UserError(
      `${local.shown(local.definitionFile.path)} has ${size} bytes without its spaces; the service takes definitions up to ${maximumFileBytes}.`,
    );
  if (!options.validate) return local;
  const findings = await judgeLocally(local);
  showFindings(findings, local, world);
  if (!findings.some(({ severity }) => severity === "error")) return local;
  world.stderr.write(
    "Nothing was sent because of the errors; --no-validate sends it all the same.\n",
  );
  return undefined;
}

/** Asks the service what it says of the definition, and shows it; `false` when it refuses it. */
export async function validateAtService(
  { client, objectId }: Service,
  local: LocalConnector,
  world: World,
): Promise<boolean> {
  const { definitionFile, connector, definition } = local;
  const oid = await objectId();
  const { text, hasFailed } = await located(local, () =>
    client.validate(oid, printExact(definition), { withCertificationRules: false }),
  );
  const lines = readServiceText(text, definitionFile, connector.apiDefinition).filter(
    ({ message }) => hasFailed || !/\bsucce(ss|eded)/i.test(message),
  );
  const severity = hasFailed ? "error" : "warning";
  // Whatever it calls an error: it takes the definition.
  const shown = lines.map((line) => (hasFailed ? line : { ...line, severity }) as typeof line);
  showFindings(serviceFindings(shown, definitionFile, []), local, world);
  if (hasFailed && shown.length === 0) world.stderr.write("The service refuses the definition.\n");
  return !hasFailed;
}

/** Puts icon and script where the service fetches them from. */
export async function uploadFiles(
  { client, objectId, redactor }: Service,
  { icon, script }: LocalConnector,
  environment: string,
): Promise<{ iconUri?: string; scriptDefinitionUrl?: string }> {
  if (icon === undefined && script === undefined) return {};
  const storage = await client.storage(await objectId(), environment);
  for (const secret of [storage.searchParams.get("sig") ?? "", storage.search.slice(1)])
    redactor.add(secret);
  return {
    ...(icon && { iconUri: await client.upload(storage, icon.name, icon.bytes) }),
    ...(script && { scriptDefinitionUrl: await client.upload(storage, script.name, script.bytes) }),
  };
}

/** The request of `--dry-run`, with every secret masked. */
export function dryRun(
  method: "POST" | "PATCH",
  address: string,
  body: Exact,
  { json }: SendOptions,
  { stdout }: World,
): void {
  const properties = memberOf(body, "properties");
  const shown: Exact = new Map([["properties", maskedProperties(properties ?? null)]]);
  stdout.write(
    json
      ? `{"method":"${method}","url":${JSON.stringify(address)},"body":${printExact(shown)}}\n`
      : printable(`${method} ${address}\n${printExact(shown, 2)}\n`, "\t\n"),
  );
}

/** What is sent, with the addresses of the files as they are shown when none was uploaded. */
export function bodyOf(
  local: LocalConnector,
  environment: string,
  withDisplayName: boolean,
  secrets: ReadonlyMap<string, string>,
  files: { iconUri?: string; scriptDefinitionUrl?: string },
): Exact {
  const { definition, properties } = local;
  return registration({
    definition,
    properties,
    environment,
    withDisplayName,
    secretOf: (parameter: OAuthParameter) => secrets.get(nameOf(parameter)),
    ...files,
  });
}

/** Tells where in the files a refusal of the service points. */
export async function located<Result>(
  local: LocalConnector,
  send: () => Promise<Result>,
): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.detail === undefined) throw error;
    const place = locate(error.detail, local);
    const told = asUserError(error);
    if (place === undefined || !(told instanceof UserError)) throw error;
    const { file, pointer } = place;
    const { start } = file.json.range(pointer, file.json.isContainer(pointer) ? "key" : "value");
    throw new UserError(
      `${local.shown(file.path)}:${start.line + 1}:${start.character + 1}: ${told.message}`,
      told.todo,
      told.exitCode,
    );
  }
}

/**
 * Remembers what the server has now, so that a later update notices what others changed. The answer tells it; when it
 * does not, the server is asked.
 */
export async function remember(
  service: Service,
  key: SeenKey,
  local: LocalConnector,
  answer: string,
  world: World,
): Promise<void> {
  try {
    let told = wholeValue(answer);
    if (changeIn(told).changedTime === undefined)
      told = wholeValue(await service.client.connector(key.environment, key.connectorId));
    const { changedTime, modifiedBy, modifiedById } = changeIn(told);
    if (changedTime === undefined) return;
    // Between our change and the question somebody else was faster: theirs was not seen.
    if (modifiedById !== undefined && modifiedById !== (await service.objectId())) return;
    await writeSeen(
      key,
      {
        changedTime,
        hash: hashOf({ ...local, icon: local.icon?.bytes, script: local.script?.bytes }),
        ...(modifiedBy !== undefined && { modifiedBy }),
      },
      world,
    );
  } catch (error) {
    const told = asUserError(error);
    if (!(told instanceof UserError)) throw error;
    world.stderr.write(
      printable(
        `paconn: It was sent, but what the server has now could not be remembered: ${told.message}\n`,
        "\t\n",
      ),
    );
  }
}
