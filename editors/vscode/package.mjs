/**
 * Packs the extension, with the language server as this repository has it: `npm run package:vscode` in the root makes
 * `paconn-connectors.vsix` beside this file.
 */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a download may weigh. */
const mostBytes = 3_000_000;

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const vsix = join(here, "paconn-connectors.vsix");
const run = (cwd, ...command) =>
  execFileSync("npm", command, { cwd, stdio: "inherit", shell: process.platform === "win32" });

if (!existsSync(join(here, "node_modules"))) run(here, "ci");
run(root, "run", "build");
run(here, "run", "package");

const { size } = statSync(vsix);
if (size > mostBytes)
  throw new Error(`${vsix} has ${size} bytes; more than ${mostBytes} is too much to download.`);
console.log(`${vsix} has ${(size / 1e6).toFixed(2)} MB.`);
