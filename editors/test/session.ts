import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Setup } from "./setup.js";

const definition = "apiDefinition.swagger.json";

/** Where the script inside an editor notes, line by line, what it sees. */
function notesOf({ folder }: Setup): string {
  return join(folder, "notes.txt");
}

/** What a script inside an editor needs to know. */
export function environment(setup: Setup): Record<string, string> {
  return { CONNECTOR: setup.connector, NOTES: notesOf(setup) };
}

/** The findings that the command line has for a connector, each as `file:line rule`. */
function findingsOf({ server, connector }: Setup): string[] {
  const args = [server, "validate", "--format", "json", connector];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 1) throw new Error(`paconn validate ended with ${status}:\n${stderr}`);
  const { findings } = JSON.parse(stdout) as {
    findings: { file: string; rule: string; range: { start: { line: number } } }[];
  };
  return findings.map(({ file, rule, range }) => `${basename(file)}:${range.start.line} ${rule}`);
}

/**
 * Starts an editor whose script opens both files, applies the fix of the title, renames an operation
 * and saves; then checks what it saw and what it wrote.
 * @returns what was seen, in words
 */
export async function testSession(
  setup: Setup,
  start: () => Promise<{ status: number | null; output: string }>,
): Promise<string> {
  const expected = findingsOf(setup);
  const path = join(setup.connector, definition);
  const before = readFileSync(path, "utf8");
  const { status, output } = await start();
  const notes = existsSync(notesOf(setup)) ? readFileSync(notesOf(setup), "utf8") : "";
  const check = (what: string, isRight: boolean, details = "") => {
    if (isRight) return;
    throw new Error(`${what}: this is not so.\n${details}\nNotes:\n${notes}\nOutput:\n${output}`);
  };
  const lines = notes.split("\n");
  const after = (word: string) =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

  check("the script in the editor came to its end", lines.includes("end") && status === 0);
  const found = after("found").sort();
  check(
    "the editor shows what the command line finds",
    found.length > 0 && found.join("\n") === expected.sort().join("\n"),
    `Expected:\n${expected.join("\n")}`,
  );
  check(
    "the fix and the change by hand are all that changed",
    readFileSync(path, "utf8") ===
      before
        .replace('"Contoso Tickets API"', '"Contoso Tickets"')
        .replace('"ListTickets"', '"ListAllTickets"'),
    readFileSync(path, "utf8").slice(0, 1000),
  );
  return `${after("version").join()}: ${found.length} findings in 2 files, a fix applied, a finding from the other file`;
}
