/**
 * Builds `dist/`, all that the extension needs at run time: what is loaded in every window that has JSON, what is
 * loaded when there is a connector, and the package with the language server below `server/`, as the server looks
 * for its files there.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const dist = join(here, "dist");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

if (!existsSync(join(root, "dist/paconn-language-server.js")))
  throw new Error("There is no language server in dist/; run `npm run build` in the root first.");
const { name, version, license, type } = readJson(join(root, "package.json"));
if (readJson(join(here, "package.json")).version !== version)
  throw new Error(`The version of the extension is not that of its server, ${version}.`);

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["extension.ts", "session.ts"],
  outdir: dist,
  bundle: true,
  platform: "node",
  // VS Code loads its extensions with `require`.
  format: "cjs",
  target: "node20",
  external: ["vscode", "./session.js"],
  // `require` in its place finds the module of VS Code, too.
  supported: { "dynamic-import": false },
  minify: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(dist, "licences.txt"), licences(Object.keys(metafile.inputs)));

const server = join(dist, "server");
for (const file of filesOf("paconn-language-server.js"))
  cpSync(join(root, "dist", file), join(server, "dist", file));
cpSync(join(root, "host/grammar"), join(server, "host/grammar"), { recursive: true });
cpSync(join(root, "docs/rules"), join(server, "docs/rules"), { recursive: true });
writeFileSync(
  join(server, "package.json"),
  `${JSON.stringify({ name, version, license, type }, null, 2)}\n`,
);
cpSync(join(root, "LICENSE"), join(here, "LICENSE"));

/** The files of the package that the server is made of, by their paths in its `dist/`: the command line has others. */
function filesOf(entry) {
  const files = new Set([entry, "chunks/web-tree-sitter.wasm", "licences.txt"]);
  // What is added on the way is visited, too.
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(join(root, "dist", file), "utf8");
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+\.js)"/g)) {
      const imported = posix.join(posix.dirname(file), path);
      if (existsSync(join(root, "dist", imported))) files.add(imported);
    }
  }
  return files;
}

/** The licences of the libraries that are bundled into the extension. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = readJson(join(here, folder, "package.json"));
      const file = readdirSync(join(here, folder)).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? "" : readFileSync(join(here, folder, file), "utf8").trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
