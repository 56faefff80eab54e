/**
 * Counts what the rules find in the published connectors, to calibrate severities:
 *
 *     npx tsx test/corpus.ts [--accepted] [--profile certified] [--rule NAME]... [--severity error] [--examples N]
 *
 * Prints each rule with connectors and findings, how many connectors have an error in their definition, and which
 * rules tell something at the same place; with --rule every finding.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Profile } from "../connector/connector.js";
import { findConnectors } from "../host/findConnectors.js";
import { readConnector } from "../host/readConnector.js";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";

export const corpusFolder =
  process.env.CONNECTOR_CORPUS ??
  join(dirname(fileURLToPath(import.meta.url)), "../../shared/corpus");

/** The published connectors that were accepted under today's requirements, or all of them. */
export async function corpusConnectors(acceptedOnly: boolean): Promise<string[]> {
  if (acceptedOnly)
    return readFileSync(join(corpusFolder, "accepted-since-2021-06.txt"), "utf8")
      .split("\n")
      .map((line) => line.trim().split("\t")[0]!)
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => (line.endsWith(".json") ? dirname(line) : line))
      .map((line) => join(corpusFolder, line));
  return findConnectors(corpusFolder);
}

export async function judgeFolder(
  folder: string,
  profile?: Profile,
): Promise<{ profile: Profile; findings: Finding[]; failures: unknown[] }> {
  const connector = await readConnector(folder, profile === undefined ? {} : { profile });
  const files = connector.all;
  const judgement = judge(connector, files);
  return { profile: connector.profile, ...judgement };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: {
      accepted: { type: "boolean", default: false },
      profile: { type: "string" },
      rule: { type: "string", multiple: true, default: [] },
      severity: { type: "string" },
      examples: { type: "string", default: "1000" },
    },
  });
  if (!existsSync(corpusFolder)) throw new Error(`There is no ${corpusFolder}.`);
  const counts = new Map<string, { severity: string; connectors: Set<string>; findings: number }>();
  const shown = new Map<string, number>();
  const folders = await corpusConnectors(values.accepted);
  const pairs = new Map<string, number>();
  let judged = 0;
  let withErrors = 0;
  for (const folder of folders) {
    const { findings, failures } = await judgeFolder(folder, values.profile as Profile | undefined);
    for (const failure of failures) console.error(folder, failure);
    const ofDefinition = findings.filter(({ path }) => /swagger\.json$/i.test(path));
    if (!ofDefinition.some(({ rule }) => rule.startsWith("json-syntax"))) judged++;
    if (ofDefinition.some(({ severity }) => severity === "error")) withErrors++;
    for (const pair of pairsOf(findings)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    for (const { rule, severity, path, range, message, pointer } of findings) {
      if (values.severity !== undefined && severity !== values.severity) continue;
      const count = counts.get(rule) ?? { severity, connectors: new Set(), findings: 0 };
      counts.set(rule, count);
      count.connectors.add(folder);
      count.findings++;
      const seen = shown.get(rule) ?? 0;
      if (values.rule.includes(rule) && seen < Number(values.examples)) {
        shown.set(rule, seen + 1);
        console.log(
          `${relative(corpusFolder, path)}:${range.start.line + 1} ${pointer}\n    ${message}`,
        );
      }
    }
  }
  for (const [rule, { severity, connectors, findings }] of [...counts].sort())
    console.log(
      `${severity.padEnd(8)} ${rule.padEnd(45)} ${connectors.size} connectors, ${findings} findings`,
    );
  console.log(`${withErrors} of ${judged} connectors have an error in their definition`);
  for (const [pair, count] of [...pairs].sort(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)} times at one place: ${pair}`);
}

/** The pairs of rules that found something at the same place. */
function pairsOf(findings: readonly Finding[]): string[] {
  const byPlace = new Map<string, Set<string>>();
  for (const { rule, path, pointer } of findings) {
    const place = `${path} ${pointer}`;
    byPlace.set(place, (byPlace.get(place) ?? new Set()).add(rule));
  }
  return [...byPlace.values()].flatMap((found) => {
    const sorted = [...found].sort();
    return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => `${a}, ${b}`));
  });
}
