import type { ExitCode, Streams } from "../command.js";

/** Serves an editor. The server reads from the command line how the two talk, and ends the process. */
export async function run(
  _options: object,
  _args: string[],
  { stdin, stderr }: Streams,
): Promise<ExitCode> {
  if (stdin.isTTY && !process.argv.some((each) => /^--(node-ipc|socket|pipe)/.test(each)))
    stderr.write("paconn: This is for editors, and waits for one; docs/editors.md tells how.\n");
  const { main } = await import("../../server/main.js");
  main();
  return new Promise(() => {});
}
