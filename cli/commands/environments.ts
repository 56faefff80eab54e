import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { environmentsOf } from "../service/choices.js";
import { connect, type ServiceOptions } from "../service/connect.js";
import { matches, table } from "../table.js";

interface Options extends ServiceOptions {
  admin?: true;
  json?: true;
}

/** Lists the environments. */
export async function run(options: Options, [filter]: string[], world: World): Promise<ExitCode> {
  const service = await connect(options, world);
  const all = await environmentsOf(service, options.admin);
  const environments = all
    .filter(({ name, displayName }) => matches(filter, name, displayName))
    .sort(
      (a, b) =>
        Number(b.isDefault) - Number(a.isDefault) || a.displayName.localeCompare(b.displayName),
    );
  if (options.json) {
    world.stdout.write(`${JSON.stringify({ environments })}\n`);
    return ExitCode.Done;
  }
  world.stdout.write(
    table(
      ["", "name", "id", "region", "kind"],
      environments.map(({ name, displayName, isDefault, location, sku }) => [
        isDefault ? "*" : "",
        displayName,
        name,
        location ?? "",
        sku ?? "",
      ]),
    ),
  );
  if (environments.length === 0 && all.length > 0)
    world.stderr.write(
      printable(
        `None of the ${all.length} environments has "${filter}" in its name or id.\n`,
        "\n",
      ),
    );
  else if (environments.length === 0)
    world.stderr.write(
      "No environment is listed. `paconn whoami` tells which account asked; administrators see more with --admin.\n",
    );
  else if (environments.some(({ isDefault }) => isDefault))
    world.stderr.write("* is the default environment.\n");
  return ExitCode.Done;
}
