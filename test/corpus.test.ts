import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { corpusConnectors, corpusFolder, judgeFolder } from "./corpus.js";

const isThere = existsSync(corpusFolder);
if (!isThere) console.warn(`Skipped: the published connectors, since there is no ${corpusFolder}.`);

describe.skipIf(!isThere)("published connectors", () => {
  test("are judged without a failure, and as before", { timeout: 300_000 }, async () => {
    const counts: Record<string, string> = {};
    for (const folder of await corpusConnectors(false)) {
      const { profile, findings, failures } = await judgeFolder(folder);
      expect(failures, folder).toEqual([]);
      const found = new Map<string, number>();
      for (const { rule, severity } of findings)
        found.set(`${rule} ${severity}`, (found.get(`${rule} ${severity}`) ?? 0) + 1);
      for (const [key, count] of found) {
        const name = `${profile}: ${key}`;
        const [connectors = 0, places = 0] = (counts[name] ?? "").split("/").map(Number);
        counts[name] = `${connectors + 1}/${places + count}`;
      }
    }
    const lines = Object.entries(counts)
      .map(([name, count]) => `${name}: ${count}`)
      .sort();
    // Each line: profile, rule, severity, connectors/findings.
    expect(lines.join("\n")).toMatchSnapshot();
  });
});
