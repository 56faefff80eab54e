import { profiles } from "../../connector/connector.js";
import { helpOf } from "../../host/help.js";
import { rules, topics } from "../../rulesets/index.js";
import { severityIn } from "../../rulesets/rule.js";
import { ExitCode, type World } from "../command.js";

/** Lists every rule. */
export async function run(
  { format, json }: { format: "text" | "json"; json?: true },
  _args: string[],
  { stdout }: World,
): Promise<ExitCode> {
  if (json || format === "json") {
    const list = topics.flatMap(({ title, rules }) =>
      rules.map((rule) => ({
        name: rule.name,
        topic: title,
        severity: Object.fromEntries(
          profiles.map((profile) => [profile, severityIn(rule, profile) ?? "off"]),
        ),
        summary: rule.summary,
        validatorCodes: rule.validatorCodes,
        policies: rule.policies ?? [],
        fixable: rule.fixed !== undefined,
        help: helpOf(rule.name),
      })),
    );
    stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return ExitCode.Done;
  }
  const width = Math.max(...rules.map(({ name }) => name.length));
  for (const { title, rules } of topics) {
    stdout.write(`${title}\n`);
    for (const rule of rules) {
      const severities = profiles.map((profile) => severityIn(rule, profile) ?? "off");
      const shown = severities.every((severity) => severity === severities[0])
        ? severities[0]!
        : severities.join("/");
      stdout.write(
        `  ${rule.name.padEnd(width)}  ${shown.padEnd(15)}  ${rule.fixed === undefined ? " " : "*"} ${rule.summary}\n`,
      );
    }
    stdout.write("\n");
  }
  stdout.write(
    `${rules.length} rules; a severity for ${profiles.join("/")}; * has a fix. \`paconn explain RULE\` tells more.\n`,
  );
  return ExitCode.Done;
}
