import { type Profile, profiles } from "../connector/connector.js";
import { type Rule, severityIn } from "./rule.js";

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
  const codes =
    rule.validatorCodes.length === 0
      ? "Microsoft's validator has no code for it."
      : `Microsoft's validator calls it ${rule.validatorCodes.map((code) => `\`${code}\``).join(", ")}.`;
  return [
    `# ${rule.name}`,
    rule.summary,
    rule.why,
    codes,
    ["| profile | severity |", "|---|---|", ...severities].join("\n"),
    "## What is found",
    example(rule.bad),
    ...(rule.fixed === undefined ? [] : ["## What the fix makes of it", example(rule.fixed)]),
    "## What is right",
    example(rule.good),
    "",
  ]
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()
    .concat("\n");
}

function example(text: string): string {
  return `\`\`\`jsonc\n${text.replace(/^\n/, "")}\n\`\`\``;
}

/** All rules as a table in Markdown, with links to their pages. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const severities = profiles.map((profile) => severityIn(rule, profile) ?? "off");
    const codes = rule.validatorCodes.map((code) => `\`${code}\``).join(", ");
    const cells = [
      `[${rule.name}](rules/${rule.name}.md)`,
      rule.summary.replaceAll("|", "\\|"),
      ...severities,
      rule.fixed === undefined ? "" : "yes",
      codes,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `# Rules

${rules.length} rules. The severity depends on the profile a connector is judged by.

| rule | what holds | ${profiles.map((profile) => profileTitles[profile]).join(" | ")} | fix | Microsoft's code |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}
