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
import { dirname } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

/**
 * Spectral loads more than judging by our own rules needs: compilers of JSON Schema for checking
 * rulesets and the options of functions, a YAML parser, a resolver with an HTTP client. These parts
 * are late chunks here, which `host/ruleset.ts` switches on before it loads a ruleset of the user.
 * Each entry: who imports what, and what stands in until then.
 */
const lateParts = [
  {
    importer: /spectral-core[\\/]dist[\\/]ruleset[\\/]validation[\\/]assertions\.js$/,
    path: "./ajv",
    standIn: `({ createValidator: (format) => part ? part.createValidator(format) : () => true })`,
  },
  {
    importer: /spectral-core[\\/]dist[\\/]ruleset[\\/]index\.js$/,
    path: "./function",
    standIn: `({
      createRulesetFunction: (...parts) => part.createRulesetFunction(...parts),
      get RulesetFunctionValidationError() { return part?.RulesetFunctionValidationError; },
    })`,
  },
  {
    importer: /spectral-core[\\/]dist[\\/]runner[\\/]runner\.js$/,
    path: "nimma/fallbacks",
    standIn: `({ get jsonPathPlus() { return part?.jsonPathPlus; } })`,
  },
];

/** What is never used, since every document and resolver comes from `rulesets/spectral.ts`. */
const unusedParts = [
  {
    importer: /spectral-core[\\/]dist[\\/](spectral|documentInventory)\.js$/,
    path: "@stoplight/spectral-parsers",
    standIn: `({})`,
  },
  {
    importer: /spectral-core[\\/]dist[\\/]spectral\.js$/,
    path: "@stoplight/spectral-ref-resolver",
    standIn: `({ createHttpAndFileResolver() { throw new Error("Nothing is fetched."); } })`,
  },
  {
    importer: /./,
    path: "node-fetch",
    standIn: `() => { throw new Error("Nothing is fetched."); }`,
  },
  // A polyfill of what Node has.
  { importer: /./, path: "es-aggregate-error", standIn: `AggregateError` },
];

const partsOfSpectral = {
  name: "parts-of-spectral",
  setup({ onResolve, onLoad, onEnd, resolve }) {
    const found = new Map();
    for (const part of [...lateParts, ...unusedParts]) {
      const filter = new RegExp(`^${part.path.replace(/[.]/g, "\\.")}$`);
      onResolve({ filter }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === "real" || !part.importer.test(importer)) return undefined;
        const real = await resolve(path, { kind, importer, resolveDir, pluginData: "real" });
        found.set(part, real.path);
        // The name has no extension: a stand-in is CommonJS whatever the real one is.
        return { path: `stand-in/${path}`, namespace: "stand-in", pluginData: part };
      });
    }
    onLoad({ filter: /.*/, namespace: "stand-in" }, ({ pluginData: part }) => {
      const path = found.get(part);
      const isLate = lateParts.includes(part);
      return {
        contents: isLate
          ? `let part;
             const switches = globalThis[Symbol.for("paconn.lateParts")] ??= [];
             switches.push(async () => { part ??= (await import(${JSON.stringify(path)})).default; });
             module.exports = ${part.standIn};`
          : `module.exports = ${part.standIn};`,
        resolveDir: dirname(path),
      };
    });
    onEnd(() => {
      const unmatched = [...lateParts, ...unusedParts].filter((part) => !found.has(part));
      // Else a new version of Spectral would quietly make every start slow.
      if (unmatched.length > 0)
        throw new Error(
          `Spectral no longer imports ${unmatched.map(({ path }) => path).join(", ")}.`,
        );
    });
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
    plugins: [partsOfSpectral],
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
