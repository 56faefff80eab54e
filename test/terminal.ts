import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { main } from "../cli/main.js";

export interface Result {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, as if typed in `folder`. */
export async function paconn(
  args: string[],
  {
    folder,
    stdin = "",
    env = {},
    isTerminal = false,
  }: {
    folder?: string;
    stdin?: string | Uint8Array;
    env?: NodeJS.ProcessEnv;
    isTerminal?: boolean;
  } = {},
): Promise<Result> {
  const collected = { stdout: "", stderr: "" };
  const collect = (name: keyof typeof collected) =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          collected[name] += chunk;
          done();
        },
      }),
      { isTTY: isTerminal, columns: 100 },
    );
  const before = process.cwd();
  if (folder !== undefined) process.chdir(folder);
  try {
    const exitCode = await main(args, {
      stdin: stdin === "" ? new PassThrough().end() : Readable.from([stdin]),
      stdout: collect("stdout"),
      stderr: collect("stderr"),
      env,
    });
    return { exitCode, ...collected };
  } finally {
    process.chdir(before);
  }
}

/** A folder with the given files, gone after the test. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "paconn-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Configuration is looked for up to the root of the repository.
  mkdirSync(join(folder, ".git"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
