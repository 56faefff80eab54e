import type { FileKind } from "../connector/connector.js";
import { type Profile, profiles } from "../connector/connector.js";
import { nodeKinds } from "./nodes.js";
import { type Rule, severityIn, type Topic } from "./rule.js";
import { sources } from "./sources.js";
import { changeCodes, type ValidatorCode } from "./validatorCodes.js";

const profileTitles: Record<Profile, string> = {
  certified: "certified",
  "independent-publisher": "independent publisher",
  custom: "custom",
};

/** The page of a rule in Markdown: what the documentation and the command line show. */
export function rulePage(rule: Rule): string {
  const severities = profiles.map(
    (profile) => `| ${profileTitles[profile]} | ${severityIn(rule, profile) ?? "off"} |`,
  );
  const isOff = profiles.every((profile) => severityIn(rule, profile) === undefined);
  return [
    `# ${rule.name}`,
    rule.summary,
    rule.why,
    codesOf(rule),
    ["| profile | severity |", "|---|---|", ...severities].join("\n"),
    ...(isOff
      ? [
          `Too many good connectors have it for a rule that is on for everybody. \`"${rule.name}": "hint"\` under \`rules\` of a \`.spectral.yaml\` switches it on.`,
        ]
      : []),
    "## What is found",
    example(rule.bad, rule),
    ...(rule.fixed === undefined ? [] : ["## What the fix makes of it", example(rule.fixed, rule)]),
    "## What is right",
    example(rule.good, rule),
    ...sourcesOf(rule),
    "",
  ]
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()
    .concat("\n");
}

function codesOf({ validatorCodes, policies = [] }: Rule): string {
  const who = isOfChanges(validatorCodes) ? "comparison of versions" : "validator";
  const codes =
    validatorCodes.length === 0
      ? "Microsoft's validator has no code for it."
      : `Microsoft's ${who} calls it ${listed(validatorCodes)}.`;
  const numbers = `Certification asks for it by ${policies.length === 1 ? "policy" : "the policies"} ${policies.join(" and ")}.`;
  return policies.length === 0 ? codes : `${codes} ${numbers}`;
}

function sourcesOf({ validatorCodes, sources: names = [] }: Rule): string[] {
  const isOfValidator = validatorCodes.length > 0 && !isOfChanges(validatorCodes);
  const all = isOfValidator ? (["validator", ...names] as const) : names;
  if (all.length === 0) return [];
  const links = all.map((name) => `- [${sources[name].title}](${sources[name].url})`);
  return ["## Where it is asked for", links.join("\n")];
}

function isOfChanges(codes: readonly ValidatorCode[]): boolean {
  return codes.some((code) => changeCodes.some((each) => each === code));
}

function listed(codes: readonly string[]): string {
  return codes.map((code) => `\`${code}\``).join(", ");
}

/** The languages of examples, by the file that they begin with. */
const languages: Partial<Record<FileKind, string>> = {
  script: "csharp",
  readme: "markdown",
  intro: "markdown",
  icon: "text",
  package: "text",
};

function example(text: string, { on }: Rule): string {
  const [kind] = nodeKinds[on].files;
  const language = languages[kind!] ?? "jsonc";
  const fence = text.includes("```") ? "````" : "```";
  // What makes a text too large is told, not shown.
  const shown = text
    .replace(/ {1000,}/g, ({ length }) => ` … ${length} spaces …`)
    .split("\n")
    .map((line) =>
      line.length > 2000 ? `${line.slice(0, 80)} … ${line.length - 80} characters more` : line,
    )
    .join("\n");
  return `${fence}${language}\n${shown.replace(/^\n/, "")}\n${fence}`;
}

/** All rules by topic, and Microsoft's codes with the rules that find them, with links to their pages. */
export function ruleIndex(topics: readonly Topic[]): string {
  const rules = topics.flatMap((topic) => topic.rules);
  const byCode = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const code of rule.validatorCodes) byCode.set(code, [...(byCode.get(code) ?? []), rule]);
  const codes = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Rules

${rules.length} rules. The severity depends on the profile a connector is judged by; a rule that is off is switched on by a
\`.spectral.yaml\`. [By Microsoft's code](#by-microsofts-code) lists the ${codes.length - changeCodes.length} codes of its validator
and the ${changeCodes.length} of its comparison of two versions.

${topics.map(topicTable).join("\n\n")}

## By Microsoft's code

| code | rules |
|---|---|
${codes.map(([code, found]) => `| \`${code}\` | ${found.map(linkOf).join(", ")} |`).join("\n")}
`;
}

function topicTable({ title, rules }: Topic): string {
  const rows = rules.map((rule) => {
    const severities = profiles.map((profile) => severityIn(rule, profile) ?? "off");
    const cells = [
      linkOf(rule),
      rule.summary.replaceAll("|", "\\|"),
      ...severities,
      rule.fixed === undefined ? "" : "yes",
      listed(rule.validatorCodes),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `## ${title}

| rule | what holds | ${profiles.map((profile) => profileTitles[profile]).join(" | ")} | fix | Microsoft's code |
|---|---|---|---|---|---|---|
${rows.join("\n")}`;
}

function linkOf({ name }: Rule): string {
  return `[${name}](rules/${name}.md)`;
}
