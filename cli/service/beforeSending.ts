import { dirname } from "node:path";
import { findRuleset, loadRuleset, ownRules } from "../../host/ruleset.js";
import type { Finding, Severity } from "../../rulesets/rule.js";
import { usesColor } from "../color.js";
import type { World } from "../command.js";
import { shownFinding } from "../reporters/reporter.js";
import { stylish } from "../reporters/stylish.js";
import type { LocalConnector } from "./localConnector.js";

/** What our own rules find in a connector, by what custom connectors have to fulfil. */
export async function judgeLocally({ connector }: LocalConnector): Promise<readonly Finding[]> {
  const path = findRuleset(dirname(connector.all[0]!.path));
  const ruleset = path === undefined ? ownRules : await loadRuleset(path, connector.profile);
  const { findings } = await ruleset.judge(connector, connector.all);
  return findings;
}

/** Shows findings on stderr, as `validate` shows them, but for what is no more than advice. */
export function showFindings(
  findings: readonly Finding[],
  local: LocalConnector,
  world: World,
): void {
  const shown = findings
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map((finding) => shownFinding(finding, local.shown));
  if (shown.length === 0) return;
  const count = (severity: Severity) => shown.filter((each) => each.severity === severity).length;
  const summary = {
    connectors: 1,
    files: 2,
    error: count("error"),
    warning: count("warning"),
    info: 0,
    hint: 0,
  };
  world.stderr.write(
    stylish(shown, summary, { color: usesColor({}, world, world.stderr), helpOf: () => undefined }),
  );
}
