import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedPages } from "../docs/generate.js";
import { type TestedEditor, testedEditors } from "../editors/test/tested.js";
import { packageFile } from "../host/packageFile.js";

test("the generated pages are those of the rules and of the server (else run: npm run docs)", async () => {
  const pages = await generatedPages();
  for (const [path, text] of pages)
    expect(readFileSync(packageFile(...path.split("/")), "utf8"), path).toBe(text);
  const names = readdirSync(packageFile("docs", "rules")).map((name) => `docs/rules/${name}`);
  expect(names.filter((name) => !pages.has(name))).toEqual([]);
});

test("docs/editors.md says of each editor what its test shows", () => {
  const page = readFileSync(packageFile("docs", "editors.md"), "utf8");
  const rows = page
    .split("\n")
    .flatMap((line) => (line.startsWith("| [") ? [line.split(" | ")] : []));
  const tested = rows.filter(([, title]) => title !== "–");
  expect(tested).toHaveLength(Object.keys(testedEditors).length);
  for (const { title, messages } of Object.values<TestedEditor>(testedEditors)) {
    const row = tested.find(([, cell]) => cell!.split(" (")[0] === title);
    const shown = row?.slice(2).map((cell) => cell.startsWith("✓"));
    const passes = ["rename", "codeLens", "inlayHint", "semanticTokens/full"].map((name) =>
      messages.includes(`textDocument/${name}`),
    );
    expect(shown, title).toEqual([...passes, messages.includes("workspace/executeCommand")]);
  }
});
