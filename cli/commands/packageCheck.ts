import { existsSync } from "node:fs";
import { UserError } from "../../host/errors.js";
import type { ExitCode, World } from "../command.js";
import { run as validate } from "./validate.js";

type Options = Parameters<typeof validate>[0];

/** Judges certification packages. */
export async function run(options: Options, paths: string[], world: World): Promise<ExitCode> {
  for (const path of paths) {
    if (!existsSync(path)) throw new UserError(`${path} does not exist.`, "Check the path.");
    if (!/\.zip$/i.test(path))
      throw new UserError(
        `${path} is no package; one is a .zip archive.`,
        "A connector in a folder is validated with `paconn validate`.",
      );
  }
  return validate(options, paths, world);
}
