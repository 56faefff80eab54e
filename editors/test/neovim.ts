import { spawnSync } from "node:child_process";
import { packageFile } from "../../host/packageFile.js";
import { run, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { environment, testSession } from "./session.js";
import type { Setup } from "./setup.js";

export function missing(): string[] {
  return spawnSync("nvim", ["--version"]).status === 0 ? [] : ["neovim"];
}

export function test(setup: Setup): Promise<string> {
  writeInHome(setup, ".config/nvim/init.lua", recipe("Neovim 0.7"));
  const script = packageFile("editors/test/neovim.lua");
  return testSession(setup, () =>
    run(setup, "nvim", ["--headless", "-i", "NONE", "-S", script], { env: environment(setup) }),
  );
}
