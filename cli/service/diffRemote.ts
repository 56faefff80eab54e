import picocolors from "picocolors";
import { usesColor } from "../color.js";
import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { chooseConnector, chooseEnvironment } from "./choices.js";
import { connect, type ServiceOptions } from "./connect.js";
import { differences } from "./connectorDiff.js";
import { type FileOptions, readLocalConnector } from "./localConnector.js";
import { fetchConnector } from "./remoteConnector.js";

export interface RemoteOptions extends ServiceOptions, FileOptions {
  env?: string;
  cid?: string;
  json?: true;
}

/** Compares a connector with the one on the server. */
export async function diffRemote(
  options: RemoteOptions,
  folder: string | undefined,
  world: World,
): Promise<ExitCode> {
  const local = await readLocalConnector(options, folder, world);
  const service = await connect(options, world, local.settings);
  const environment = await chooseEnvironment(options.env, local.settings, service, world);
  const id = await chooseConnector(options.cid, local.settings, environment, service, world);
  const remote = await fetchConnector(service, environment, id);
  const found = await differences(local, remote);
  const exitCode = found.length === 0 ? ExitCode.Done : ExitCode.Findings;
  if (options.json) {
    const { changedTime = null, modifiedBy = null } = remote.change;
    world.stdout.write(
      `${JSON.stringify({ connectorId: id, environment, changedTime, modifiedBy, differences: found })}\n`,
    );
    return exitCode;
  }
  if (found.length === 0) world.stdout.write("Both say the same.\n");
  else {
    const colors = picocolors.createColors(usesColor({}, world));
    for (const { text } of found) world.stdout.write(painted(printable(text, "\t\n"), colors));
  }
  return exitCode;
}

function painted(text: string, colors: ReturnType<typeof picocolors.createColors>): string {
  return text.replace(/^[-+@].*$/gm, (line) =>
    line.startsWith("@")
      ? colors.cyan(line)
      : line.startsWith("-")
        ? colors.red(line)
        : colors.green(line),
  );
}
