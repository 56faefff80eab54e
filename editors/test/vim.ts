import { spawnSync } from "node:child_process";
import { packageFile } from "../../host/packageFile.js";
import { runInTerminal, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { environment, testSession } from "./session.js";
import type { Setup } from "./setup.js";

/** As Debian has it; with a plugin manager it is not needed. */
const loadAle = "packadd! ale\n";

export function missing(): string[] {
  const { status, stdout } = spawnSync("vim", ["--version"], { encoding: "utf8" });
  // The smallest build of Vim has neither scripts nor jobs.
  if (status !== 0 || !stdout.includes("+job")) return ["vim-nox", "vim-ale"];
  const hasAle = "packadd ale | if !exists(':ALECodeAction') | cquit | endif | quitall";
  const found = spawnSync("vim", ["-N", "-u", "NONE", "-es", "-c", hasAle], { timeout: 10_000 });
  return found.status === 0 ? [] : ["vim-ale"];
}

export function test(setup: Setup): Promise<string> {
  writeInHome(setup, ".vimrc", loadAle + recipe("Vim, ALE"));
  const script = packageFile("editors/test/vim.vim");
  return testSession(setup, () =>
    runInTerminal(setup, ["vim", "-i", "NONE", "-n", "-S", script], { env: environment(setup) }),
  );
}
