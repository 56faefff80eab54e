import { spawnSync } from "node:child_process";
import { packageFile } from "../../host/packageFile.js";
import { run, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { environment, testSession } from "./session.js";
import type { EditorTest } from "./setup.js";

/**
 * Tests one version of Neovim.
 * @param headings those of its recipes
 */
export function neovim(program: string, ...headings: readonly string[]): EditorTest {
  return {
    missing: () => (spawnSync(program, ["--version"]).status === 0 ? [] : ["neovim"]),
    test: (setup) => {
      writeInHome(setup, ".config/nvim/init.lua", headings.map(recipe).join("\n"));
      const script = packageFile("editors/test/neovim.lua");
      const args = ["--headless", "-i", "NONE", "-n", "-S", script];
      return testSession(setup, () => run(setup, program, args, { env: environment(setup) }));
    },
  };
}
