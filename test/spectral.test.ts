import { Ruleset } from "@stoplight/spectral-core";
import { expect, test } from "vitest";
import { profiles } from "../connector/connector.js";
import { rules } from "../rulesets/index.js";
import { judge } from "../rulesets/judge.js";
import { judgeBySpectral } from "../rulesets/spectral.js";
import { toSpectral } from "../rulesets/toSpectral.js";
import { connectorOf, firstFileOf, readFixture } from "./fixture.js";

test.each(profiles)("through Spectral our rules find the same: %s", async (profile) => {
  const ruleset = new Ruleset(toSpectral(rules, profile) as never);
  // With pauses our rules run before Spectral does.
  const course = profile === "custom" ? { pause: () => undefined } : {};
  for (const rule of rules)
    for (const example of [rule.bad, rule.good]) {
      const connector = connectorOf(readFixture(example, firstFileOf(rule)).files, profile);
      const files = connector.all;
      const alone = judge(connector, files);
      const bySpectral = await judgeBySpectral(connector, files, ruleset, course);
      expect(bySpectral, rule.name).toEqual(alone);
    }
});
