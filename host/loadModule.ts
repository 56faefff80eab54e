import { createRequire } from "node:module";
import { dirname, isAbsolute } from "node:path";
import { bundleRuleset } from "@stoplight/spectral-ruleset-bundler";
import { builtins } from "@stoplight/spectral-ruleset-bundler/plugins/builtins";
import { commonjs } from "@stoplight/spectral-ruleset-bundler/plugins/commonjs";

/**
 * Loads a ruleset or function written in JavaScript as Spectral's own command line does: ES module
 * or CommonJS whatever the package around it says, and with Spectral's packages at hand although
 * the user need not have installed them. `import ruleset from "paconn"` gives our own rules.
 * @param onFile takes the absolute path of each file that is loaded
 */
export async function loadModule(
  path: string,
  ownRuleset: (name: string) => unknown,
  onFile: (path: string) => void,
): Promise<unknown> {
  const own: Record<string, unknown> = {};
  Object.assign(globalThis, { [Symbol.for("paconn.rulesets")]: own });
  const code = await bundleRuleset(path, {
    target: "node",
    format: "commonjs",
    plugins: [
      builtins(),
      {
        name: "paconn",
        options: (options) => ({
          ...options,
          external: (id: string, importer?: string, isResolved?: boolean) =>
            !isOwn(id) &&
            !id.startsWith("@stoplight/spectral-") &&
            typeof options.external === "function" &&
            options.external(id, importer, isResolved ?? false) === true,
        }),
        resolveId: (id) => (isOwn(id) ? id : null),
        load: (id) => {
          if (!isOwn(id)) {
            if (isAbsolute(id)) onFile(id);
            return null;
          }
          own[id] = ownRuleset(id);
          if (own[id] === undefined) throw new Error(`there is no ruleset "${id}"`);
          return `export default globalThis[Symbol.for("paconn.rulesets")][${JSON.stringify(id)}];`;
        },
      },
      commonjs(),
    ],
  });
  const require = createRequire(path);
  const module: { exports: unknown } = { exports: {} };
  new Function("module", "exports", "require", "__dirname", "__filename", String(code))(
    module,
    module.exports,
    require,
    dirname(path),
    path,
  );
  const { exports } = module;
  return typeof exports === "object" && exports !== null && "default" in exports
    ? exports.default
    : exports;
}

function isOwn(id: string): boolean {
  return id === "paconn" || id.startsWith("paconn/");
}
