import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { packageFile } from "../../host/packageFile.js";
import type { Setup } from "./setup.js";

interface Ended {
  status: number | null;
  /** Standard output and error, or what was on the terminal, as text. */
  output: string;
}

/** The path of an editor that is newer than the one of Debian; `editors/test/install` unpacks them. */
export function newer(name: string): string {
  return packageFile("editors/test/newer/bin", name);
}

/**
 * Runs a program as a user of its own, who has a home and `paconn` on the path and nothing else. What
 * passes between it and the language server is recorded.
 * @throws when it does not end in time; only the program itself is stopped then
 */
export async function run(
  setup: Setup,
  program: string,
  args: readonly string[],
  more: { env?: Record<string, string>; seconds?: number } = {},
): Promise<Ended> {
  const { env = {}, seconds = 60 } = more;
  const { folder } = setup;
  const home = homeOf(folder);
  mkdirSync(home, { recursive: true });
  const child = spawn(program, args, {
    cwd: home,
    env: {
      PATH: [recorded(setup), process.env.PATH, dirname(process.execPath)].join(delimiter),
      HOME: home,
      TMPDIR: folder,
      TERM: "xterm",
      LANG: "C.UTF-8",
      ...env,
    },
    // Open for as long as the program runs: an end of input would be typed into the editor.
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  child.stdin.on("error", () => {});
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearTimeout(timer));
  output = stripVTControlCharacters(output);
  if (isLate) throw new Error(`${program} did not end within ${seconds} s.\n${output}`);
  return { status, output };
}

/** The messages that have passed between an editor and the language server. */
export function messagesIn({ folder }: Setup): string[] {
  const notes = messagesOf(folder);
  return existsSync(notes) ? readFileSync(notes, "utf8").trimEnd().split("\n") : [];
}

function messagesOf(folder: string): string {
  return join(folder, "messages.txt");
}

/** A folder with a command `paconn` that is the installed one, with a recorder in between. */
function recorded({ folder, packageFolder }: Setup): string {
  const commands = join(folder, "bin");
  mkdirSync(commands, { recursive: true });
  const words = [
    process.execPath,
    packageFile("editors/test/recorder.mjs"),
    messagesOf(folder),
    join(dirname(packageFolder), ".bin/paconn"),
  ];
  writeFileSync(join(commands, "paconn"), `#!/bin/sh\nexec ${words.map(quoted).join(" ")} "$@"\n`, {
    mode: 0o755,
  });
  return commands;
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Runs a program that needs a terminal. */
export function runInTerminal(
  setup: Setup,
  command: readonly string[],
  more: { env?: Record<string, string>; seconds?: number } = {},
): Promise<Ended> {
  // The terminal of `script` has no size of its own.
  const line = `stty rows 50 cols 160; exec ${command.map(quoted).join(" ")}`;
  return run(setup, "script", ["--quiet", "--return", "--command", line, "/dev/null"], more);
}

/** The home of the user for whom an editor runs. */
function homeOf(folder: string): string {
  return join(folder, "home");
}

/** Writes a configuration of the user for whom an editor runs. */
export function writeInHome({ folder }: Setup, name: string, text: string): void {
  const path = join(homeOf(folder), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
