import { spawnSync } from "node:child_process";
import { packageFile } from "../../host/packageFile.js";
import { runInTerminal, writeInHome } from "./program.js";
import { recipe } from "./recipe.js";
import { environment, testSession } from "./session.js";
import type { EditorTest } from "./setup.js";

/** Libraries would be compiled in the background for each new home. */
const earlyInit = "(setq native-comp-deferred-compilation nil native-comp-jit-compilation nil)\n";

/** Tests Emacs with one of its language clients. */
export function emacs(client: "eglot" | "lsp-mode"): EditorTest {
  return {
    missing: () => {
      const loads = `(progn (package-initialize) (require '${client}))`;
      return spawnSync("emacs", ["--batch", "--eval", loads]).status === 0
        ? []
        : ["emacs-nox", `elpa-${client}`];
    },
    test: (setup) => {
      writeInHome(setup, ".emacs.d/early-init.el", earlyInit);
      writeInHome(setup, ".emacs.d/init.el", recipe(`Emacs, ${client}`));
      const script = packageFile("editors/test/emacs.el");
      return testSession(setup, () =>
        runInTerminal(setup, ["emacs", "--no-window-system", "--load", script], {
          env: { ...environment(setup), CLIENT: client },
        }),
      );
    },
  };
}
