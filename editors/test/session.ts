import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Setup } from "./setup.js";

const names = ["apiDefinition.swagger.json", "apiProperties.json"];

/** Where the script inside an editor notes, line by line, what it sees. */
function notesOf({ folder }: Setup): string {
  return join(folder, "notes.txt");
}

/** What a script inside an editor needs to know. */
export function environment(setup: Setup): Record<string, string> {
  return { CONNECTOR: setup.connector, NOTES: notesOf(setup) };
}

/** Notes what a script sees that is outside of its editor. */
export function note(setup: Setup, line: string): void {
  appendFileSync(notesOf(setup), `${line}\n`);
}

/** A finding as an editor shows it. */
interface Shown {
  file: string;
  line: number;
  rule: string;
}

/** The findings that the command line has for a connector. */
function findingsOf({ server, connector }: Setup): Shown[] {
  const args = [server, "validate", "--format", "json", connector];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 1) throw new Error(`paconn validate ended with ${status}:\n${stderr}`);
  const { findings } = JSON.parse(stdout) as {
    findings: { file: string; rule: string; range: { start: { line: number } } }[];
  };
  return findings.map(({ file, rule, range }) => ({
    file: basename(file),
    line: range.start.line,
    rule,
  }));
}

/**
 * Starts an editor whose script opens both files, applies the fix of the title, gives an operation another name by hand,
 * completes that name in the other file, goes from there to the operation, renames it in both and saves; then checks what
 * it saw and what it wrote.
 * @param noted how the script notes a finding
 * @returns what was seen, in words
 */
export async function testSession(
  setup: Setup,
  start: () => Promise<{ status: number | null; output: string }>,
  noted = ({ file, line, rule }: Shown) => `${file}:${line} ${rule}`,
): Promise<string> {
  const expected = findingsOf(setup).map(noted);
  const texts = () => names.map((name) => readFileSync(join(setup.connector, name), "utf8"));
  const before = texts();
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
  const wanted = before.map((text) =>
    text
      .replace('"Contoso Tickets API"', '"Contoso Tickets"')
      .replace('"ListTickets"', '"FindTickets"'),
  );
  check(
    "the fix and the new name are all that changed",
    isDeepStrictEqual(texts(), wanted),
    texts().join("\n"),
  );
  return `${after("version").join()}: ${found.length} findings in 2 files, a fix applied, a name completed, followed and changed in both`;
}
