#!/usr/bin/env node
import { ExitCode } from "./command.js";
import { main } from "./main.js";

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? ExitCode.Done : ExitCode.Failed);
});
process.once("SIGINT", () => process.exit(ExitCode.Interrupted));

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
});
