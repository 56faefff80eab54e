import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { packageFile } from "../host/packageFile.js";

/** Who may import what at run time: our folders, and libraries (`node:*` for Node's own). */
const allowed: Record<string, { ours: string[]; outside: RegExp }> = {
  connector: { ours: [], outside: /^(jsonc-parser|vscode-languageserver-types)$/ },
  // Each is loaded when a connector has such a file.
  "connector/readIcon.ts": { ours: [], outside: /^pngjs$/ },
  "connector/readSolution.ts": { ours: [], outside: /^@rgrove\/parse-xml$/ },
  "connector/readMarkdown.ts": { ours: [], outside: /^markdown-it$/ },
  "connector/readScript.ts": { ours: [], outside: /^web-tree-sitter$/ },
  rulesets: { ours: ["connector"], outside: /^fastest-levenshtein$/ },
  "rulesets/spectral.ts": {
    ours: ["connector"],
    outside: /^@stoplight\/spectral-core$/,
  },
  "rulesets/resolver.ts": { ours: [], outside: /^@stoplight\/spectral-ref-resolver$/ },
  language: {
    ours: ["connector", "rulesets"],
    outside: /^(jsonc-parser|vscode-languageserver-types)$/,
  },
  // The page is text made of values; only its server knows the world.
  preview: { ours: ["connector"], outside: /^$/ },
  "preview/server.ts": { ours: ["connector"], outside: /^node:.*$/ },
  server: {
    ours: ["connector", "rulesets", "host", "language", "preview"],
    outside: /^(node:.*|vscode-languageserver(\/node|-types|-textdocument)?)$/,
  },
  // The one bridge between the two faces.
  "cli/commands/lsp.ts": { ours: ["cli", "server"], outside: /^$/ },
  host: {
    ours: ["connector", "rulesets"],
    outside: /^(node:.*|yaml|tinyglobby|yauzl|@stoplight\/.*)$/,
  },
  cli: {
    ours: ["connector", "rulesets", "language", "preview", "host"],
    outside: /^(node:.*|commander|picocolors|diff|@clack\/prompts)$/,
  },
  // Knows nothing of connectors and commands, so that it can be read and trusted by itself.
  "cli/powerApps": { ours: ["cli/powerApps"], outside: /^(node:.*|@azure\/msal-node|undici)$/ },
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

/** What a file imports, types left out: they are gone at run time. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [
    ...text.matchAll(/^(?:import|export)\s+(?!type\b)[^"';]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g),
    ...text.matchAll(/^import\s+"([^"]+)"/gm),
  ].map((match) => match[1]!);
}

const root = packageFile();
const files = ["connector", "rulesets", "host", "language", "preview", "server", "cli"].flatMap(
  (folder) => sources(join(root, folder)).map((path) => relative(root, path).replaceAll("\\", "/")),
);

test.each(files)("%s imports only what its folder may", (file) => {
  const folder = file.startsWith("cli/powerApps/") ? "cli/powerApps" : file.split("/")[0]!;
  const { ours, outside } = allowed[file] ?? allowed[folder]!;
  for (const imported of importsOf(join(root, file))) {
    if (!imported.startsWith(".")) {
      expect(imported, `${file} imports ${imported}`).toMatch(outside);
      continue;
    }
    const target = relative(root, join(root, dirname(file), imported)).replaceAll("\\", "/");
    expect(
      [folder, ...ours].some((each) => target.startsWith(`${each}/`)),
      `${file} imports ${target}`,
    ).toBe(true);
  }
});

test("what only a few commands need is loaded by them alone", () => {
  const heavy =
    /^(@azure\/msal-node|undici|diff|@clack\/prompts|.*\/read(Icon|Markdown|Script|Solution)\.js|.*\/preview\/server\.js)$/;
  const early = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), "utf8").matchAll(
        /^(?:import|export)\s+(?!type\b)[^"';]*?from\s+"([^"]+)"/gm,
      ),
    ]
      .map((match) => match[1]!)
      .filter((imported) => heavy.test(imported))
      .map((imported) => `${file} imports ${imported}`),
  );
  expect(early).toEqual([]);
});
