import { spawnSync } from "node:child_process";
import { packageFile } from "../../host/packageFile.js";
import { runInTerminal, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { environment, testSession } from "./session.js";
import type { Setup } from "./setup.js";

/** Libraries would be compiled in the background for each new home. */
const earlyInit = "(setq native-comp-deferred-compilation nil native-comp-jit-compilation nil)\n";

export function missing(): string[] {
  if (spawnSync("emacs", ["--version"]).status !== 0) return ["emacs-nox", "elpa-eglot"];
  const hasEglot = "(progn (package-initialize) (require 'eglot))";
  return spawnSync("emacs", ["--batch", "--eval", hasEglot]).status === 0 ? [] : ["elpa-eglot"];
}

export function test(setup: Setup): Promise<string> {
  writeInHome(setup, ".emacs.d/early-init.el", earlyInit);
  writeInHome(setup, ".emacs.d/init.el", recipe("Emacs, eglot"));
  const script = packageFile("editors/test/emacs.el");
  return testSession(setup, () =>
    runInTerminal(setup, ["emacs", "--no-window-system", "--load", script], {
      env: environment(setup),
    }),
  );
}
