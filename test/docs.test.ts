import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedPages } from "../docs/generate.js";
import { packageFile } from "../host/packageFile.js";

test("the generated pages are those of the rules (else run: npm run docs)", () => {
  const pages = generatedPages();
  for (const [path, text] of pages)
    expect(readFileSync(packageFile(...path.split("/")), "utf8"), path).toBe(text);
  const names = readdirSync(packageFile("docs", "rules")).map((name) => `docs/rules/${name}`);
  expect(names.filter((name) => !pages.has(name))).toEqual([]);
});
