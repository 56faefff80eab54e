import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import type { World } from "../cli/command.js";
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
    keys,
    onStderr,
    ...world
  }: {
    folder?: string;
    stdin?: string | Uint8Array;
    env?: NodeJS.ProcessEnv;
    isTerminal?: boolean;
    /** What a person types, piece by piece, each when stderr shows the text before it. */
    keys?: readonly (readonly [after: RegExp, typed: string])[];
    /** Gets all of stderr whenever something is added. */
    onStderr?(text: string): void;
  } & Pick<World, "fetch" | "writeFile"> = {},
): Promise<Result> {
  const collected = { stdout: "", stderr: "" };
  const waiting = [...(keys ?? [])];
  let typedAt = 0;
  const terminal = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => terminal });
  const type = () => {
    const next = waiting[0];
    const shown = collected.stderr.slice(typedAt);
    if (next === undefined || !next[0].test(shown)) return;
    waiting.shift();
    typedAt = collected.stderr.length;
    // After the prompt that was shown has begun to listen.
    setTimeout(() => terminal.write(next[1]), 50);
  };
  const collect = (name: keyof typeof collected) =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          collected[name] += chunk;
          if (name === "stderr") {
            type();
            onStderr?.(collected.stderr);
          }
          done();
        },
      }),
      { isTTY: isTerminal || keys !== undefined, columns: 100 },
    );
  const before = process.cwd();
  if (folder !== undefined) process.chdir(folder);
  try {
    const exitCode = await main(args, {
      stdin:
        keys !== undefined
          ? terminal
          : stdin === ""
            ? new PassThrough().end()
            : Readable.from([stdin]),
      stdout: collect("stdout"),
      stderr: collect("stderr"),
      env,
      ...world,
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
