import { nestedPath } from "../connector/archive.js";
import type { Connector, ConnectorFile, FileKind, Profile } from "../connector/connector.js";
import { appendTo, once } from "../connector/keep.js";
import { valueAt } from "../connector/reference.js";
import { withoutSecrets } from "../connector/secrets.js";
import type { Range } from "../connector/text.js";
import { rules as allRules } from "./index.js";
import { isMisspelt } from "./misspeltKey.js";
import { nodeKinds } from "./nodes.js";
import {
  type Finding,
  type Fix,
  onlyRemoves,
  type Report,
  type Rule,
  type Severity,
  type ShownChange,
  severityIn,
} from "./rule.js";

/** What rules found, and which of them could not do their work. */
export interface Judgement {
  /** Sorted by file, position and rule. */
  findings: Finding[];
  failures: RuleFailure[];
}

/** A rule that threw, which must not cost the findings of the others. */
export interface RuleFailure {
  /** Its name; `undefined` when a ruleset of the user ended the whole run on a file. */
  rule: string | undefined;
  /** Whether it is one of ours, so that this program has a bug. */
  isOurs: boolean;
  path: string;
  error: unknown;
}

/** Takes how long a rule checked the nodes of a file; the first that needs a part of the model makes it. */
export type OnChecked = (rule: string, milliseconds: number) => void;

/** What those who have a connector judged take part in. */
export interface Course {
  onChecked?: OnChecked | undefined;
  /** Called after each file and each rule, so that something else can be done in between; when it fails, the judgement ends with its error. */
  pause?(): Promise<void> | undefined;
}

/**
 * Judges files of a connector by our rules alone. Rulesets of the user run through Spectral
 * (`spectral.ts`), with the same result for our rules.
 */
export function judge(
  connector: Connector,
  files: readonly ConnectorFile[],
  profile?: Profile,
  rules?: readonly Rule[],
): Judgement {
  const steps = judging(connector, files, profile, rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses. */
export async function judgeInSteps(
  connector: Connector,
  files: readonly ConnectorFile[],
  { onChecked, pause }: Course,
): Promise<Judgement> {
  const steps = judging(connector, files, undefined, undefined, onChecked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pausing = pause?.();
    if (pausing !== undefined) await pausing;
  }
}

/** Reads file by file and judges rule by rule. */
function* judging(
  connector: Connector,
  files: readonly ConnectorFile[],
  profile: Profile = connector.profile,
  rules: readonly Rule[] = allRules,
  onChecked?: OnChecked,
): Generator<undefined, Judgement> {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  // Reading takes longer than any rule, so it is no part of the first one.
  for (const file of files) {
    if (file.isJson) void file.json;
    yield;
  }
  for (const file of files)
    for (const rule of rulesByKind(rules).get(file.kind) ?? []) {
      const severity = severityIn(rule, profile);
      if (severity === undefined) continue;
      checkFile(
        rule,
        connector,
        file,
        profile,
        (report) => findings.push(findingOf(rule, report, severity, connector, file)),
        (error) => failures.push({ rule: rule.name, isOurs: true, path: file.path, error }),
        onChecked,
      );
      yield;
    }
  return { findings: findings.sort(byPlace), failures };
}

/** The rules that have something to look at in each kind of file: hardly any one has in several. */
const rulesByKind = once((rules: readonly Rule[]) => {
  const byKind = new Map<FileKind, Rule[]>();
  for (const rule of rules)
    for (const kind of nodeKinds[rule.on].files) appendTo(byKind, kind, rule);
  return byKind;
});

/** Hands a rule the nodes of a file, one after the other; a throw costs one node only. */
export function checkFile(
  rule: Rule,
  connector: Connector,
  file: ConnectorFile,
  profile: Profile,
  report: (report: Report) => void,
  failed: (error: unknown) => void,
  onChecked?: OnChecked,
): void {
  const nodes = nodeKinds[rule.on];
  if (!nodes.files.includes(file.kind)) return;
  let start = 0;
  try {
    const list = nodes.list(connector, file);
    // Most rules have nothing to look at in most files.
    if (list.length === 0) return;
    const context = {
      connector,
      file,
      profile,
      definition: connector.apiDefinition,
      properties: connector.apiProperties,
      report: (found: Report) => {
        if (found.missing === undefined || !isMisspelt(file, found.at, found.missing))
          report(found);
      },
    };
    if (onChecked !== undefined) start = performance.now();
    for (const node of list) {
      try {
        rule.check(node as never, context);
      } catch (error) {
        failed(error);
      }
    }
    onChecked?.(rule.name, performance.now() - start);
  } catch (error) {
    failed(error);
  }
}

/** A report with everything that is shown of it, which ends in logs: what looks like a secret is masked. */
export function findingOf(
  rule: Rule,
  report: Report,
  severity: Severity,
  connector: Connector,
  file: ConnectorFile,
): Finding {
  const hide = (text: string) => withoutSecrets(text, connector);
  return {
    rule: rule.name,
    validatorCode: report.code === undefined ? (rule.validatorCodes[0] ?? null) : report.code,
    severity,
    message: hide(report.message),
    path: pathOf(file, report),
    pointer: report.at,
    range: report.name === undefined ? rangeOf(file, report) : start,
    related: (report.related ?? []).flatMap((place) => {
      const other = place.file === undefined ? file : connector.file(place.file);
      if (other === undefined) return [];
      const message = hide(place.message);
      return [{ path: other.path, pointer: place.at, range: rangeOf(other, place), message }];
    }),
    fix: report.fix && {
      ...report.fix,
      title: hide(report.fix.title),
      byHand:
        report.fix.byHand ?? (losesContent(report.fix, connector, file) ? "loses" : undefined),
    },
    tag: rule.tag,
    ...(report.change !== undefined && { change: maskedChange(report.change, hide) }),
  };
}

/** Whether a fix that is not certain does nothing but remove, and among it an object or a list with something in it. */
function losesContent(fix: Fix, connector: Connector, file: ConnectorFile): boolean {
  if (fix.isSafe || fix.removesUnused || !onlyRemoves(fix)) return false;
  const changed = fix.file === undefined ? file : connector.file(fix.file);
  return fix.edits.some((edit) => {
    const removed = "remove" in edit && valueAt(changed?.json.value, edit.remove);
    return typeof removed === "object" && removed !== null && Object.keys(removed).length > 0;
  });
}

/** Old and new values as texts: they can hold anything. */
function maskedChange({ path, old, new: now }: ShownChange, hide: (text: string) => string) {
  const shown = (value: unknown) =>
    value === undefined ? null : (JSON.parse(hide(JSON.stringify(value))) as unknown);
  return { path, old: shown(old), new: shown(now) };
}

const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** The path of the file, of something beside it, or of something in it. */
function pathOf({ path, name: own }: ConnectorFile, { name, entry }: Report): string {
  if (entry !== undefined) return nestedPath(path, entry);
  return name === undefined ? path : path.slice(0, path.length - own.length) + name;
}

/** The underlined range: a value whole, an object or array by its key; in a file that is no JSON its first character. */
function rangeOf(file: ConnectorFile, place: Pick<Report, "at" | "part" | "offset">): Range {
  const { lines } = file;
  if (place.offset !== undefined) return lines.range(place.offset.offset, place.offset.length);
  if (!file.isJson) return start;
  const { json } = file;
  return json.range(place.at, place.part ?? (json.isContainer(place.at) ? "key" : "value"));
}

/** The order in which findings are told. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
