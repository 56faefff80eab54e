/**
 * Runs real editors against the package as users get it: `npm run test:editors [-- neovim emacs …]`.
 *
 * Each editor is set up by its recipe in docs/editors.md and has a home of its own.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../host/packageFile.js";
import type { EditorTest, Setup } from "./setup.js";

const all = ["neovim", "emacs", "vim", "vscode"];

function fail(message: string): never {
  console.error(`test:editors: ${message}`);
  process.exit(1);
}

const names = process.argv.length > 2 ? process.argv.slice(2) : all;
for (const name of names)
  if (!all.includes(name)) fail(`There is no editor "${name}"; there are ${all.join(", ")}.`);
if (!existsSync(packageFile("dist/paconn.js"))) fail("dist/ is missing; run npm run build.");

const folder = mkdtempSync(join(tmpdir(), "paconn-editors-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
const packageFolder = installPackage();

let passed = 0;
for (const name of names) {
  const started = performance.now();
  const took = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  try {
    const seen = await testEditor(name);
    passed++;
    console.log(`ok: ${name} (${took()})${typeof seen === "string" ? `: ${seen}` : ""}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`failed: ${name} (${took()}): ${reason}`);
  }
}
console.log(`${passed} passed, ${names.length - passed} failed`);
process.exit(passed === names.length ? 0 : 1);

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

async function testEditor(name: string): Promise<unknown> {
  const editor: EditorTest = await import(`./${name}.ts`);
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
  return editor.test(setup);
}
