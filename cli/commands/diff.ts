import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Connector,
  comparedKinds,
  type Profile,
  profileOf,
} from "../../connector/connector.js";
import { isEqual } from "../../connector/values.js";
import { UserError } from "../../host/errors.js";
import { findTargets, type Target } from "../../host/findConnectors.js";
import { GitCommit, gitPlaceOf } from "../../host/git.js";
import { helpOf } from "../../host/help.js";
import { readConnector } from "../../host/readConnector.js";
import type { Judge } from "../../host/ruleset.js";
import { writeAtomically } from "../../host/writeAtomically.js";
import { changesRules } from "../../rulesets/changes/index.js";
import { rules } from "../../rulesets/index.js";
import { type Judgement, judge } from "../../rulesets/judge.js";
import type { Severity } from "../../rulesets/rule.js";
import { before, uncompared } from "../before.js";
import { usesColor } from "../color.js";
import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { json } from "../reporters/json.js";
import { markdown } from "../reporters/markdown.js";
import {
  byFile,
  isOverThreshold,
  type Reporter,
  type ShownFinding,
  type Summary,
  shownFinding,
} from "../reporters/reporter.js";
import { stylish } from "../reporters/stylish.js";
import { Rulesets } from "../rulesets.js";
import type { RemoteOptions } from "../service/diffRemote.js";

interface Options extends RemoteOptions {
  remote?: true;
  profile?: Profile;
  format: "stylish" | "json" | "markdown";
  output?: string;
  all?: true;
  failOn: Severity | "never";
  config?: string | false;
  color?: boolean;
}

const reporters: Record<Options["format"], Reporter> = { stylish, json, markdown };

/** Two versions of a connector. */
interface Pair {
  old: Connector | undefined;
  now: Connector;
  /** The folder that says which configuration counts. */
  folder: string;
  shown(path: string): string;
}

/** Tells what breaks those who use the version before; or, with `--remote`, what an update would change. */
export async function run(options: Options, paths: string[], world: World): Promise<ExitCode> {
  const [first, second] = paths;
  if (options.remote) {
    if (second !== undefined)
      throw new UserError("With --remote one connector is compared with the one on the server.");
    const { diffRemote } = await import("../service/diffRemote.js");
    return diffRemote(options, first, world);
  }
  const format = options.json ? "json" : options.format;
  const { stdout, stderr } = world;
  const pairs =
    second === undefined
      ? await sinceHead(first ?? ".", options)
      : [await pairOf(first!, second, options)];
  const findings: ShownFinding[] = [];
  const summary: Summary = { connectors: 0, files: 0, error: 0, warning: 0, info: 0, hint: 0 };
  const rulesets = new Rulesets(options);
  let isWhole = true;
  let isSame = true;
  for (const { old, now, folder, shown } of pairs) {
    summary.connectors++;
    summary.files += now.all.length;
    if (old === undefined) {
      const path = now.mainFile?.path ?? folder;
      stderr.write(printable(`paconn: ${shown(path)} is new, so nothing can break.\n`, "\n"));
      continue;
    }
    for (const words of uncompared(old, now, shown)) {
      isWhole = false;
      stderr.write(`paconn: ${printable(words, "")}\n`);
    }
    isSame &&= comparedKinds.every((kind) =>
      isEqual(old.file(kind)?.json.value, now.file(kind)?.json.value),
    );
    const ruleset = await rulesets.of(folder, now.profile);
    const { findings: found, failures } = await compare(now.since(old), ruleset, options);
    for (const { rule, error } of failures)
      stderr.write(
        `paconn: The rule ${rule} failed: ${error instanceof Error ? error.stack : error}\n`,
      );
    for (const finding of found) {
      summary[finding.severity]++;
      findings.push(shownFinding(finding, shown));
    }
    if (failures.length > 0) return ExitCode.Failed;
  }
  findings.sort(byFile);
  const ownNames = new Set(rules.map(({ name }) => name));
  const report = reporters[format](findings, summary, {
    color: usesColor(options, world),
    helpOf: (rule) => (ownNames.has(rule) ? helpOf(rule) : undefined),
    noun: options.all ? "change" : "breaking change",
    nothingFound: nothingFound(options, isWhole, isSame),
  });
  if (options.output === undefined) stdout.write(report);
  else await writeAtomically(resolve(options.output), report);
  if (!isWhole) return ExitCode.Failed;
  return isOverThreshold(summary, options.failOn) ? ExitCode.Findings : ExitCode.Done;
}

/** What is said when nothing is listed: that nothing has changed only where both versions say the same. */
function nothingFound({ all }: Options, isWhole: boolean, isSame: boolean): string {
  if (!isWhole) return `Nothing that was compared ${all ? "has changed" : "breaks"}`;
  if (!all) return "Nothing breaks";
  return isSame ? "Nothing has changed" : "Nothing that makers or flows see has changed";
}

