import { readFile } from "node:fs/promises";
import { type Connector, ConnectorFile } from "../connector/connector.js";
import { applyChanges } from "../connector/edit.js";
import { maskedText } from "../connector/secrets.js";
import { UserError } from "../host/errors.js";
import type { Judge } from "../host/ruleset.js";
import { writeAtomically } from "../host/writeAtomically.js";
import { fixAll, mostRounds } from "../language/fixAll.js";
import type { Finding } from "../rulesets/rule.js";

/** A file before and after its fixes. */
export interface FixedFile {
  before: ConnectorFile;
  after: ConnectorFile;
  /** How many fixes were applied. */
  count: number;
}

/**
 * Applies fixes to files of a connector until nothing changes; one in a file may bring about one in
 * another. Files that are not UTF-8 cannot be written back as they were and stay.
 */
export async function fixConnector(
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
      const mark = file.byteOrderMark ? "\uFEFF" : "";
      const bytes = Buffer.from(mark + applyChanges(file.text, changes));
      const after = new ConnectorFile(kind, path, bytes);
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
  if (now?.text !== before.text || now.byteOrderMark !== before.byteOrderMark)
    throw new UserError(
      `${name} has been changed in the meantime, so nothing in it was fixed.`,
      "Try again.",
      3,
    );
  await writeAtomically(before.path, (after.byteOrderMark ? "\uFEFF" : "") + after.text);
}

/** What the fixes change, as a unified diff that `git apply` takes; the values of secrets are hidden. */
export async function diffOf({ before, after }: FixedFile, name: string): Promise<string> {
  const { createTwoFilesPatch } = await import("diff");
  const [old, now] = [before, after].map(({ json }) => maskedText(json));
  const path = name.replace(/^\/+/, "");
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, old!, now!, "", "").replace(/^=+\n/, "");
}
