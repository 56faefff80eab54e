/**
 * Times the language server as an editor meets it: `npm run bench:server [-- --edits 50]`.
 *
 * - how long `initialize` takes, against `node -e 0` in the same run;
 * - from a change of a text to its diagnostics, without the pause that the server waits for;
 * - how many times a connector is judged while somebody types;
 * - the memory of the process with many connectors open, and after they are closed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { appendTo } from "../connector/keep.js";
import { packageFile } from "../host/packageFile.js";
import { debounceMilliseconds } from "../server/workspace.js";
import { corpus, median, samples, share, table } from "./samples.js";
import { copied, documentOf, folder, pause, programs, Server } from "./serverProcess.js";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "50" },
    starts: { type: "string", default: "15" },
  },
});
const edits = Number(values.edits);
const starts = Number(values.starts);

async function timeInitialize(): Promise<void> {
  const times = new Map<string, number[]>();
  for (let start = 0; start < starts; start++) {
    let begin = performance.now();
    spawnSync(process.execPath, ["-e", "0"]);
    appendTo(times, "node -e 0", performance.now() - begin);
    for (const [name, program] of Object.entries(programs)) {
      begin = performance.now();
      const server = new Server(program);
      await server.start();
      appendTo(times, name, performance.now() - begin);
      server.stop();
    }
  }
  const node = median(times.get("node -e 0")!);
  table(
    `Until \`initialize\` is answered, medians of ${starts} starts`,
    [...times].map(([name, list]) => [
      name,
      `${median(list).toFixed(0)} ms`,
      (median(list) / node).toFixed(2),
    ]),
    ["process", "time", "ratio to node -e 0"],
  );
}

async function timeEdits(): Promise<void> {
  const rows: string[][] = [];
  for (const { name, path } of samples(folder)) {
    const server = new Server();
    await server.start();
    const document = documentOf(copied(path, `edits ${name}`));
    await server.open(document);
    await server.diagnosticsOf(document);
    const times: number[] = [];
    // The first ones warm up.
    const warmUp = 10;
    for (let edit = 0; edit < edits + warmUp; edit++) {
      // In turn near the start, in the middle and near the end: a letter into a text, and out again.
      const text = document.getText();
      const near = Math.floor((text.length * ((edit >> 1) % 10)) / 10);
      const at = text.indexOf('"description": "', near) + '"description": "'.length;
      const begin = performance.now();
      if (edit % 2 === 0) await server.change(document, at, 0, "x");
      else await server.change(document, at, 1, "");
      const time = (await server.diagnosticsOf(document)) - begin - debounceMilliseconds;
      if (edit >= warmUp) times.push(time);
    }
    server.stop();
    rows.push([name, ...[0.5, 0.95, 1].map((part) => `${share(times, part).toFixed(0)} ms`)]);
  }
  table(
    `From a change to its diagnostics, ${edits} edits each, less the pause of ${debounceMilliseconds} ms`,
    rows,
    ["file", "median", "95th percentile", "most"],
  );
}

async function type(): Promise<void> {
  const { name, path } = samples(folder).at(-1)!;
  const server = new Server();
  await server.start();
  const document = documentOf(copied(path, `typing ${name}`));
  await server.open(document);
  await server.diagnosticsOf(document);
  const before = server.published.length;
  const at = document.getText().indexOf('"description": "') + '"description": "'.length;
  for (let letter = 0; letter < 200; letter++) {
    await server.change(document, at + letter, 0, "x");
    await pause(50);
  }
  const last = performance.now();
  const wait = (await server.diagnosticsOf(document)) - last;
  const runs = server.published.slice(before).filter(({ uri }) => uri === document.uri).length;
  server.stop();
  table(
    `200 letters at 20 a second into ${name}`,
    [[String(runs), `${wait.toFixed(0)} ms`]],
    ["times that it was judged", "from the last letter to its diagnostics"],
  );
}

async function fill(): Promise<void> {
  const list = join(corpus, "pick60.tsv");
  const example = packageFile("examples/contoso-tickets/apiDefinition.swagger.json");
  const definitions = existsSync(list)
    ? readFileSync(list, "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => join(corpus, line.split("\t")[0]!, "apiDefinition.swagger.json"))
        .filter((path) => existsSync(path))
        .slice(0, 50)
    : Array.from({ length: 50 }, () => example);
  const server = new Server();
  await server.start();
  await pause(500);
  const empty = server.memory();
  const documents = definitions.map((path, index) => documentOf(copied(path, `fill ${index}`)));
  let size = 0;
  for (const document of documents) {
    size += document.getText().length;
    await server.open(document);
  }
  for (const document of documents) await server.diagnosticsOf(document);
  const full = server.memory();
  for (const { uri } of documents)
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  // An idle process gives memory back by and by.
  await pause(30_000);
  const closed = server.memory();
  server.stop();
  table(
    `Memory, ${documents.length} connectors of ${(size / 1e6).toFixed(1)} MB in all`,
    [[empty.now, full.most, full.now, closed.now].map((megabytes) => `${megabytes.toFixed(0)} MB`)],
    ["at the start", "the most", "all open", "half a minute after all are closed"],
  );
}

await timeInitialize();
await timeEdits();
await type();
if (process.platform === "linux") await fill();
process.exit(0);
