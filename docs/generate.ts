/** Writes `docs/rules/*.md` and `docs/rules.md` from the rules: `npm run docs`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../host/packageFile.js";
import { rules, topics } from "../rulesets/index.js";
import { ruleIndex, rulePage } from "../rulesets/page.js";

/** Every generated file by its path from the root of the package. */
export function generatedPages(): Map<string, string> {
  const pages = new Map([["docs/rules.md", ruleIndex(topics)]]);
  for (const rule of rules) pages.set(`docs/rules/${rule.name}.md`, rulePage(rule));
  return pages;
}

if (process.argv[1]?.endsWith("generate.ts")) {
  const folder = packageFile("docs", "rules");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [path, text] of generatedPages()) writeFileSync(packageFile(...path.split("/")), text);
}
