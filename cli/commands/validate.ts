import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import {
  type Connector,
  type ConnectorFile,
  type Profile,
  profileOf,
} from "../../connector/connector.js";
import { exactValue, printExact } from "../../connector/exactJson.js";
import { reasonOf, UserError } from "../../host/errors.js";
import {
  fileTarget,
  findTargets,
  findWholeConnectors,
  findYaml,
  type Target,
  yamlAdvice,
} from "../../host/findConnectors.js";
import { helpOf } from "../../host/help.js";
import { readConnector } from "../../host/readConnector.js";
import type { Judge } from "../../host/ruleset.js";
import { writeAtomically } from "../../host/writeAtomically.js";
import { rules } from "../../rulesets/index.js";
import type { RuleFailure } from "../../rulesets/judge.js";
import type { Finding, Severity } from "../../rulesets/rule.js";
import { ahead } from "../ahead.js";
import { asUserError } from "../asUserError.js";
import { Clock, RuleTimes } from "../clock.js";
import { usesColor } from "../color.js";
import { ExitCode, type World } from "../command.js";
import { printable } from "../printable.js";
import { Progress } from "../progress.js";
import { json } from "../reporters/json.js";
import { markdown } from "../reporters/markdown.js";
import {
  byFile,
  fixesSentence,
  isOverThreshold,
  type LeftFixes,
  leftSentences,
  type Reporter,
  type ShownFinding,
  type ShownFixes,
  type Summary,
  shownFinding,
} from "../reporters/reporter.js";
import { stylish } from "../reporters/stylish.js";
import { wordsOfFailure } from "../ruleFailure.js";
import { Rulesets } from "../rulesets.js";
import type { ServiceOptions } from "../service/connect.js";
import { readSettings } from "../service/settingsFile.js";

interface Options extends ServiceOptions {
  profile?: Profile;
  format: "stylish" | "json" | "markdown";
  output?: string;
  failOn: Severity | "never";
  maxWarnings?: number;
  quiet?: true;
  fix?: true;
  fixSuggestions?: true;
  dryRun?: true;
  config?: string | false;
  stdin?: true;
  stdinFilepath?: string;
  wholeConnectors?: true;
  color?: boolean;
  timing?: true;
  apiDef?: string;
  settings?: string;
  remote?: true;
  since?: string;
  json?: true;
}

type WantsFix = (finding: Finding) => boolean;

const reporters: Record<Options["format"], Reporter> = { stylish, json, markdown };

