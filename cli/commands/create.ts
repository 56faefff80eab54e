import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Exact,
  exactValue,
  isSameExact,
  printExact,
  textOf,
  wholeValue,
} from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";
import { oauthParameters, secretsIn } from "../../connector/registration.js";
import { settingsFile } from "../../connector/settings.js";
import { reasonOf, UserError } from "../../host/errors.js";
import { writeAtomically } from "../../host/writeAtomically.js";
import { ExitCode, type World } from "../command.js";
import type { ConnectorEntry } from "../powerApps/client.js";
import { ServiceError } from "../powerApps/serviceError.js";
import { printable } from "../printable.js";
import { confirm, isInteractive } from "../prompts.js";
import { chooseEnvironment } from "../service/choices.js";
import { readSecrets, type SecretOptions } from "../service/clientSecrets.js";
import {
  addressesOf,
  connect,
  knownEndpoints,
  type Service,
  type ServiceOptions,
} from "../service/connect.js";
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
  overwriteSettings?: true;
}

/** Creates a connector and writes its id to `settings.json`. */
export async function run(options: Options, [folder]: string[], world: World): Promise<ExitCode> {
  const local = await readForSending(options, folder, world);
  if (local === undefined) return ExitCode.Findings;
  const { settings } = local;
  const title = textOf(
    local.definition instanceof Map ? local.definition.get("info") : undefined,
    "title",
  );
  if (title === undefined)
    throw new UserError(
      `${local.shown(local.definitionFile.path)} has no "title" in "info", and the connector gets its name from there.`,
    );
  const parameters = oauthParameters(local.properties);
  if (options.dryRun) {
    const environment = options.env ?? setting(settings, "environment");
    if (environment === undefined)
      throw new UserError("--dry-run needs to know the environment: use --env.");
    const { endpoints, apiVersion } = addressesOf(
      options,
      await knownEndpoints(options, world),
      settings,
    );
    const secrets = await readSecrets(options, parameters, false, world);
    const body = bodyOf(local, environment, true, secrets, {
      ...(local.icon && { iconUri: `<the address of ${local.icon.name} after its upload>` }),
      scriptDefinitionUrl: local.script
        ? `<the address of ${local.script.name} after its upload>`
        : "",
    });
    const address = `${endpoints.powerAppsUrl}/providers/Microsoft.PowerApps/apis?api-version=${apiVersion}&$filter=environment eq '${environment}'`;
    dryRun("POST", address, body, options, world);
    return ExitCode.Done;
  }

  const settingsPath = join(local.settingsFolder, "settings.json");
  // Asked before anything is sent: afterwards there would be a connector whose id is nowhere.
  const existing = readExisting(settingsPath);
  const savesId = await mayWriteSettings(settingsPath, existing, options, world);
  const secrets = await readSecrets(options, parameters, true, world);
  const service = await connect(options, world, settings);
  for (const secret of [...secrets.values(), ...secretsIn(local.properties)])
    service.redactor.add(secret);
  const environment = await chooseEnvironment(options.env, settings, service, world);
  if (!(await validateAtService(service, local, world))) return ExitCode.Findings;
  const files = await uploadFiles(service, local, environment);
  const body = printExact(
    bodyOf(local, environment, true, secrets, { scriptDefinitionUrl: "", ...files }),
  );
  const answer = await located(local, () => post(service, environment, title, body, world));
  const id = textOf(wholeValue(answer), "name");
  if (id === undefined)
    throw new UserError(
      "The service took the connector but did not tell its id.",
      `\`paconn list --env ${environment}\` tells it; write it into settings.json as "connectorId".`,
      3,
    );
  await remember(
    service,
    {
      powerAppsUrl: service.endpoints.powerAppsUrl,
      environment,
      connectorId: id,
      folder: local.folder,
    },
    local,
    answer,
    world,
  );
  if (savesId) {
    const content = settingsFile(
      {
        ...local.names,
        connectorId: id,
        environment,
        powerAppsUrl: service.endpoints.powerAppsUrl,
        powerAppsApiVersion: service.apiVersion,
      },
      existing,
    );
    try {
      if (!isSameExact(content, existing))
        await writeAtomically(settingsPath, `${printExact(content, 2)}\n`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(
        `${id} is created, but ${error.message}`,
        `Write "connectorId": "${id}" into it before you do anything else; another \`create\` would make another connector.`,
        3,
      );
    }
  }
  world.stdout.write(
    options.json
      ? `${JSON.stringify({ connectorId: id, environment, created: true, settings: savesId ? settingsPath : null })}\n`
      : printable(`${id} is created.${savesId ? ` ${settingsPath} names it now.` : ""}\n`, "\n"),
  );
  return ExitCode.Done;
}

/** @throws UserError when something is there that cannot be read */
function readExisting(path: string): Exact | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return exactValue(new JsonText(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}. Nothing was sent.`);
  }
}

/** Whether the id is written to `settings.json`, which may name another connector already. */
async function mayWriteSettings(
  path: string,
  existing: Exact | undefined,
  { overwriteSettings }: Options,
  world: World,
): Promise<boolean> {
  if (overwriteSettings || !existsSync(path)) return true;
  const id = textOf(existing, "connectorId");
  const isOurs =
    existing instanceof Map &&
    ["connectorId", "apiDefinition", "apiProperties"].some((key) => existing.has(key));
  if (isOurs && !id) return true;
  const reason = isOurs
    ? `${path} names the connector ${id} already`
    : `${path} is there and holds something else`;
  if (isInteractive(world)) return confirm(world, `${reason}. Overwrite it?`);
  throw new UserError(
    `${reason}. Nothing was sent.`,
    `\`paconn update ${dirname(path)}\` updates that connector; --overwrite-settings makes the file name the new one.`,
  );
}

/**
 * Creates the connector, once. When no good answer comes, it may have been created all the same: then it is looked up,
 * and never sent a second time.
 */
async function post(
  service: Service,
  environment: string,
  title: string,
  body: string,
  world: World,
): Promise<string> {
  const since = Date.now();
  let failure: ServiceError;
  try {
    const answer = await service.client.create(environment, body);
    if (textOf(wholeValue(answer), "name") !== undefined) return answer;
    failure = new ServiceError("answer", "The new connector: The answer does not tell its id.", {
      mayHaveHappened: true,
    });
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.mayHaveHappened) throw error;
    failure = error;
  }
  world.stderr.write("paconn: No good answer came; the connector is looked up.\n");
  const uncertain = (todo: string) =>
    new ServiceError("answer", failure.message, { ...failure, todo });
  let connectors: ConnectorEntry[];
  try {
    connectors = await service.client.connectors(environment);
  } catch {
    throw uncertain(
      "It may have been created all the same, and the list of connectors does not answer either: look with `paconn list` before you try again.",
    );
  }
  const objectId = await service.objectId();
  const alike = connectors.filter(
    ({ displayName, createdBy }) =>
      displayName === title && (createdBy?.id === undefined || createdBy.id === objectId),
  );
  const fresh = alike.filter(({ createdTime }) => Date.parse(createdTime ?? "") >= since);
  // One from before the request may be another one of the same name, or the clocks differ.
  if (fresh.length === 1) return JSON.stringify({ name: fresh[0]!.name });
  throw uncertain(
    alike.length === 0
      ? "The list of connectors does not show it, so it was most likely not created. Look once more with `paconn list` before you try again."
      : `The list of connectors shows ${alike.map(({ name }) => name).join(", ")}, which may be it: look with \`paconn list\` before you try again.`,
  );
}
