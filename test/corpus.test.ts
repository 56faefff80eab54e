import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../rulesets/index.js";
import { corpusConnectors, corpusFolder, judgeFolder } from "./corpus.js";

/** Advice that more than one connector in five would get, and why it is given. */
const noisyAllTheSame: Record<string, string> = {
  "oauth-redirect-mode-per-connector": "reviewers have asked every new connector for it since 2023",
};

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

  test("are not flooded, when they were accepted", { timeout: 300_000 }, async () => {
    const judged = new Map<string, number>();
    const counts = new Map<string, number>();
    let withErrors = 0;
    let readable = 0;
    for (const folder of await corpusConnectors(true)) {
      const { profile, findings } = await judgeFolder(folder);
      judged.set(profile, (judged.get(profile) ?? 0) + 1);
      const found = new Set(findings.map(({ rule, severity }) => `${profile} ${severity} ${rule}`));
      for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
      const ofDefinition = findings.filter(({ path }) => /swagger\.json$/i.test(path));
      if (ofDefinition.some(({ rule }) => rule === "json-syntax")) continue;
      readable++;
      if (ofDefinition.some(({ severity }) => severity === "error")) withErrors++;
    }
    console.log(
      `${withErrors} of ${readable} accepted connectors have an error in their definition`,
    );
    expect(withErrors / readable).toBeLessThan(0.06);
    const noisy = [...counts].filter(([key, count]) => {
      const [profile, severity, name] = key.split(" ") as [string, string, string];
      const share = count / judged.get(profile)!;
      if (severity === "error" || severity === "warning") return share > 0.4;
      // What Microsoft's validator tells is told whatever its share.
      const rule = rules.find((each) => each.name === name)!;
      return share > 0.2 && rule.validatorCodes.length === 0 && !(name in noisyAllTheSame);
    });
    expect(noisy).toEqual([]);
  });
});
