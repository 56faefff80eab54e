/**
 * Builds what is shipped into `dist/`:
 *
 * - `paconn.js`, `paconn-language-server.js` and chunks: the command line and the language server. Spectral, its stock rulesets and its loader of
 *   JavaScript are chunks that are read only when a command needs them.
 * - `rulesets/*.js`: our rules for the stock Spectral, which import nothing.
 * - `chunks/web-tree-sitter.wasm`: the parser of scripts, where its library looks for it.
 * - `types/`: declarations.
 * - `licences.txt`: the licences of the libraries that are bundled.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

/** Nothing is fetched, so the HTTP client of Spectral stays out. */
const noFetch = {
  name: "no-fetch",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node-fetch$/ }, () => ({ path: "node-fetch", namespace: "no-fetch" }));
    onLoad({ filter: /.*/, namespace: "no-fetch" }, () => ({
      contents: `module.exports = () => { throw new Error("Nothing is fetched."); };`,
    }));
  },
};

/**
 * What a rule says of itself on its page, its examples and why it matters, is shipped as that page: read at every start, it
 * would make up half of what is read. That there is a fix stays.
 */
const withoutPages = {
  name: "without-pages",
  setup({ onLoad }) {
    const rules = /[\\/]rulesets[\\/](?:[a-z]+[\\/])+[a-z0-9-]+\.ts$/i;
    onLoad({ filter: rules }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        /^ {2}(why|bad|fixed|good): `(?:[^`\\]|\\.)*`,$/gm,
        '  $1: "",',
      ),
    }));
  },
};

const common = {
  bundle: true,
  platform: "node",
  target: "node20.18",
  // The UMD builds of some libraries cannot be bundled.
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  // The licences of what is bundled are listed in one file.
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });
if (existsSync("rulesets/schemas/compile.mjs"))
  execFileSync(process.execPath, ["rulesets/schemas/compile.mjs"], { stdio: "inherit" });

const builds = await Promise.all([
  build({
    ...common,
    entryPoints: {
      paconn: "cli/paconn.ts",
      "paconn-language-server": "server/paconn-language-server.ts",
    },
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    splitting: true,
    // Optional parts of the module bundler, which a ruleset does not need.
    external: ["fsevents"],
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";import{fileURLToPath as __toPath}from"node:url";import{dirname as __dirnameOf}from"node:path";const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__dirnameOf(__filename);',
    },
    plugins: [noFetch, withoutPages],
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
      plugins: [withoutPages],
      chunkNames: "chunks/[name]-[hash]",
      // Spectral's loader takes what a CommonJS module exports as the ruleset itself.
      ...(format === "cjs" && { footer: { js: "module.exports=module.exports.default;" } }),
      outExtension: { ".js": format === "esm" ? ".js" : ".cjs" },
    }),
  ),
]);

copyFileSync(
  require.resolve("web-tree-sitter/web-tree-sitter.wasm"),
  "dist/chunks/web-tree-sitter.wasm",
);

writeFileSync(
  "dist/licences.txt",
  licences(builds.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

execFileSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
  {
    stdio: "inherit",
  },
);

/** The licences of the libraries whose files are bundled. */
function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^(?:.*:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  const grammar = `tree-sitter-c-sharp (MIT)\n\n${readFileSync("host/grammar/LICENSE", "utf8").trim()}\n`;
  const libraries = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
    const text =
      file === undefined ? "" : `\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}`;
    return `${name} ${version} (${license})${text}\n`;
  });
  return [...libraries, grammar].join(`\n${"-".repeat(80)}\n\n`);
}
