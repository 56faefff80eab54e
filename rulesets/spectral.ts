import { Document, type IRuleResult, Ruleset, Spectral } from "@stoplight/spectral-core";
import type { Resolver } from "@stoplight/spectral-ref-resolver";
import type { Connector, ConnectorFile } from "../connector/connector.js";
import { child, type Pointer } from "../connector/pointer.js";
import { withoutSecrets } from "../connector/secrets.js";
import {
  byPlace,
  type Course,
  checkFile,
  findingOf,
  type Judgement,
  judge,
  type OnChecked,
  type RuleFailure,
} from "./judge.js";
import type { Finding, Report, Rule, Severity } from "./rule.js";
import {
  type Judged,
  judged,
  resultsOf,
  type StandIn,
  type StandsFor,
  standsFor,
} from "./toSpectral.js";

export { Ruleset };

const severities: readonly Severity[] = ["error", "warning", "info", "hint"];
const standInOf = (index: number) => `#${index}`;

/**
 * A file of a connector as Spectral sees it. Spectral hands it to every rule, so cross-file rules
 * reach the connector; and a location comes from the same tree as everywhere else.
 */
class ConnectorDocument extends Document {
  readonly reports: { rule: Rule; report: Report }[] = [];
  readonly failures: RuleFailure[] = [];
  readonly [judged]: Judged;

  constructor(
    connector: Connector,
    readonly file: ConnectorFile,
    onChecked?: OnChecked,
  ) {
    const data = file.isJudgeable ? file.json.value : undefined;
    super(
      file.text,
      {
        parse: () => ({ data, ast: undefined, diagnostics: [], lineMap: [], anchors: {} }) as never,
        getLocationForJsonPath: (_, path) => ({ range: file.json.range(pointerOf(path)) }),
        trapAccess: (value) => value,
      },
      file.path,
    );
    this[judged] = {
      connector,
      file,
      record: (rule, report) => standInOf(this.reports.push({ rule, report }) - 1),
      failed: (rule, error) =>
        this.failures.push({ rule: rule.name, isOurs: true, path: file.path, error }),
      checked: onChecked,
      ahead: new Map(),
    };
  }
}

/** Judges files of a connector by a ruleset. A failing rule is reported and the others go on. */
export async function judgeBySpectral(
  connector: Connector,
  files: readonly ConnectorFile[],
  ruleset: Ruleset,
  { onChecked, pause }: Course = {},
): Promise<Judgement> {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const file of files) {
    if (!file.isJson) {
      const judgement = judgeByOurs(connector, file, ruleset, onChecked);
      findings.push(...judgement.findings);
      failures.push(...judgement.failures);
      continue;
    }
    const document = new ConnectorDocument(connector, file, onChecked);
    // Spectral runs all rules at once. What ours find is found ahead, so that there can be pauses.
    if (pause !== undefined)
      for (const { meant } of ownRulesIn(ruleset, file)) {
        const own = document[judged];
        own.ahead.set(meant, resultsOf(meant, own, own));
        await pause();
      }
    // A new one for each document: a Spectral that is used again grows without end.
    const run = async (rules: Ruleset) => {
      const spectral = new Spectral({ resolver: await resolverFor(rules) });
      spectral.setRuleset(rules);
      return spectral.run(document, { ignoreUnknownFormat: true });
    };
    const results = await run(ruleset).catch((error: unknown) => {
      // A rule of the user can end the whole run; ours are told all the same.
      failures.push({ rule: undefined, isOurs: false, path: file.path, error });
      for (const finding of judge(connector, [file]).findings) findings.push(finding);
      return [];
    });
    for (const result of results)
      for (const finding of read(connector, document, result)) findings.push(finding);
    failures.push(...document.failures);
  }
  return { findings: findings.sort(byPlace), failures };
}

/** Spectral reads JSON alone: a file of another kind is judged by our rules only, as the ruleset sets them. */
function judgeByOurs(
  connector: Connector,
  file: ConnectorFile,
  ruleset: Ruleset,
  onChecked?: OnChecked,
): Judgement {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const { meant, severity } of ownRulesIn(ruleset, file)) {
    if (severity === undefined) continue;
    const { rule, profile } = meant;
    checkFile(
      rule,
      connector,
      file,
      profile,
      (report) => findings.push(findingOf(rule, report, severity, connector, file)),
      (error) => failures.push({ rule: rule.name, isOurs: true, path: file.path, error }),
      onChecked,
    );
  }
  return { findings, failures };
}

/** Our rules that a ruleset has switched on for a file, with the severities for it as a whole. */
function* ownRulesIn(
  ruleset: Ruleset,
  { path }: ConnectorFile,
): Generator<{ meant: StandsFor; severity: Severity | undefined }> {
  for (const rule of Object.values(ruleset.fromSource(path).rules)) {
    const meant = (rule.then[0]?.function as unknown as StandIn | undefined)?.[standsFor];
    if (meant !== undefined && rule.enabled)
      yield { meant, severity: severities[rule.getSeverityForSource(path, [])] };
  }
}

/** The finding that a result of Spectral stands for: our own whole, as it was recorded. */
function read(
  connector: Connector,
  { file, reports }: ConnectorDocument,
  result: IRuleResult,
): Finding[] {
  // Where references are resolved at all, our own rules tell which lead nowhere, and better.
  if (result.code === "invalid-ref") return [];
  const severity = severities[result.severity] ?? "error";
  const { rule, report } = /^#\d+$/.test(result.message)
    ? (reports[Number(result.message.slice(1))] ?? {})
    : {};
  if (rule !== undefined && report !== undefined && rule.name === result.code)
    return [findingOf(rule, report, severity, connector, file)];
  return [
    {
      rule: String(result.code),
      validatorCode: null,
      severity,
      message: withoutSecrets(result.message, connector),
      path: file.path,
      pointer: pointerOf(result.path),
      range: result.range,
      related: [],
      fix: undefined,
      help: result.documentationUrl,
    },
  ];
}

function pointerOf(path: readonly (string | number)[]): Pointer {
  return child("", ...path);
}

/** Leaves every document as it is: our rules follow references themselves. */
const noResolver = {
  uriCache: {},
  resolve: async (value: unknown) => ({ result: value, errors: [], graph: null }),
};

/**
 * References are resolved only when a rule of the user asks for it, and even then nothing is
 * fetched: not over the network and not from disk.
 */
async function resolverFor(ruleset: Ruleset): Promise<Resolver> {
  const isNeeded = Object.values(ruleset.rules).some(
    ({ enabled, resolved }) => enabled && resolved,
  );
  if (!isNeeded) return noResolver as unknown as Resolver;
  const { localResolver } = await import("./resolver.js");
  return localResolver();
}
