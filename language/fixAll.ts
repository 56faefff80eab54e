import type { Connector, ConnectorFile } from "../connector/connector.js";
import {
  applyChanges,
  changeBetween,
  changesOf,
  type JsonEdit,
  type TextChange,
} from "../connector/edit.js";
import { child, lastSegment, type Pointer, parent } from "../connector/pointer.js";
import { type Finding, type Fix, onlyRemoves } from "../rulesets/rule.js";

/** Fixes that meet are applied one after the other; more rounds than this mean that they disagree. */
export const mostRounds = 10;

export interface Fixed {
  /** The parts of the text to replace, apart and in order. */
  changes: TextChange[];
  /** How many fixes were applied. */
  count: number;
}

/**
 * Applies the fixes of many findings in a file, each in the text that those before it left: what is
 * found is looked up anew after every round. Fixes of other files are passed over.
 * @param find what rules find in a file of a connector
 */
export async function fixAll(
  connector: Connector,
  file: ConnectorFile,
  find: (connector: Connector, file: ConnectorFile) => Promise<readonly Finding[]>,
  wants: (finding: Finding) => boolean,
): Promise<Fixed> {
  let current = connector;
  let fixed = file;
  let changes: TextChange[] = [];
  let count = 0;
  const seen = new Set([file.text]);
  for (let round = 0; round < mostRounds; round++) {
    const findings = await find(current, fixed);
    const wanted = findings
      .filter((finding) => wants(finding) && fixes(finding, fixed))
      .map(({ fix }) => fix!);
    let next: TextChange[][] = [];
    let text = fixed.text;
    // What seems to be missing or too much may be there under a wrong name, and is not any more when that is mended.
    for (const isMeant of [renames, (fix: Fix) => !onlyRemoves(fix), onlyRemoves]) {
      next = together(fixed, wanted.filter(isMeant));
      text = applyChanges(fixed.text, next.flat());
      if (!seen.has(text)) break;
    }
    if (seen.has(text)) break;
    seen.add(text);
    count += next.length;
    // The places of the first round are those of the text in the editor; later ones are not.
    changes = round === 0 ? next.flat() : changeBetween(file.text, text);
    fixed = fixed.withText(text);
    current = current.with(fixed);
  }
  return { changes, count };
}

/** Whether the fix of a finding changes the file itself and may be applied together with others. */
export function fixes({ fix }: Finding, file: Pick<ConnectorFile, "kind">): boolean {
  if (fix === undefined || fix.byHand !== undefined) return false;
  return fix.file === undefined || fix.file === file.kind;
}

function renames({ edits }: Fix): boolean {
  return edits.some((edit) => "renameKey" in edit);
}

/** The member that an edit gives a value: two fixes of one round must not both add it. */
function memberOf(edit: JsonEdit): Pointer[] {
  if ("set" in edit) return lastSegment(edit.set) === "-" ? [] : [edit.set];
  return "renameKey" in edit ? [child(parent(edit.renameKey), edit.to)] : [];
}

/** Of many fixes those that do not meet, the first ones first. */
function together(file: ConnectorFile, fixes: readonly Fix[]): TextChange[][] {
  const chosen: TextChange[][] = [];
  const taken = new Set<Pointer>();
  let end = -1;
  const sorted = fixes
    .map(({ edits }) => ({ changes: changesOf(file, edits), members: edits.flatMap(memberOf) }))
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => a.changes[0]!.offset - b.changes[0]!.offset);
  for (const { changes, members } of sorted) {
    if (changes[0]!.offset <= end || members.some((member) => taken.has(member))) continue;
    chosen.push(changes);
    for (const member of members) taken.add(member);
    const last = changes.at(-1)!;
    end = last.offset + last.length;
  }
  return chosen;
}
