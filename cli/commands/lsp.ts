import type { ExitCode } from "../command.js";

/** Serves an editor. The server reads from the command line how the two talk, and ends the process. */
export async function run(): Promise<ExitCode> {
  const { main } = await import("../../server/main.js");
  main();
  return new Promise(() => {});
}
