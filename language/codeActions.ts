import { CodeActionKind, type Range } from "vscode-languageserver-types";
import type { ConnectorFile } from "../connector/connector.js";
import type { JsonEdit } from "../connector/edit.js";
import type { Pointer } from "../connector/pointer.js";
import type { Finding } from "../rulesets/rule.js";
import { areTouching } from "./diagnostic.js";
import { fixes } from "./fixAll.js";
import { fixAllKind } from "./names.js";
import type { Refactoring } from "./refactorings.js";

/** What a code action changes, told so that it can be looked up when it is chosen. */
export type ActionTarget =
  | { does: "fix"; rule: string; pointer: Pointer; message: string; range: Range }
  | { does: "fixRule"; rule: string }
  | { does: "fixAll" }
  | { does: "switchOff"; rule: string }
  | { does: "refactor"; pointer: Pointer; title: string };

/** An entry of the menu at a place of a file. */
export interface Action {
  title: string;
  kind: CodeActionKind;
  /** What it is offered for. */
  findings: readonly Finding[];
  isPreferred: boolean;
  target?: ActionTarget;
  /** The address of a page to open. */
  page?: string;
}

/**
 * What can be done at a place: about the findings there, and besides.
 * @param findings those of the whole file
 * @param pointer what the range is in
 * @param only the kinds that are asked for; all when absent
 * @param ruleset the name of the configuration in which rules can be switched off, if there is one
 * @param pageOf the address of the page of a rule, when it can be opened
 */
export function actionsAt(
  file: Pick<ConnectorFile, "kind">,
  findings: readonly Finding[],
  range: Range,
  refactorings: readonly Refactoring[],
  pointer: Pointer,
  only: readonly CodeActionKind[] | undefined,
  ruleset: string | undefined,
  pageOf: (finding: Finding) => string | undefined,
): Action[] {
  const here = findings.filter((finding) => areTouching(finding.range, range));
  const byRule = new Map(here.map((finding) => [finding.rule, finding]));
  const actions: Action[] = [];
  const offer = (title: string, findings: readonly Finding[], more: Partial<Action>) =>
    actions.push({ title, kind: CodeActionKind.QuickFix, findings, isPreferred: false, ...more });

  for (const finding of here) {
    const { rule, pointer, message, fix } = finding;
    if (fix === undefined) continue;
    const target: ActionTarget = { does: "fix", rule, pointer, message, range: finding.range };
    offer(fix.title, [finding], { isPreferred: fix.isSafe, target });
  }
  // A fix that changes the same knows more of what is wrong.
  const fixed = new Set(here.flatMap(({ fix }) => (fix === undefined ? [] : placesOf(fix.edits))));
  const others = refactorings.filter(({ edits }) => !fixed.has(placesOf(edits)));
  const offerAll = (refactorings: readonly Refactoring[]) => {
    for (const { title, kind, mends } of refactorings) {
      const about = mends === undefined ? [] : here.filter((finding) => finding.pointer === mends);
      offer(title, about, { kind, target: { does: "refactor", pointer, title } });
    }
  };
  offerAll(others.filter(({ mends }) => mends !== undefined));
  for (const rule of byRule.keys()) {
    const alike = findings.filter((finding) => finding.rule === rule && fixes(finding, file));
    if (alike.length > 1)
      offer(`Fix all ${alike.length} findings of ${rule} in this file`, alike, {
        target: { does: "fixRule", rule },
      });
  }
  const safe = findings.filter((finding) => finding.fix?.isSafe && fixes(finding, file));
  if (safe.length > 0)
    offer("Apply all safe fixes of paconn in this file", safe, {
      kind: fixAllKind,
      target: { does: "fixAll" },
    });
  if (ruleset !== undefined)
    for (const [rule, finding] of byRule)
      offer(`Switch off ${rule} in ${ruleset}`, [finding], {
        target: { does: "switchOff", rule },
      });
  for (const [rule, finding] of byRule) {
    const page = pageOf(finding);
    if (page !== undefined) offer(`Open the page of ${rule}`, [finding], { page });
  }
  offerAll(others.filter(({ mends }) => mends === undefined));
  return actions.filter(
    ({ kind }) =>
      only?.some((each) => each === "" || kind === each || kind.startsWith(`${each}.`)) ?? true,
  );
}

/** Everything that edits change, as a text that can be compared. */
function placesOf(edits: readonly JsonEdit[]): string {
  return edits.map((edit) => ("set" in edit ? edit.set : JSON.stringify(edit))).join(" ");
}
