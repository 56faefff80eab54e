/** Writes the pages of the rules, `docs/features.md` and `docs/settings.schema.json`: `npm run docs`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../host/packageFile.js";
import { rules, topics } from "../rulesets/index.js";
import { ruleIndex, rulePage } from "../rulesets/page.js";
import { featuresPage } from "./features.js";
import { announced } from "./protocol.js";
import { settingsSchema } from "./settings.js";

/** Every generated file by its path from the root of the package. */
export async function generatedPages(): Promise<Map<string, string>> {
  const pages = new Map([
    ["docs/rules.md", ruleIndex(topics)],
    ["docs/features.md", featuresPage(await announced())],
    ["docs/settings.schema.json", settingsSchema()],
  ]);
  for (const rule of rules) pages.set(`docs/rules/${rule.name}.md`, rulePage(rule));
  return pages;
}

if (process.argv[1]?.endsWith("generate.ts")) {
  const pages = await generatedPages();
  const folder = packageFile("docs", "rules");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [path, text] of pages) writeFileSync(packageFile(...path.split("/")), text);
}
