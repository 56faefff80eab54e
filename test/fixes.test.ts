import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Connector, type ConnectorFile, profiles } from "../connector/connector.js";
import { applyChanges, changesOf, type JsonEdit } from "../connector/edit.js";
import { appendTo } from "../connector/keep.js";
import { child, parent } from "../connector/pointer.js";
import { readConnector } from "../host/readConnector.js";
import { rules } from "../rulesets/index.js";
import { judge } from "../rulesets/judge.js";
import { type Finding, type Rule, severityIn } from "../rulesets/rule.js";
import { corpusFolder } from "./corpus.js";
import { connectorOf, firstFileOf, readFixture } from "./fixture.js";

/** Applying a fix removes its finding and adds none, of whatever rule. */

/** Rules that are off everywhere count, too: whoever switches one on wants fixes that work. */
const all: readonly Rule[] = rules.map((rule) =>
  profiles.some((profile) => severityIn(rule, profile) !== undefined)
    ? rule
    : { ...rule, severity: "hint" },
);

function findingsIn(connector: Connector): Finding[] {
  const files = connector.all;
  const { findings, failures } = judge(connector, files, connector.profile, all);
  expect(failures).toEqual([]);
  return findings;
}

function fixed(connector: Connector, fixes: readonly Finding[]): Connector {
  const edits = new Map<ConnectorFile, JsonEdit[]>();
  for (const { path, fix } of fixes) {
    const own = connector.all.find((each) => each.path === path)!;
    const file = fix!.file === undefined ? own : connector.file(fix!.file)!;
    for (const edit of fix!.edits) appendTo(edits, file, edit);
  }
  let after = connector;
  for (const [file, all] of edits)
    after = after.with(file.withText(applyChanges(file.text, changesOf(file, all))));
  return after;
}

/** Where a fix gives a key its right name: what is below was wrong before, but nobody looked. */
function renamed(fixes: readonly Finding[]): string[] {
  return fixes.flatMap(({ fix }) =>
    fix!.edits.flatMap((edit) =>
      "renameKey" in edit ? [child(parent(edit.renameKey), edit.to)] : [],
    ),
  );
}

function counts(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** What is wrong with the fix of a finding: it is still there, or there are others. */
function faultsOf(
  connector: Connector,
  before: readonly Finding[],
  fixes: readonly Finding[],
): string[] {
  const after = findingsIn(fixed(connector, fixes)).filter(
    ({ pointer }) => !renamed(fixes).some((at) => `${pointer}/`.startsWith(`${at}/`)),
  );
  const had = counts(before);
  const has = counts(after);
  const { rule, pointer, fix } = fixes[0]!;
  const name = `${rule} at ${pointer}, ${fix!.title}`;
  const faults: string[] = [];
  if ((has.get(rule) ?? 0) > had.get(rule)! - fixes.length) faults.push(`${name}: is still there`);
  for (const [other, count] of has)
    if (other !== rule && count > (had.get(other) ?? 0)) {
      const known = new Set(
        before.filter((each) => each.rule === other).map(({ message }) => message),
      );
      const added = after.find((each) => each.rule === other && !known.has(each.message));
      faults.push(
        `${name}: adds ${other} ${added?.pointer ?? ""} ${added?.message ?? ""} [${count}]`,
      );
    }
  return faults;
}

const fixable = rules.filter((rule) => rule.fixed !== undefined);

test.each(fixable.map((rule) => [rule.name, rule] as const))("the examples of %s", (_, rule) => {
  const { files } = readFixture(rule.bad, firstFileOf(rule));
  for (const profile of profiles) {
    const connector = connectorOf(files, profile);
    const before = findingsIn(connector);
    for (const finding of before.filter((each) => each.rule === rule.name && each.fix))
      expect(faultsOf(connector, before, [finding])).toEqual([]);
  }
});

const changeRules = rules.filter(({ on }) => on === "change");

/** A connector with an error is not in use. */
test("what is fixed together breaks no flows", () => {
  const breaking = all.flatMap((rule) => {
    const { files } = readFixture(rule.bad, firstFileOf(rule));
    const profile = profiles.find((each) => severityIn(rule, each) !== undefined)!;
    const connector = connectorOf(files, profile);
    return judge(connector, connector.all, profile, [rule])
      .findings.filter(({ fix, severity }) => fix && !fix.byHand && severity !== "error")
      .filter((finding) => {
        const after = fixed(connector, [finding]).since(connector);
        const { findings } = judge(after, after.all, profile, changeRules);
        return findings.some(({ severity }) => severity === "error");
      })
      .map(({ fix }) => `${rule.name}: ${fix!.title}`);
  });
  expect(breaking).toEqual([]);
});

const sample = join(corpusFolder, "pick60.tsv");
const isThere = existsSync(sample);
if (!isThere)
  console.warn(`Skipped: the fixes of published connectors, since there is no ${sample}.`);

/** `FIXES=each` applies every fix by itself, which takes minutes; else those of a rule at once. */
const oneByOne = process.env.FIXES === "each";

describe.skipIf(!isThere)("published connectors", () => {
  const folders = isThere
    ? readFileSync(sample, "utf8")
        .split("\n")
        .map((line) => line.split("\t")[0]!)
        .filter((path) => path !== "" && !path.startsWith("#"))
        .map((path) => (path.endsWith(".json") ? dirname(path) : path))
    : [];
  test.each(folders)("the fixes in %s", { timeout: 600_000 }, async (folder) => {
    const connector = await readConnector(join(corpusFolder, folder));
    const before = findingsIn(connector);
    const faults: string[] = [];
    for (const name of new Set(before.map(({ rule }) => rule))) {
      const offered = before.filter(({ rule, fix }) => rule === name && fix !== undefined);
      if (offered.length === 0) continue;
      const together = oneByOne ? [] : apart(offered);
      const others = offered.filter((each) => !together.includes(each));
      if (together.length > 0) {
        const found = faultsOf(connector, before, together);
        // By themselves they tell which of them it is.
        if (found.length > 0) others.unshift(...together);
      }
      for (const finding of others) faults.push(...faultsOf(connector, before, [finding]));
    }
    expect(faults).toEqual([]);
  });
});

/** Fixes that do not concern one another: each sets or removes members of objects in places of its own. */
function apart(findings: readonly Finding[]): Finding[] {
  const taken = new Set<string>();
  /** Places in which something changes, with all that they are in. */
  const around = new Set<string>();
  return findings.filter(({ path, fix }) => {
    const places = fix!.edits.map((edit) => {
      const place = "set" in edit ? edit.set : "remove" in edit ? edit.remove : undefined;
      // Taking out or adding an item renames those after it.
      return place === undefined || /\/(-|\d+)$/.test(place) ? undefined : `${path}${place}`;
    });
    const areFree = places.every(
      (place) =>
        place !== undefined &&
        !around.has(place) &&
        !upwards(place).some((each) => taken.has(each)),
    );
    if (!areFree) return false;
    for (const place of places) {
      taken.add(place!);
      for (const each of upwards(place!)) around.add(each);
    }
    return true;
  });
}

/** A place and all that it is in. */
function upwards(place: string): string[] {
  const segments = place.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
