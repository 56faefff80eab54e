import { UserError } from "../../host/errors.js";
import { rules } from "../../rulesets/index.js";
import { nearest } from "../../rulesets/nearest.js";
import { rulePage } from "../../rulesets/page.js";
import { ExitCode, type World } from "../command.js";

/** Prints the page of a rule, or of every rule that carries a code of Microsoft's validator. */
export async function run(
  { json }: { json?: true },
  [name = ""]: string[],
  { stdout }: World,
): Promise<ExitCode> {
  const wanted = name.toLowerCase();
  const found = rules.filter(
    (rule) =>
      rule.name === wanted || rule.validatorCodes.some((code) => code.toLowerCase() === wanted),
  );
  if (found.length === 0) {
    const names = rules.flatMap((rule) => [rule.name, ...rule.validatorCodes]);
    const proposal = nearest(name, names);
    throw new UserError(
      `There is no rule "${name}".`,
      proposal === undefined
        ? "`paconn rules` lists them all."
        : `Did you mean "${proposal}"? \`paconn rules\` lists them all.`,
    );
  }
  stdout.write(
    json
      ? `${JSON.stringify({ rules: found.map((rule) => ({ name: rule.name, page: rulePage(rule) })) })}\n`
      : found.map(rulePage).join("\n"),
  );
  return ExitCode.Done;
}
