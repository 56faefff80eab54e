import { Writable } from "node:stream";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { stackOf } from "../host/errors.js";
import { packageFile } from "../host/packageFile.js";
import { serve } from "./server.js";

/**
 * Serves an editor until it goes away; the process ends with it. How they talk is in the command
 * line (`--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`), standard input and output if not.
 */
export function main(): void {
  // One session is worth more than one promise that a rule of the user leaves behind.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => {
      process.stderr.write(
        `paconn: Something failed that nothing waited for:\n${stackOf(error)}\n`,
      );
    });
  }
  // The folder that the editor happened to be in may vanish, and must not be kept from it.
  process.chdir(packageFile());
  const isOther = process.argv.some((each) => /^--(node-ipc|socket|pipe)(=|$)/.test(each));
  if (!isOther && process.stdin.isTTY)
    process.stderr.write(
      "paconn: This waits for an editor; docs/editors.md tells how to set one up.\n",
    );
  serve(
    isOther
      ? createConnection(ProposedFeatures.all)
      : createConnection(ProposedFeatures.all, process.stdin, protocolOutput()),
  );
}

/** Standard output for the protocol alone: whatever else is printed there goes to standard error. */
function protocolOutput(): Writable {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  // An editor that is gone cannot be told anything.
  stdout.on("error", () => process.exit(1));
  return new Writable({
    write: (chunk, encoding, done) => void write(chunk, encoding, done),
  });
}
