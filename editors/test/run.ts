/**
 * Runs real editors against the package as users get it: `npm run test:editors [-- neovim-0.7 eglot …]`.
 *
 * Each editor is set up by its recipe in docs/editors.md and has a home of its own. `preview` is a browser with the page of
 * `paconn preview`.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../host/packageFile.js";
import { emacs } from "./emacs.js";
import * as helix from "./helix.js";
import { neovim } from "./neovim.js";
import * as preview from "./preview.js";
import { messagesIn, newer } from "./program.js";
import type { EditorTest, Setup } from "./setup.js";
import { type TestedEditor, testedEditors } from "./tested.js";
import * as vim from "./vim.js";
import * as vscode from "./vscode.js";

const tests: Record<keyof typeof testedEditors | "preview", EditorTest> = {
  "neovim-0.7": neovim("nvim", "Neovim 0.7"),
  "neovim-0.8": neovim(newer("neovim-0.8"), "Neovim 0.8", "Neovim, more"),
  "neovim-0.11": neovim(newer("neovim-0.11"), "Neovim 0.11", "Neovim, more"),
  eglot: emacs("eglot"),
  "lsp-mode": emacs("lsp-mode"),
  vim,
  helix,
  vscode,
  preview,
};

function fail(message: string): never {
  console.error(`test:editors: ${message}`);
  process.exit(1);
}

const all = Object.keys(tests) as (keyof typeof tests)[];
const isName = (name: string): name is keyof typeof tests => name in tests;
const names = process.argv.length > 2 ? process.argv.slice(2).filter(isName) : all;
for (const name of process.argv.slice(2))
  if (!isName(name)) fail(`There is no editor "${name}"; there are ${all.join(", ")}.`);
if (!existsSync(packageFile("dist/paconn.js"))) fail("dist/ is missing; run npm run build.");

const folder = mkdtempSync(join(tmpdir(), "paconn-editors-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const packageFolder = installPackage();

const failures: string[] = [];
for (const name of names) {
  const started = performance.now();
  const took = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    const seen = await testEditor(name);
    console.log(`ok: ${name} (${took()})${typeof seen === "string" ? `: ${seen}` : ""}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`failed: ${name} (${took()}): ${reason}`);
    failures.push(`failed: ${name}: ${reason.slice(0, 500)}`);
  }
}
console.log(`${names.length - failures.length} passed, ${failures.length} failed`);
// Once more in short: a reason may have a long log, of which some machines show only the end.
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);

/** Packs this repository as it is built and installs it as a user does. */
function installPackage(): string {
  const npm = (...args: string[]) =>
    execFileSync("npm", [...args, "--loglevel=error"], { cwd: packageFile(), encoding: "utf8" });
  // The script that builds dist/ anew would be in the way of whoever uses it at the moment.
  const packed = npm("pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  npm("install", "--prefix", folder, join(folder, filename), "--no-audit", "--no-fund");
  return join(folder, "node_modules/paconn");
}

async function testEditor(name: keyof typeof tests): Promise<unknown> {
  const editor = tests[name];
  const missing = editor.missing?.() ?? [];
  if (missing.length > 0)
    throw new Error(`Not tested; missing: ${missing.join(", ")}. Run editors/test/install.`);
  const own = join(folder, name);
  const setup: Setup = {
    server: join(packageFolder, "dist/paconn.js"),
    packageFolder,
    folder: own,
    connector: join(own, "contoso-tickets"),
  };
  mkdirSync(own);
  cpSync(packageFile("examples/contoso-tickets"), setup.connector, { recursive: true });
  const seen = await editor.test(setup);
  // No editor, so nothing of the protocol passes.
  if (name !== "preview")
    compareMessages(testedEditors[name], editor.messages?.(setup) ?? messagesIn(setup));
  return seen;
}

/** Holds the messages that passed against those that the documentation tells of. */
function compareMessages({ messages, title }: TestedEditor, passed: readonly string[]): void {
  const missing = messages.filter((message) => !passed.includes(message));
  const more = passed.filter((message) => !messages.includes(message));
  if (more.length > 0) console.log(`${title} also used ${more.join(", ")}.`);
  if (missing.length > 0) throw new Error(`${title} did not use ${missing.join(", ")}.`);
}