/** Judges connectors and prints what is wrong with them. */
export async function run(given: Options, paths: string[], world: World): Promise<ExitCode> {
  const options: Options = given.json ? { ...given, format: "json" } : given;
  const { stdout, stderr } = world;
  const clock = new Clock();
  const wants = wantedFixes(options);
  const overlay = await readStdin(options, world);
  const { archives, others } = await archivesAmong(paths);
  if (archives.length > 0 && wants !== undefined)
    throw new UserError(
      `${archives[0]} is a package, in which nothing can be fixed.`,
      "Fix the connector in its folder and make the package again.",
    );
  const closed: UserError[] = [];
  const targets =
    archives.length > 0 && others.length === 0
      ? []
      : await targetsOf(options, others, overlay, (error) => closed.push(error));
  clock.mark("find");

  const findings: ShownFinding[] = [];
  const summary: Summary = { connectors: 0, files: 0, error: 0, warning: 0, info: 0, hint: 0 };
  const fixes: ShownFixes[] = [];
  const fixesLeft: LeftFixes = { breaks: 0, loses: 0 };
  let fixedText: string | undefined;
  const withFrames = options.format === "stylish" && stdout.isTTY === true && !options.output;
  const rulesets = new Rulesets(options);
  const remote = options.remote && (await askService(options, world));
  const times = new RuleTimes();
  const onChecked = options.timing && times.add;
  const progress = new Progress(targets.length + archives.length, stderr, "connectors");
  let hasFailed = false;
  let exitCode = ExitCode.Failed;
  const complain = (words: string) => {
    progress.clear();
    hasFailed = true;
    stderr.write(`paconn: ${printable(words, "\t\n")}\n`);
  };
  for (const error of closed) complain(told(error));

  const tellFailures = (failures: readonly RuleFailure[], shown: (path: string) => string) => {
    for (const failure of failures) complain(wordsOfFailure(failure, shown));
  };

  const readings = ahead(targets, async (target) => ({
    target,
    ...(await read(target, options, overlay)),
  }));
  for await (const { target, connector: found, yaml, complaints } of readings) {
    progress.step();
    for (const words of complaints) complain(words);
    if (found === undefined) continue;
    if (yaml) exitCode = ExitCode.Usage;
    const { profile } = found;
    let connector = found;
    if (options.since !== undefined) {
      const { before, unreadable } = await import("../before.js");
      const previous = await before(target, options.since, profile);
      // That the file of now cannot be read is a finding; of the version before nobody can mend it.
      for (const words of previous === undefined ? [] : unreadable(previous, (path) => path))
        stderr.write(`paconn: ${printable(words, "")}\n`);
      if (previous !== undefined) connector = connector.since(previous);
    }
    clock.mark("read");
    // Else the first rule would seem to take as long as reading the JSON does.
    for (const file of connector.all) if (file.isJson) void file.isJudgeable;
    clock.mark("parse");
    let ruleset: Judge;
    try {
      ruleset = await rulesets.of(target.folder, profile);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // The other connectors are judged all the same.
      complain(told(error));
      exitCode = ExitCode.Usage;
      continue;
    }
    clock.mark("rulesets");
    const isWanted = ({ path }: ConnectorFile) => target.only?.has(path) ?? true;
    if (wants !== undefined) {
      const { applyFixes } = await import("../fixing.js");
      const done = await applyFixes(connector, connector.all.filter(isWanted), ruleset, {
        wants,
        mode: options.dryRun ? "show" : options.stdin ? "keep" : "write",
        shown: target.shown,
        complain: (error) => complain(told(error)),
      });
      connector = done.connector;
      fixes.push(...done.fixes);
      if (options.stdin) fixedText = connector.all.find(isWanted)?.content;
      clock.mark("fixes");
    }
    const judged = connector.all.filter(isWanted);
    const result = await ruleset.judge(connector, judged, { onChecked });
    // A finding about the folder as a whole can be at a file that was not asked for.
    result.findings = result.findings.filter(({ path }) => target.only?.has(path) ?? true);
    clock.mark("rules");
    for (const finding of result.findings)
      if (wants?.(finding) && finding.fix?.byHand) fixesLeft[finding.fix.byHand]++;
    summary.connectors++;
    summary.files += connector.all.length;
    tellFailures(result.failures, target.shown);
    let said: readonly Finding[] = [];
    try {
      if (remote) said = await remote(connector, judged, result.findings);
    } catch (error) {
      const known = asUserError(error);
      if (!(known instanceof UserError)) throw error;
      // What our own rules found is shown all the same.
      complain(told(known));
      exitCode = known.exitCode as ExitCode;
    }
    for (const finding of [...result.findings, ...said]) {
      summary[finding.severity]++;
      if (options.quiet && finding.severity !== "error") continue;
      findings.push(shownFinding(finding, target.shown, withFrames ? connector : undefined));
    }
  }
  for (const path of archives) {
    progress.step();
    try {
      const { judgeArchive } = await import("../../host/readPackage.js");
      const profile = options.profile ?? "certified";
      const ruleset = await rulesets.of(dirname(resolve(path)), profile);
      const { connectors, ...result } = await judgeArchive(resolve(path), path, profile, ruleset);
      summary.connectors += connectors;
      summary.files++;
      tellFailures(result.failures, (each) => each);
      const shown = (each: string) => path + each.slice(resolve(path).length);
      for (const finding of result.findings) {
        summary[finding.severity]++;
        if (options.quiet && finding.severity !== "error") continue;
        findings.push(shownFinding(finding, shown));
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      complain(told(error));
      if (error.exitCode === 2) exitCode = ExitCode.Usage;
    }
  }
  progress.clear();

  findings.sort(byFile);
  const ownNames = new Set(rules.map(({ name }) => name));
  const report = reporters[options.format](findings, summary, {
    color: options.output === undefined && usesColor(options, world),
    helpOf: (rule) => (ownNames.has(rule) ? helpOf(rule) : undefined),
    ...(wants !== undefined && { fixes, fixesLeft }),
  });
  // What could not be judged must not look clean.
  const isTold =
    !hasFailed || (options.format === "json" ? summary.connectors > 0 : findings.length > 0);
  if (!isTold) return exitCode;
  const isText = options.format === "stylish";
  const result =
    options.dryRun && isText ? printable(fixes.map(({ diff }) => diff).join(""), "\t\n\r") : report;
  if (options.output !== undefined) await writeAtomically(resolve(options.output), result);
  else if (wants !== undefined && options.stdin && !options.dryRun) {
    // The text takes the place of the one on standard input, as a formatter of an editor wants it.
    const [given] = overlay.values();
    stdout.write(fixes.length > 0 ? fixedText! : given!);
    stderr.write(result);
  } else stdout.write(result);
  if (options.dryRun && isText) {
    for (const { file, hidesSecret } of fixes)
      if (hidesSecret)
        stderr.write(
          `paconn: The diff of ${printable(file)} cannot be applied, since a secret in it is hidden. Leave out --dry-run to fix the file.\n`,
        );
    for (const line of [fixesSentence(fixes, "would be fixed"), leftSentences(fixesLeft)])
      if (line !== "") stderr.write(`${line}\n`);
  }
  clock.mark("report");
  if (options.timing) stderr.write(clock.report() + times.report());

  if (hasFailed) return exitCode;
  const isOverLimit = options.maxWarnings !== undefined && summary.warning > options.maxWarnings;
  if (isOverLimit)
    stderr.write(
      `paconn: There ${summary.warning === 1 ? "is 1 warning" : `are ${summary.warning} warnings`}; --max-warnings allows ${options.maxWarnings}.\n`,
    );
  return isOverLimit || isOverThreshold(summary, options.failOn)
    ? ExitCode.Findings
    : ExitCode.Done;
}

/** The connector that a target is, and what keeps it, or a part of it, from being read. */
async function read(
  target: Target,
  options: Options,
  overlay: ReadonlyMap<string, Uint8Array>,
): Promise<{ connector?: Connector; yaml?: boolean; complaints: string[] }> {
  const complaints: string[] = [];
  const unreadable = (path: string, error: unknown) =>
    complaints.push(`${target.shown(path)} cannot be read: ${reasonOf(error)}.`);
  try {
    const connector = await readConnector(target.folder, {
      profile: options.profile ?? profileOf(target.folder),
      overlay,
      ...(target.named !== undefined && { named: target.named }),
      onUnreadable: unreadable,
    });
    const yaml = connector.file("apiDefinition") === undefined && (await findYaml(target.folder));
    if (yaml) complaints.push(`${target.shown(yaml)}: ${yamlAdvice}`);
    return { connector, yaml: Boolean(yaml), complaints };
  } catch (error) {
    unreadable(target.folder, error);
    return { complaints };
  }
}

/** The certification packages among what was named; everything else is a folder, a file or a pattern. */
async function archivesAmong(
  paths: readonly string[],
): Promise<{ archives: string[]; others: string[] }> {
  const archives: string[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const isArchive =
      /\.zip$/i.test(path) &&
      (await stat(path).then(
        (found) => found.isFile(),
        () => false,
      ));
    (isArchive ? archives : others).push(path);
  }
  return { archives, others };
}

/** Which fixes are to be applied; `undefined` when none are. */
function wantedFixes({ fix, fixSuggestions, dryRun }: Options): WantsFix | undefined {
  if (dryRun && !fix && !fixSuggestions)
    throw new UserError(
      "--dry-run shows what fixes would change.",
      "Use it with --fix or --fix-suggestions.",
    );
  if (fixSuggestions) return (finding) => finding.fix !== undefined;
  return fix && ((finding) => finding.fix?.isSafe === true);
}

function told({ message, todo }: UserError): string {
  return todo === undefined ? message : `${message}\n${todo}`;
}

/** The text on standard input, by the path that it stands for. */
async function readStdin(
  { stdin, stdinFilepath }: Options,
  { stdin: input }: World,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (stdin === undefined && stdinFilepath === undefined) return new Map();
  if (stdin === undefined || stdinFilepath === undefined)
    throw new UserError(
      "--stdin and --stdin-filepath belong together.",
      "For example: paconn validate --stdin --stdin-filepath apiDefinition.swagger.json < draft.json",
    );
  return new Map([[resolve(stdinFilepath), await buffer(input)]]);
}

async function targetsOf(
  { apiDef, settings, stdinFilepath, wholeConnectors }: Options,
  paths: readonly string[],
  overlay: ReadonlyMap<string, Uint8Array>,
  onClosed: (error: UserError) => void,
): Promise<Target[]> {
  const targets: Target[] = [];
  if (stdinFilepath !== undefined) {
    if (paths.length > 0 || apiDef !== undefined || settings !== undefined)
      throw new UserError("With --stdin nothing else can be validated.", "Leave out the paths.");
    const [content] = overlay.values();
    return [await fileTarget(stdinFilepath, { content: content! })];
  }
  if (wholeConnectors) {
    if (apiDef !== undefined || settings !== undefined)
      throw new UserError("With --whole-connectors, name the files as paths.");
    return findWholeConnectors(paths, { onClosed });
  }
  if (apiDef !== undefined) targets.push(await fileTarget(apiDef, { kind: "apiDefinition" }));
  if (settings !== undefined) {
    const { only: _, named, ...target } = await fileTarget(settings, { kind: "settings" });
    targets.push({ ...target, ...(named !== undefined && { named }) });
  }
  if (targets.length > 0 && paths.length === 0) return targets;
  return [...targets, ...(await findTargets(paths.length > 0 ? paths : ["."], { onClosed }))];
}

/** What the service says of the definition of a connector, with the rules of certification. */
async function askService(options: Options, world: World) {
  const settings =
    options.settings === undefined ? undefined : await readSettings(options.settings);
  const [{ connect }, { readServiceText, serviceFindings }] = await Promise.all([
    import("../service/connect.js"),
    import("../service/serviceFindings.js"),
  ]);
  const service = await connect(options, world, settings);
  return async (
    connector: Connector,
    judged: readonly ConnectorFile[],
    ours: readonly Finding[],
  ): Promise<Finding[]> => {
    const file = judged.find(({ kind }) => kind === "apiDefinition");
    const definition =
      file?.isJudgeable && file.encodingProblem === undefined && exactValue(file.json);
    // What cannot be read is told by our own rules.
    if (!file || !definition || file.json.problems.some(({ type }) => type !== "duplicateKey"))
      return [];
    const { text, hasFailed } = await service.client.validate(
      await service.objectId(),
      printExact(definition),
      { withCertificationRules: true },
    );
    const lines = readServiceText(
      text,
      file,
      connector.apiDefinition,
      hasFailed ? "error" : "warning",
    );
    const isGood =
      !hasFailed && lines.every(({ message }) => /\bsucceeded\b|\bsuccessful/i.test(message));
    return isGood
      ? []
      : serviceFindings(
          lines.length > 0
            ? lines
            : [{ severity: "error", pointer: "", message: "The definition is refused." }],
          file,
          ours.filter(({ path }) => path === file.path),
        );
  };
}
