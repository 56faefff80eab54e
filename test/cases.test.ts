import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { type Case, connectorOfCase, corpusFolder, isAt } from "./caseFiles.js";

/**
 * Faults that Microsoft's validator or reviewers reported in public, as patches on clean
 * connectors: each must be found with its code, at its place, and not in the corrected document.
 */
const folder = join(dirname(corpusFolder), "cases");

/** Cases that are not found, and why. */
const notFound: Record<string, string> = {
  "gt-044-policy-title-unique": "needs the titles of all published connectors",
  "gt-107-empty-definitions": "its rule is off, since most accepted connectors have such sections",
  "gt-108-english": "would need to guess the language of a text in Latin letters",
};

const isThere = existsSync(folder);
const cases: Case[] = isThere
  ? readFileSync(join(folder, "threads-dev.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
  : [];
if (!isThere) console.warn(`Skipped: the cases of public threads, since there is no ${folder}.`);

function findingsOf(document: Case["bad"], at?: string): Finding[] {
  const connector = connectorOfCase(document, at);
  const { findings, failures } = judge(connector, connector.all);
  expect(failures).toEqual([]);
  return findings;
}

/** The cases that were found, for the rates in the end. */
const found = new Set<string>();

afterAll(() => {
  for (const kind of ["validator", "reviewer"] as const)
    for (const certainty of ["sure", "likely"] as const) {
      const all = cases.filter((each) => each.kind === kind && each.certainty === certainty);
      const count = all.filter(({ id }) => found.has(id)).length;
      if (all.length > 0) console.log(`${kind}, ${certainty}: ${count} of ${all.length} found`);
    }
});

describe.skipIf(!isThere)("faults reported in public threads", () => {
  test.each(["clean", "webhook", "dynamic", "b", "b-sets", "b-key"])(
    "nothing is wrong with the clean connector %s",
    (base) => {
      const at = base === "b-key" ? "independent-publisher-connectors/X" : undefined;
      const found = findingsOf({ base, patch: [] }, at);
      const told = found.filter(({ severity }) => severity === "error" || severity === "warning");
      expect(told.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`)).toEqual([]);
    },
  );

  test.each(
    cases.filter(({ id }) => !(id in notFound)).map((each) => [each.id, each.topic, each] as const),
  )("%s: %s", (id, __, each) => {
    const findings = findingsOf(each.bad, each.folder);
    for (const wanted of each.expect) {
      const places = [
        { file: wanted.file, pointers: wanted.pointers },
        ...(wanted.alternatives ?? []),
      ];
      const fitting = findings.filter(
        ({ rule, message, validatorCode, path, pointer, severity }) =>
          (wanted.codes.length > 0
            ? wanted.codes.includes(validatorCode ?? "")
            : (wanted.topicWords ?? []).some((word) =>
                `${rule} ${message}`.toLowerCase().includes(word.toLowerCase()),
              )) &&
          places.some(
            (place) =>
              path.endsWith(`/${place.file}`) && place.pointers.some((at) => isAt(pointer, at)),
          ) &&
          ((wanted.severity ?? "any") === "any" || severity === wanted.severity),
      );
      expect(
        fitting.length,
        `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(findings.map(({ rule, validatorCode, pointer, severity }) => ({ rule, validatorCode, pointer, severity })))}`,
      ).toBeGreaterThan(0);
    }
    const good = findingsOf(each.good ?? { base: each.bad.base, patch: [] }, each.folder);
    const refused = good.filter(({ validatorCode }) =>
      each.expectNot?.includes(validatorCode ?? ""),
    );
    expect(refused.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`)).toEqual(
      [],
    );
    found.add(id);
  });
});
