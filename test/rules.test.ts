import { describe, expect, test } from "vitest";
import { profiles } from "../connector/connector.js";
import { applyEdits } from "../connector/edit.js";
import { rules } from "../rulesets/index.js";
import { judge } from "../rulesets/judge.js";
import { type Finding, type Rule, severityIn } from "../rulesets/rule.js";
import { changeCodes, validatorCodes } from "../rulesets/validatorCodes.js";
import { connectorOf, type Fixture, firstFileOf, readFixture } from "./fixture.js";

/** What a rule finds in a fixture, with no other rule at work. */
function findings(rule: Rule, files: Fixture["files"]): Finding[] {
  const profile = profiles.find((candidate) => severityIn(rule, candidate) !== undefined)!;
  const connector = connectorOf(files, profile);
  const judged = connector.all;
  const { findings, failures } = judge(connector, judged, profile, [rule]);
  expect(failures).toEqual([]);
  return findings;
}

/** Rules that are off in every profile are held against their examples all the same. */
const judged = rules.map((rule) =>
  profiles.some((profile) => severityIn(rule, profile) !== undefined)
    ? rule
    : { ...rule, severity: "hint" as const },
);

describe.each(judged.map((rule) => [rule.name, rule] as const))("%s", (_, rule) => {
  test("finds what is marked in the bad example", () => {
    const { files, marks } = readFixture(rule.bad, firstFileOf(rule));
    const found = findings(rule, files).map(({ path, range, message }) => ({
      name: path.replace("/connector/", ""),
      line: range.start.line,
      start: range.start.character,
      end: range.end.character,
      message,
    }));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(marks));
  });

  test("finds nothing in the good example", () => {
    const { files } = readFixture(rule.good, firstFileOf(rule));
    expect(findings(rule, files)).toEqual([]);
  });

  test("fixes the bad example", () => {
    let { files } = readFixture(rule.bad, firstFileOf(rule));
    const name = files[0]!.name;
    let found = findings(rule, files);
    expect(found.some(({ fix }) => fix !== undefined)).toBe(rule.fixed !== undefined);
    if (rule.fixed === undefined) return;
    for (let step = 0; step < 20; step++) {
      const fixable = found.find(({ fix }) => fix !== undefined);
      if (fixable === undefined) break;
      const { file, edits } = fixable.fix!;
      expect(file).toBeUndefined();
      files = files.map((each) =>
        fixable.path.endsWith(`/${each.name}`)
          ? { name: each.name, text: applyEdits(each.text, edits) }
          : each,
      );
      found = findings(rule, files);
    }
    const { files: fixed } = readFixture(rule.fixed, name);
    expect(files).toEqual(fixed);
    expect(found).toEqual([]);
  });
});

test("every code of Microsoft's validator is found by the example of a rule", () => {
  const found = new Set(
    judged.flatMap((rule) =>
      findings(rule, readFixture(rule.bad, firstFileOf(rule)).files).map(
        ({ validatorCode }) => validatorCode,
      ),
    ),
  );
  expect([...validatorCodes, ...changeCodes].filter((code) => !found.has(code))).toEqual([]);
});

test("every rule names who asks for it", () => {
  const without = rules.filter(
    ({ validatorCodes, sources }) => validatorCodes.length === 0 && (sources ?? []).length === 0,
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});

test("names are unique, kebab-case, and sorted within their folder", () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
});
