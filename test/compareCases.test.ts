import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { judge } from "../rulesets/judge.js";
import { type Case, connectorOfCase, corpusFolder, isAt } from "./caseFiles.js";

/** Breaking changes that Microsoft's comparison reported in public: each must be found, and nothing in the near miss. */
const folder = join(dirname(corpusFolder), "cases");
const path = join(folder, "threads-compare-dev.jsonl");
const isThere = existsSync(path);
if (!isThere) console.warn(`Skipped: the cases of breaking changes, since there is no ${path}.`);
const cases: Case[] = isThere
  ? readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
  : [];

describe.skipIf(!isThere)("breaking changes reported in public threads", () => {
  test.each(cases.map((each) => [each.id, each.topic, each] as const))("%s: %s", (_, __, each) => {
    const old = connectorOfCase(each.old!, each.folder);
    const changes = (document: Case["bad"]) => {
      const connector = connectorOfCase(document, each.folder).since(old);
      const { findings, failures } = judge(connector, connector.all);
      expect(failures).toEqual([]);
      return findings.filter(({ rule }) => rule.startsWith("breaking-"));
    };
    const fits =
      (wanted: { topicWords?: string[]; file: string; pointers: string[] }) =>
      ({ rule, message, path, pointer }: ReturnType<typeof changes>[number]) =>
        (wanted.topicWords ?? []).some((word) =>
          `${rule} ${message}`.toLowerCase().includes(word.toLowerCase()),
        ) &&
        path.endsWith(`/${wanted.file}`) &&
        wanted.pointers.some((at) => isAt(pointer, at));
    const found = changes(each.bad);
    for (const wanted of each.expect)
      expect(
        [wanted, ...(wanted.alternatives ?? [])].some((place) =>
          found.some(fits({ ...wanted, ...place })),
        ),
        `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found.map(({ rule, pointer, message }) => ({ rule, pointer, message })))}`,
      ).toBe(true);
    const good = changes(each.good ?? each.old!);
    for (const unwanted of each.expectNotFindings ?? [])
      expect(good.filter(fits(unwanted)).map(({ message }) => message)).toEqual([]);
  });
});