/** What the rules about changes find, with the severities of the configuration when there is one. */
async function compare(connector: Connector, ruleset: Judge, { all }: Options): Promise<Judgement> {
  const files = comparedKinds.flatMap((kind) => connector.file(kind) ?? []);
  const names = new Set(changesRules.map(({ name }) => name));
  const [compatible] = changesRules.filter(({ name }) => name === "compatible-change");
  const judgement = ruleset.isOwn
    ? judge(connector, files, connector.profile, changesRules)
    : await ruleset.judge(connector, files);
  const findings = judgement.findings.filter(({ rule }) => names.has(rule));
  if (all && !findings.some(({ rule }) => rule === compatible!.name))
    findings.push(
      ...judge(connector, files, connector.profile, [{ ...compatible!, severity: "hint" }])
        .findings,
    );
  return { ...judgement, findings };
}

/** Connectors on disk, each with what it was in the last commit. */
async function sinceHead(given: string, options: Options): Promise<Pair[]> {
  const place = gitPlaceOf(given);
  if (place !== undefined)
    throw new UserError(
      `${given} is compared with something that is not named.`,
      `For example: paconn diff ${quoted(given)} ${quoted(place.path || ".")}`,
    );
  await refuseVersion(given, ".");
  const pairs: Pair[] = [];
  for (const target of await findTargets([given])) {
    const now = await onDisk(target, options);
    pairs.push({
      old: await before(aloneOf(target, now), "HEAD", now.profile),
      now,
      folder: target.folder,
      shown: target.shown,
    });
  }
  return pairs;
}

async function pairOf(old: string, now: string, options: Options): Promise<Pair> {
  await refuseVersion(old, now);
  await refuseVersion(now, old);
  const after = await sideOf(now, options);
  const before = await sideOf(old, {
    ...options,
    profile: options.profile ?? after.connector.profile,
  });
  const kinds = ({ all }: Connector) => all.map(({ kind }) => kind);
  if (!kinds(before.connector).some((kind) => kinds(after.connector).includes(kind)))
    throw new UserError(
      `${old} and ${now} have no file of the same kind.`,
      "Compare two folders, two definitions or two files of properties.",
    );
  return { old: before.connector, now: after.connector, folder: after.folder, shown: after.shown };
}

/**
 * Tells how a version of git is named when one is given in the place of a path.
 * @param other what it is compared with
 */
async function refuseVersion(given: string, other: string): Promise<void> {
  if (existsSync(given) || gitPlaceOf(given) !== undefined) return;
  const commit = await GitCommit.find(given, process.cwd()).catch(() => undefined);
  if (commit === undefined) return;
  const path =
    gitPlaceOf(other)?.path ?? (existsSync(other) ? await commit.pathOf(resolve(other)) : "");
  throw new UserError(
    `${given} is a version of git, and no folder or file in it is named.`,
    `For example: paconn diff ${quoted(`${given}:${path || "."}`)} ${quoted(other)}`,
  );
}

/** A word of a command line, in quotes where shells need them. */
function quoted(word: string): string {
  return /^[\w./:@~^+-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}

/** One side: a folder, a file, or either of them in a commit. */
async function sideOf(
  given: string,
  options: Options,
): Promise<{ connector: Connector; folder: string; shown(path: string): string }> {
  const place = gitPlaceOf(given);
  if (place === undefined) {
    const targets = await findTargets([given]);
    if (targets.length > 1)
      throw new UserError(`${given} holds ${targets.length} connectors.`, "Name one of them.");
    const [target] = targets as [Target];
    return { connector: await onDisk(target, options), folder: target.folder, shown: target.shown };
  }
  const folder = process.cwd();
  const commit = await GitCommit.find(place.ref, folder);
  const path = await commit.resolve(place.path, folder);
  const connector = await commit.connector(path, options);
  if (connector === undefined)
    throw new UserError(
      `${given}: There is no connector of that path in ${place.ref}.`,
      "The path begins at the root of the repository, or with ./ at the current folder.",
    );
  return { connector, folder, shown: (path) => path };
}

/** The connector on disk; of a file that was named, that file alone. */
async function onDisk(target: Target, { profile }: Options): Promise<Connector> {
  const connector = await readConnector(target.folder, {
    profile: profile ?? profileOf(target.folder),
    named: target.named,
    onUnreadable: (path, error) => {
      throw new UserError(`${target.shown(path)} cannot be read: ${error.message}.`, undefined, 3);
    },
  });
  return target.only === undefined ? connector : connector.only(target.only);
}

/** A file that was asked for alone is compared with that file alone. */
function aloneOf(target: Target, { all }: Connector): Target {
  const [file] = all;
  return target.only === undefined || file === undefined
    ? target
    : { ...target, named: { kind: file.kind, path: file.path } };
}
