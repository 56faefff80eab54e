import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { chooseEnvironment } from "../service/choices.js";
import { connect, type ServiceOptions } from "../service/connect.js";
import { readSettings } from "../service/settingsFile.js";
import { matches, table } from "../table.js";

interface Options extends ServiceOptions {
  env?: string;
  settings?: string;
  json?: true;
}

/** Lists the custom connectors of an environment. */
export async function run(options: Options, [filter]: string[], world: World): Promise<ExitCode> {
  const settings =
    options.settings === undefined ? undefined : await readSettings(options.settings);
  const service = await connect(options, world, settings);
  const environment = await chooseEnvironment(options.env, settings, service, world);
  const all = await service.client.connectors(environment);
  const connectors = all
    .filter(({ name, displayName }) => matches(filter, name, displayName))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
  if (options.json) {
    world.stdout.write(`${JSON.stringify({ environment, connectors })}\n`);
    return ExitCode.Done;
  }
  world.stdout.write(
    table(
      ["name", "id", "changed by", "changed"],
      connectors.map(({ name, displayName, modifiedBy, createdBy, changedTime, createdTime }) => {
        const who = modifiedBy ?? createdBy;
        const when = changedTime ?? createdTime ?? "";
        return [
          displayName,
          name,
          who?.displayName ?? who?.userPrincipalName ?? "",
          when.slice(0, 16).replace("T", " "),
        ];
      }),
    ),
  );
  if (connectors.length === 0 && all.length > 0)
    world.stderr.write(
      printable(
        `None of the ${all.length} custom connectors has "${filter}" in its name or id.\n`,
        "\n",
      ),
    );
  else if (connectors.length === 0)
    world.stderr.write(
      "No custom connector is listed. Those of others have to be shared with you.\n",
    );
  return ExitCode.Done;
}
