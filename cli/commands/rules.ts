import { profiles } from "../../connector/connector.js";
import { helpOf } from "../../host/help.js";
import { rules, topics } from "../../rulesets/index.js";
import { type Rule, severityIn } from "../../rulesets/rule.js";
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
  const severitiesOf = (rule: Rule) => {
    const all = profiles.map((profile) => severityIn(rule, profile) ?? "off");
    return all.every((severity) => severity === all[0]) ? all[0]! : all.join("/");
  };
  const severityWidth = Math.max(...rules.map((rule) => severitiesOf(rule).length));
  const width = Math.max(...rules.map(({ name }) => name.length));
  for (const { title, rules } of topics) {
    stdout.write(`${title}\n`);
    for (const rule of rules) {
      stdout.write(
        `  ${rule.name.padEnd(width)}  ${severitiesOf(rule).padEnd(severityWidth)}  ${rule.fixed === undefined ? " " : "*"} ${rule.summary}\n`,
      );
    }
    stdout.write("\n");
  }
  stdout.write(
    `${rules.length} rules; a severity for ${profiles.join("/")}; * has a fix. \`paconn explain RULE\` tells more.\n`,
  );
  return ExitCode.Done;
}
