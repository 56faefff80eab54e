import { readFile } from "node:fs/promises";
import { type Connector, ConnectorFile } from "../connector/connector.js";
import { applyChanges } from "../connector/edit.js";
import { maskedText } from "../connector/secrets.js";
import { UserError } from "../host/errors.js";
import type { Judge } from "../host/ruleset.js";
import { writeAtomically } from "../host/writeAtomically.js";
import { fixAll, mostRounds } from "../language/fixAll.js";
import type { Finding } from "../rulesets/rule.js";
import type { ShownFixes } from "./reporters/reporter.js";

/** A file before and after its fixes. */
interface FixedFile {
  before: ConnectorFile;
  after: ConnectorFile;
  /** How many fixes were applied. */
  count: number;
}

/** What becomes of fixes: files are written, or only the connector in memory changes, or nothing but a diff is made. */
export type FixMode = "write" | "keep" | "show";

/**
 * Applies fixes to files of a connector.
 * @param shown how the path of a file is shown
 * @param complain takes what cannot be fixed, and why
 * @returns the connector as it is then, and what was done, or would be, to each file
 */
export async function applyFixes(
  connector: Connector,
  files: readonly ConnectorFile[],
  ruleset: Judge,
  {
    wants,
    mode,
    shown,
    complain,
  }: {
    wants(finding: Finding): boolean;
    mode: FixMode;
    shown(path: string): string;
    complain(error: UserError): void;
  },
): Promise<{ connector: Connector; fixes: ShownFixes[] }> {
  const fixes: ShownFixes[] = [];
  let current = connector;
  for (const fixed of await fixConnector(connector, files, ruleset, wants)) {
    const { after, count } = fixed;
    const file = shown(after.path);
    try {
      if (mode === "write") await writeFixed(fixed, file);
      if (mode === "show") fixes.push({ file, count, ...(await diffOf(fixed, file)) });
      else {
        current = current.with(after);
        fixes.push({ file, count });
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(error);
    }
  }
  return { connector: current, fixes };
}

/**
 * Applies fixes to files of a connector until nothing changes; one in a file may bring about one in
 * another. Files that are not UTF-8 cannot be written back as they were and stay.
 */
async function fixConnector(
  connector: Connector,
  files: readonly ConnectorFile[],
  ruleset: Judge,
  wants: (finding: Finding) => boolean,
): Promise<FixedFile[]> {
  const find = async (connector: Connector, file: ConnectorFile) =>
    (await ruleset.judge(connector, [file])).findings;
  const fixed = new Map<string, FixedFile>();
  let current = connector;
  for (let round = 0; round < mostRounds; round++) {
    let hasChanged = false;
    for (const { kind, path, encodingProblem } of files) {
      const file = current.file(kind)!;
      if (encodingProblem !== undefined) continue;
      const { changes, count } = await fixAll(current, file, find, wants);
      if (count === 0) continue;
      hasChanged = true;
      const after = file.withText(applyChanges(file.text, changes));
      const known = fixed.get(path);
      fixed.set(path, {
        before: known?.before ?? file,
        after,
        count: (known?.count ?? 0) + count,
      });
      current = current.with(after);
    }
    if (!hasChanged || files.length === 1) break;
  }
  return [...fixed.values()];
}

/**
 * Writes what was fixed, whole or not at all.
 * @throws UserError, also when the file says something else by now: that must not be lost
 */
export async function writeFixed({ before, after }: FixedFile, name: string): Promise<void> {
  const content = await readFile(before.path).catch(() => undefined);
  const now = content && new ConnectorFile(before.kind, before.path, content);
  if (now?.content !== before.content)
    throw new UserError(
      `${name} has been changed in the meantime, so nothing in it was fixed.`,
      "Try again.",
      3,
    );
  await writeAtomically(before.path, after.content);
}

/**
 * What the fixes change, as a unified diff that `git apply` takes: with fewer lines around the changes where a secret stands
 * in them, or else with the secret hidden, so that it cannot be applied.
 */
async function diffOf(
  { before, after }: FixedFile,
  name: string,
): Promise<{ diff: string; hidesSecret?: true }> {
  const { createTwoFilesPatch } = await import("diff");
  const path = name.replace(/^\/+/, "");
  const mark = before.content.startsWith("\uFEFF") ? "\uFEFF" : "";
  const between = (old: string, now: string, context: number) =>
    createTwoFilesPatch(`a/${path}`, `b/${path}`, mark + old, mark + now, "", "", {
      context,
    }).replace(/^=+\n/, "");
  const [old, now] = [maskedText(before), maskedText(after)];
  for (const context of [3, 2, 1]) {
    const diff = between(before.text, after.text, context);
    if (diff === between(old, now, context)) return { diff };
  }
  return { diff: between(old, now, 3), hidesSecret: true };
}
