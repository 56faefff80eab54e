/**
 * Times the language server as an editor meets it: `npm run bench:server [-- --edits 50]`.
 *
 * - how long `initialize` takes, against `node -e 0` in the same run;
 * - from a change of a text to its diagnostics, without the pause that the server waits for;
 * - how many times a connector is judged while somebody types;
 * - the memory of the process with many connectors open, and after they are closed.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  createProtocolConnection,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { appendTo } from "../connector/keep.js";
import { packageFile } from "../host/packageFile.js";
import { debounceMilliseconds } from "../server/workspace.js";
import { corpus, median, samples, table } from "./samples.js";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "50" },
    starts: { type: "string", default: "15" },
  },
});
const edits = Number(values.edits);
const starts = Number(values.starts);
const folder = mkdtempSync(join(tmpdir(), "paconn-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const programs = {
  "paconn lsp": [packageFile("dist/paconn.js"), "lsp", "--stdio"],
  "paconn-language-server": [packageFile("dist/paconn-language-server.js"), "--stdio"],
};
if (!existsSync(programs["paconn lsp"][0]!)) {
  console.error("bench: dist/ is missing: run npm install.");
  process.exit(1);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server in a process of its own, and what it published. */
class Server {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly published: { uri: string; version: number | undefined; at: number }[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(program: readonly string[] = programs["paconn lsp"]) {
    this.process = spawn(process.execPath, program);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
  }

  async start(): Promise<void> {
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version }) => {
      this.published.push({ uri, version, at: performance.now() });
      for (const tell of this.waiting) tell();
    });
    this.connection.listen();
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
  }

  open(document: TextDocument): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: {
        uri: document.uri,
        languageId: "json",
        version: document.version,
        text: document.getText(),
      },
    });
  }

  /** Replaces some characters as typing does, in the text here and there. */
  change(document: TextDocument, offset: number, length: number, text: string): Promise<void> {
    const contentChanges = [
      {
        range: {
          start: document.positionAt(offset),
          end: document.positionAt(offset + length),
        },
        text,
      },
    ];
    TextDocument.update(document, contentChanges, document.version + 1);
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges,
    });
  }

  /** When the diagnostics of the newest text came, in milliseconds of `performance.now()`. */
  async diagnosticsOf(document: TextDocument): Promise<number> {
    for (;;) {
      const found = this.published.find(
        ({ uri, version }) => uri === document.uri && version === document.version,
      );
      if (found !== undefined) return found.at;
      await new Promise<void>((resolve) => {
        const tell = () => {
          this.waiting.delete(tell);
          resolve();
        };
        this.waiting.add(tell);
      });
    }
  }

  /** Resident memory in MB, and the most that there was; of Linux alone. */
  memory(): { now: number; most: number } {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    const megabytes = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }
}

function documentOf(path: string): TextDocument {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return TextDocument.create(pathToFileURL(path).href, "json", 1, text);
}

/** A definition in a folder of its own with the files beside it, so that nothing else is judged. */
function copied(path: string, name: string): string {
  const to = join(folder, name.replace(/\W/g, ""));
  mkdirSync(to);
  for (const each of readdirSync(dirname(path)))
    if (/\.json$/i.test(each)) copyFileSync(join(dirname(path), each), join(to, each));
  return join(to, basename(path));
}

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
    const sorted = times.sort((a, b) => a - b);
    const share = (part: number) => `${sorted[Math.ceil(sorted.length * part) - 1]!.toFixed(0)} ms`;
    rows.push([name, share(0.5), share(0.95), share(1)]);
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
