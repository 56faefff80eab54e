#!/usr/bin/env node
import { stackOf } from "../host/errors.js";
import { ExitCode } from "./command.js";
import { main } from "./main.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe: what was found, and the exit code, are the same.
  if (error.code === "EPIPE") return;
  process.stderr.write(`paconn: The output cannot be written: ${error.message}.\n`);
  process.exit(ExitCode.Failed);
});
process.once("SIGINT", () => process.exit(ExitCode.Interrupted));

// Rules of the user run in this process; what they leave behind must not look like findings.
const failLate = (error: unknown) => {
  process.stderr.write(`paconn: Something failed that nothing waited for:\n${stackOf(error)}\n`);
  process.exit(ExitCode.Failed);
};
process.on("uncaughtException", failLate);
process.on("unhandledRejection", failLate);
let isDone = false;
process.once("beforeExit", () => {
  if (isDone) return;
  process.stderr.write(
    "paconn: What was waited for, such as a rule of the configuration, never came to an end.\n",
  );
  process.exit(ExitCode.Failed);
});

const exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
isDone = true;
process.exitCode = exitCode;
