/**
 * Builds what is shipped into `dist/`:
 *
 * - `paconn.js` and chunks: the command line. Spectral, its stock rulesets and its loader of
 *   JavaScript are chunks that are read only when a command needs them.
 * - `rulesets/*.js`: our rules for the stock Spectral, which import nothing.
 * - `types/`: declarations.
 */
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

/**
 * Spectral compiles the schema of rulesets when it is loaded, which takes longer than judging a
 * connector. Our own rulesets need no check, so the validator becomes a late chunk that
 * `host/ruleset.ts` switches on before it builds a ruleset of the user.
 */
const lateRulesetValidation = {
  name: "late-ruleset-validation",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/ajv$/ }, ({ importer, resolveDir }) =>
      /spectral-core[\\/]dist[\\/]ruleset[\\/]validation[\\/]assertions\.js$/.test(importer)
        ? { path: join(resolveDir, "ajv.js"), namespace: "late-ruleset-validation" }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "late-ruleset-validation" }, ({ path }) => ({
      contents: `
        let createRealValidator;
        globalThis[Symbol.for("paconn.rulesetValidation")] = async () => {
          createRealValidator ??= (await import(${JSON.stringify(path)})).default.createValidator;
        };
        module.exports = {
          createValidator: (format) => createRealValidator === undefined ? () => true : createRealValidator(format),
        };`,
      resolveDir: dirname(path),
    }));
  },
};

/** Nothing is ever fetched by Spectral here, so its HTTP client stays out. */
const noFetch = {
  name: "no-fetch",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node-fetch$/ }, () => ({ path: "node-fetch", namespace: "no-fetch" }));
    onLoad({ filter: /.*/, namespace: "no-fetch" }, () => ({
      contents: `module.exports = () => { throw new Error("Nothing is fetched."); };`,
    }));
  },
};

const common = {
  bundle: true,
  platform: "node",
  target: "node20.17",
  // The UMD builds of some libraries cannot be bundled.
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });
if (existsSync("rulesets/schemas/compile.mjs"))
  execFileSync(process.execPath, ["rulesets/schemas/compile.mjs"], { stdio: "inherit" });

await Promise.all([
  build({
    ...common,
    entryPoints: { paconn: "cli/paconn.ts" },
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    splitting: true,
    // Optional parts of the module bundler, which a ruleset does not need.
    external: ["fsevents"],
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";import{fileURLToPath as __toPath}from"node:url";import{dirname as __dirnameOf}from"node:path";const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__dirnameOf(__filename);',
    },
    plugins: [lateRulesetValidation, noFetch],
  }),
  ...["esm", "cjs"].map((format) =>
    build({
      ...common,
      platform: "neutral",
      entryPoints: {
        paconn: "rulesets/published/paconn.ts",
        certified: "rulesets/published/certified.ts",
        "independent-publisher": "rulesets/published/independent-publisher.ts",
        custom: "rulesets/published/custom.ts",
      },
      outdir: "dist/rulesets",
      format,
      splitting: format === "esm",
      chunkNames: "chunks/[name]-[hash]",
      // Spectral's loader takes what a CommonJS module exports as the ruleset itself.
      ...(format === "cjs" && { footer: { js: "module.exports=module.exports.default;" } }),
      outExtension: { ".js": format === "esm" ? ".js" : ".cjs" },
    }),
  ),
]);

execFileSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  {
    stdio: "inherit",
  },
);
