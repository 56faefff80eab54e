import { dirname } from "node:path";
import { memberOf, printExact, wholeValue } from "../../connector/exactJson.js";
import { oauthParameters, propertiesFile, secretsIn } from "../../connector/registration.js";
import { UserError } from "../../host/errors.js";
import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { confirm, isInteractive } from "../prompts.js";
import { chooseConnector, chooseEnvironment } from "../service/choices.js";
import { readSecrets, type SecretOptions } from "../service/clientSecrets.js";
import {
  addressesOf,
  connect,
  knownEndpoints,
  type Service,
  type ServiceOptions,
} from "../service/connect.js";
import { differences } from "../service/connectorDiff.js";
import type { LocalConnector } from "../service/localConnector.js";
import { changeIn, fetchConnector } from "../service/remoteConnector.js";
import { hashOf, readSeen, type SeenKey } from "../service/seen.js";
import {
  bodyOf,
  dryRun,
  located,
  readForSending,
  remember,
  type SendOptions,
  uploadFiles,
  validateAtService,
} from "../service/sendConnector.js";
import { setting } from "../service/settingsFile.js";

interface Options extends SendOptions, ServiceOptions, SecretOptions {
  env?: string;
  cid?: string;
  removeScript?: true;
  overwriteNewer?: true;
  strict?: true;
}

/** Updates a connector, unless somebody else changed it meanwhile. */
export async function run(options: Options, [folder]: string[], world: World): Promise<ExitCode> {
  const local = await readForSending(options, folder, world);
  if (local === undefined) return ExitCode.Findings;
  if (options.removeScript && local.script !== undefined)
    throw new UserError(
      `--remove-script removes the script, and ${local.shown(local.script.path)} would be sent.`,
      "Give one of the two.",
    );
  const parameters = oauthParameters(local.properties);
  const secrets = await readSecrets(options, parameters, false, world);
  const { settings } = local;
  if (options.dryRun) {
    const environment = options.env ?? setting(settings, "environment");
    const id = options.cid ?? setting(settings, "connectorId");
    if (environment === undefined || id === undefined)
      throw new UserError("--dry-run needs to know which connector: use --env and --cid.");
    const { endpoints, apiVersion } = addressesOf(
      options,
      await knownEndpoints(options, world),
      settings,
    );
    const body = bodyOf(local, environment, false, secrets, {
      ...(local.icon && { iconUri: `<the address of ${local.icon.name} after its upload>` }),
      ...scriptOf(
        options,
        local.script && `<the address of ${local.script.name} after its upload>`,
      ),
    });
    const address = `${endpoints.powerAppsUrl}/providers/Microsoft.PowerApps/apis/${id}?api-version=${apiVersion}&$filter=environment eq '${environment}'`;
    dryRun("PATCH", address, body, options, world);
    return ExitCode.Done;
  }

  const service = await connect(options, world, settings);
  for (const secret of [...secrets.values(), ...secretsIn(local.properties)])
    service.redactor.add(secret);
  const environment = await chooseEnvironment(options.env, settings, service, world);
  const id = await chooseConnector(options.cid, settings, environment, service, world);
  const key: SeenKey = {
    powerAppsUrl: service.endpoints.powerAppsUrl,
    environment,
    connectorId: id,
    folder: local.folder,
  };
  const changedTime = options.overwriteNewer
    ? undefined
    : await refuseToLose(service, key, local, options, world);
  if (!(await validateAtService(service, local, world))) return ExitCode.Findings;
  const files = await uploadFiles(service, local, environment);
  const body = bodyOf(local, environment, false, secrets, {
    ...files,
    ...scriptOf(options, files.scriptDefinitionUrl),
  });
  if (!options.overwriteNewer) await refuseToRace(service, key, changedTime);
  const answer = await located(local, () =>
    service.client.update(environment, id, printExact(body)),
  );
  await remember(service, key, local, answer, world);
  world.stdout.write(
    options.json
      ? `${JSON.stringify({ connectorId: id, environment, updated: true })}\n`
      : printable(
          `${id} is updated. It can take some minutes until apps and flows notice.\n`,
          "\n",
        ),
  );
  return ExitCode.Done;
}

/** The script on the server stays, unless there is another one or it is to be removed. */
function scriptOf({ removeScript }: Options, address: string | undefined) {
  if (removeScript) return { scriptDefinitionUrl: "" };
  return address === undefined ? {} : { scriptDefinitionUrl: address };
}

/** The folder of the files as the user would write it. */
function shownFolder({ shown, definitionFile }: LocalConnector): string {
  return dirname(shown(definitionFile.path));
}

/**
 * Looks once more, right before the change is sent: validating and uploading take their time.
 * @throws UserError with exit code 5
 */
async function refuseToRace(
  { client }: Service,
  { environment, connectorId }: SeenKey,
  before: string | undefined,
): Promise<void> {
  const { changedTime, modifiedBy = "somebody" } = changeIn(
    wholeValue(await client.connector(environment, connectorId)),
  );
  if (changedTime === before) return;
  throw new UserError(
    `${modifiedBy} changed the connector just now. Nothing was sent.`,
    "Run it again; it tells then what was changed.",
    5,
  );
}

/**
 * Goes on only when nothing on the server would be lost, and tells when it was changed last.
 * @throws UserError with exit code 5
 */
async function refuseToLose(
  service: Service,
  key: SeenKey,
  local: LocalConnector,
  { strict }: Options,
  world: World,
): Promise<string | undefined> {
  const seen = await readSeen(key, world);
  const remote = await fetchConnector(service, key.environment, key.connectorId);
  const { changedTime, modifiedBy = "somebody" } = remote.change;
  const isSeen = seen !== undefined && changedTime !== undefined;
  if (isSeen && Date.parse(changedTime) <= Date.parse(seen.changedTime)) return changedTime;
  const properties = memberOf(propertiesFile(remote.told), "properties");
  // It was touched, shared for example, but says what it said.
  if (isSeen && hashOf({ ...remote, properties }) === seen.hash) return changedTime;
  const found = await differences(local, remote);
  // What was changed is what would be sent.
  if (found.length === 0) return changedTime;
  const when =
    changedTime === undefined ? "" : ` on ${changedTime.replace("T", " at ").replace(/\.\d+/, "")}`;
  const overwrite = `--overwrite-newer overwrites it; \`paconn download -e ${key.environment} -c ${key.connectorId} -d ${shownFolder(local)}\` fetches it.`;
  const showAll = () =>
    world.stderr.write(printable(`${found.map(({ text }) => text).join("\n")}\n`, "\t\n"));
  if (isSeen) {
    showAll();
    throw new UserError(
      `${modifiedBy} changed the connector${when}, after this folder saw it last. Nothing was sent.`,
      overwrite,
      5,
    );
  }
  const unknown = `This folder never saw what the server has; ${modifiedBy} changed it last${when}.`;
  if (strict) {
    showAll();
    throw new UserError(`${unknown} Nothing was sent.`, overwrite, 5);
  }
  if (!isInteractive(world)) {
    world.stderr.write(printable(`paconn: ${unknown} It is overwritten.\n`, "\n"));
    return changedTime;
  }
  showAll();
  if (!(await confirm(world, `${unknown} Overwrite it?`)))
    throw new UserError("Nothing was sent.", overwrite, 5);
  return changedTime;
}
