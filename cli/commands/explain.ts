import { readFileSync } from "node:fs";
import { UserError } from "../../host/errors.js";
import { packageFile } from "../../host/packageFile.js";
import { rules } from "../../rulesets/index.js";
import { rulesNamed } from "../../rulesets/named.js";
import { nearest } from "../../rulesets/nearest.js";
import type { Rule } from "../../rulesets/rule.js";
import { ExitCode, type World } from "../command.js";

/** So many names are listed when a word is in more of them. */
const mostListed = 8;

/** Prints the page of a rule; of a code of Microsoft's validator, or a policy, that several rules have, the list of them. */
export async function run(
  { json }: { json?: true },
  [name = ""]: string[],
  { stdout }: World,
): Promise<ExitCode> {
  const found = find(name);
  if (json) {
    const pages = found.map((rule) => ({ name: rule.name, page: pageOf(rule) }));
    stdout.write(`${JSON.stringify({ rules: pages })}\n`);
    return ExitCode.Done;
  }
  const [first] = found;
  stdout.write(found.length === 1 ? pageOf(first!) : overview(name, found));
  return ExitCode.Done;
}

/** The page that is shipped: what it is made of is not part of the program. */
function pageOf({ name }: Rule): string {
  return readFileSync(packageFile("docs", "rules", `${name}.md`), "utf8");
}

function find(name: string): readonly Rule[] {
  const found = rulesNamed(name);
  if (found.length > 0) return found;
  const names = rules.flatMap((rule) => [rule.name, ...rule.validatorCodes]);
  const proposal = nearest(name, names);
  const word = name.toLowerCase();
  const similar = rules.filter((rule) => word !== "" && rule.name.includes(word));
  const listed = similar.slice(0, mostListed).map((rule) => rule.name);
  throw new UserError(
    `There is no rule "${name}".`,
    proposal !== undefined
      ? `Did you mean "${proposal}"? \`paconn rules\` lists them all.`
      : listed.length > 0
        ? `The word is in ${listed.join(", ")}${similar.length > mostListed ? " and others" : ""}. \`paconn rules\` lists them all.`
        : "`paconn rules` lists them all.",
  );
}

function overview(code: string, found: readonly Rule[]): string {
  const width = Math.max(...found.map(({ name }) => name.length));
  const lines = found.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `${found.length} rules are about ${code}:\n${lines.join("")}\n\`paconn explain RULE\` tells more of one.\n`;
}
