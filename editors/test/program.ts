import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Setup } from "./setup.js";

interface Ended {
  status: number | null;
  /** Standard output and error, or what was on the terminal, as text. */
  output: string;
}

/**
 * Runs a program as a user of its own, who has a home and `paconn` on the path and nothing else.
 * @throws when it does not end in time; only the program itself is stopped then
 */
export async function run(
  { folder, packageFolder }: Setup,
  program: string,
  args: readonly string[],
  more: { env?: Record<string, string>; seconds?: number } = {},
): Promise<Ended> {
  const { env = {}, seconds = 60 } = more;
  const home = homeOf(folder);
  mkdirSync(home, { recursive: true });
  const commands = join(dirname(packageFolder), ".bin");
  const child = spawn(program, args, {
    cwd: home,
    env: {
      PATH: [commands, process.env.PATH, dirname(process.execPath)].join(delimiter),
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

/** Runs a program that needs a terminal. */
export function runInTerminal(
  setup: Setup,
  command: readonly string[],
  more: { env?: Record<string, string>; seconds?: number } = {},
): Promise<Ended> {
  const quoted = command.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(" ");
  // The terminal of `script` has no size of its own.
  const line = `stty rows 50 cols 160; exec ${quoted}`;
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
