import { UserError } from "../../host/errors.js";
import type { World } from "../command.js";
import type { ConnectorEntry, Environment } from "../powerApps/client.js";
import { choose, isInteractive } from "../prompts.js";
import type { Service } from "./connect.js";
import { type SettingsFile, setting } from "./settingsFile.js";

/** The environments of whoever is signed in; the list for users is empty for applications. */
export function environmentsOf(
  { client, account }: Service,
  asAdmin?: boolean,
): Promise<Environment[]> {
  const isApplication = account.kind === "service principal" || account.kind === "managed identity";
  return asAdmin || isApplication ? client.adminEnvironments() : client.environments();
}

/**
 * The environment by the command line, else the settings file, else a choice on a terminal.
 * @throws UserError
 */
export async function chooseEnvironment(
  given: string | undefined,
  settings: SettingsFile | undefined,
  service: Service,
  world: World,
): Promise<string> {
  const known = given ?? setting(settings, "environment");
  if (known !== undefined) return known;
  if (!isInteractive(world))
    throw new UserError(
      "No environment is named.",
      "Use --env ID; `paconn environments` lists them.",
    );
  const environments = await environmentsOf(service);
  if (environments.length === 0)
    throw new UserError(
      "This account sees no environment.",
      "`paconn whoami` tells which account it is; --env names an environment that is not listed.",
    );
  return choose(
    world,
    "Which environment?",
    [...environments]
      .sort(
        (a, b) =>
          Number(b.isDefault) - Number(a.isDefault) || compare(a.displayName, b.displayName),
      )
      .map(({ name, displayName, isDefault }) => ({
        value: name,
        label: `${displayName} (${name})`,
        ...(isDefault && { hint: "the default one" }),
      })),
  );
}

/**
 * The connector by the command line, else the settings file, else a choice on a terminal.
 * @throws UserError
 */
export async function chooseConnector(
  given: string | undefined,
  settings: SettingsFile | undefined,
  environment: string,
  { client }: Service,
  world: World,
): Promise<string> {
  const known = given ?? setting(settings, "connectorId");
  if (known !== undefined) return known;
  if (!isInteractive(world))
    throw new UserError("No connector is named.", "Use --cid ID; `paconn list` lists them.");
  const connectors = await client.connectors(environment);
  if (connectors.length === 0)
    throw new UserError(
      "This account sees no custom connector in the environment.",
      "`paconn whoami` tells which account it is; a connector of others has to be shared with it.",
    );
  return choose(
    world,
    "Which connector?",
    connectors.map((entry) => ({
      value: entry.name,
      label: `${entry.displayName} (${entry.name})`,
      hint: changeOf(entry),
    })),
  );
}

/** Who changed a connector last, and when. */
export function changeOf({
  modifiedBy,
  createdBy,
  changedTime,
  createdTime,
}: ConnectorEntry): string {
  const who = modifiedBy ?? createdBy;
  const name = who?.displayName ?? who?.userPrincipalName;
  const time = changedTime ?? createdTime;
  return [name, time?.slice(0, 16).replace("T", " ")].filter(Boolean).join(", ");
}

function compare(a: string, b: string): number {
  return a.localeCompare(b);
}
