/**
 * Times what an editor asks while somebody writes: `npm run bench:language [-- --edits 50] [--only "1.1 MB"]`.
 *
 * - completion and hover at once after each of many edits, near to it and far from it, next to the JSON language server of
 *   VS Code on the same files and edits, with our schema; it needs `npm --prefix bench ci`;
 * - hover while the connector is judged;
 * - everything else that the server can be asked, on the largest file.
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { ClientCapabilities, InitializeResult } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { packageFile } from "../host/packageFile.js";
import { debounceMilliseconds } from "../server/workspace.js";
import { type Sample, samples, share, table } from "./samples.js";
import { copied, documentOf, folder, pause, Server } from "./serverProcess.js";

const { values } = parseArgs({
  options: { edits: { type: "string", default: "50" }, only: { type: "string" } },
});
const edits = Number(values.edits);
/** The first edits, which are not timed. */
const warmUp = 10;

/** What 95 of 100 answers may take, by the name of the sample. */
const budgets: Record<string, number> = { "34 KB": 15, "300 KB": 30, "1.1 MB": 80 };
const renameBudget = 500;

const formats: ("markdown" | "plaintext")[] = ["markdown", "plaintext"];
/** An editor that can do what VS Code can. */
const capabilities: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        labelDetailsSupport: true,
        insertReplaceSupport: true,
        documentationFormat: formats,
      },
    },
    hover: { contentFormat: formats },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

const theirs = packageFile(
  "bench/node_modules/vscode-langservers-extracted/bin/vscode-json-language-server",
);
/** The servers, each with what has to be told to it before it is asked. */
const servers: { name: string; start(): Promise<{ server: Server; can: InitializeResult }> }[] = [
  {
    name: "paconn",
    async start() {
      const server = new Server();
      return { server, can: await server.start(capabilities) };
    },
  },
];
if (existsSync(theirs))
  servers.push({
    name: "JSON server",
    async start() {
      const server = new Server([theirs, "--stdio"]);
      const can = await server.start(capabilities, { handledSchemaProtocols: ["file"] });
      const schemas = ["apiDefinition", "apiProperties", "settings"].map((kind) => ({
        fileMatch: [kind === "apiDefinition" ? "*.swagger.json" : `${kind}.json`],
        url: pathToFileURL(packageFile(`rulesets/schemas/${kind}.schema.json`)).href,
      }));
      const settings = { json: { schemas, validate: { enable: true } } };
      await server.connection.sendNotification("workspace/didChangeConfiguration", { settings });
      return { server, can };
    },
  });
else console.error("bench: The JSON language server is not installed: npm --prefix bench ci");

interface Edit {
  offset: number;
  length: number;
  text: string;
}

/**
 * A letter into a description or a key, and out again with the next edit; by and by in all parts of the text, as a
 * cursor wanders.
 */
function editFor(number: number, document: TextDocument): Edit {
  const text = document.getText();
  const turn = number >> 1;
  const from = Math.floor((text.length * (turn % 10)) / 11);
  const found =
    turn % 3 === 2
      ? /\n\s*"(?=[a-z])/.exec(text.slice(from))
      : /"description": "/.exec(text.slice(from));
  const offset = from + found!.index + found![0].length;
  return number % 2 === 0 ? { offset, length: 0, text: "x" } : { offset, length: 1, text: "" };
}

/** A place in another part of the text, in turn a key, a reference and a text. */
function farFrom(number: number, document: TextDocument): number {
  const text = document.getText();
  const from = Math.floor((text.length * ((number * 7 + 5) % 11)) / 12);
  const pattern = [/\n\s*"(?=[a-z])/, /"#\/definitions\//, /"type": "/][number % 3]!;
  const found = pattern.exec(text.slice(from)) ?? pattern.exec(text);
  return found === null ? from : text.indexOf(found[0], from) + found[0].length;
}

class Times {
  private readonly lists = new Map<string, number[]>();

  async take<Result>(what: string, work: () => Promise<Result>, counts: boolean): Promise<Result> {
    const begin = performance.now();
    const result = await work();
    const list = this.lists.get(what) ?? [];
    this.lists.set(what, list);
    if (counts) list.push(performance.now() - begin);
    return result;
  }

  of(what: string): number[] {
    return this.lists.get(what) ?? [];
  }
}

const asked = [
  ["completion", "at the edit"],
  ["hover", "at the edit"],
  ["completion", "elsewhere"],
  ["hover", "elsewhere"],
  ["completion", "while it is judged"],
  ["hover", "while it is judged"],
] as const;

/** A server with a file open, and how long it took to answer. */
class Asked {
  readonly times = new Times();

  private constructor(
    private readonly server: Server,
    private readonly can: InitializeResult,
    readonly document: TextDocument,
  ) {}

  static async open(start: (typeof servers)[number]["start"], path: string): Promise<Asked> {
    const { server, can } = await start();
    const document = documentOf(path);
    await server.open(document);
    await server.diagnosticsOf(document);
    return new Asked(server, can, document);
  }

  change({ offset, length, text }: Edit): Promise<void> {
    return this.server.change(this.document, offset, length, text);
  }

  async ask(what: string, where: string, offset: number, counts: boolean): Promise<void> {
    const { server, can, document, times } = this;
    if (can.capabilities[`${what}Provider` as "hoverProvider"] === undefined) return;
    const params = {
      textDocument: { uri: document.uri },
      position: document.positionAt(offset),
    };
    const send = () => server.connection.sendRequest(`textDocument/${what}`, params);
    await times.take(`${what} ${where}`, send, counts);
  }

  async settle(): Promise<void> {
    await this.server.diagnosticsOf(this.document);
  }

  stop(): void {
    this.server.stop();
  }
}

/** Has all servers asked the same, one after the other, so that a busy moment of the machine hits all of them. */
async function time({ name, path }: Sample): Promise<Times[]> {
  const all: Asked[] = [];
  for (const { start } of servers) all.push(await Asked.open(start, path));
  for (let edit = 0; edit < edits + warmUp; edit++) {
    for (const each of all) {
      const { document } = each;
      const made = editFor(edit, document);
      await each.change(made);
      const at = made.offset + made.text.length;
      const far = farFrom(edit, document);
      for (const [what, where] of asked.slice(0, 4))
        await each.ask(what, where, where === "at the edit" ? at : far, edit >= warmUp);
    }
    // Somebody who goes elsewhere to write has paused for that.
    if (edit % 2 === 1) for (const each of all) await each.settle();
  }
  for (let edit = 0; edit < edits; edit++)
    for (const each of all) {
      const { document } = each;
      await each.change(editFor(edit, document));
      await pause(debounceMilliseconds + ((edit * 7) % 50) * (name === "1.1 MB" ? 8 : 1));
      const far = farFrom(edit, document);
      for (const [what, where] of asked.slice(4)) await each.ask(what, where, far, true);
      await each.settle();
    }
  for (const each of all) each.stop();
  return all.map(({ times }) => times);
}

let hasFailed = false;
const shown = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

async function timeWriting(): Promise<void> {
  const rows: string[][] = [];
  for (const sample of samples(folder)) {
    const budget = budgets[sample.name];
    if (budget === undefined || (values.only ?? sample.name) !== sample.name) continue;
    const path = copied(sample.path, `writing ${sample.name}`);
    const all = await time({ ...sample, path });
    for (const [what, where] of asked) {
      const key = `${what} ${where}`;
      const [ours = [], others = []] = all.map((times) => times.of(key));
      if (ours.length === 0) continue;
      const at = (times: number[], part: number) =>
        times.length === 0 ? "–" : shown(share(times, part));
      const ratio = (part: number) =>
        others.length === 0 ? "–" : (share(ours, part) / share(others, part)).toFixed(2);
      const isOver = share(ours, 0.95) > budget;
      hasFailed ||= isOver;
      rows.push([
        ...[sample.name, `${what} ${where}`],
        ...[at(ours, 0.5), `${at(ours, 0.95)}${isOver ? ` (over ${budget})` : ""}`],
        ...[at(others, 0.5), at(others, 0.95), ratio(0.5), ratio(0.95)],
      ]);
    }
  }
  table(`Answers while somebody writes, ${edits} edits each`, rows, [
    ...["file", "asked", "median", "95th percentile"],
    ...["JSON server: median", "95th percentile", "ratio of medians", "of 95th percentiles"],
  ]);
}

/** The name that a pattern finds most often in a text, and where it finds it first. */
function mostUsed(text: string, pattern: RegExp): { name: string; offset: number } {
  const uses = new Map<string, { count: number; offset: number }>();
  for (const { 0: all, 1: name, index } of text.matchAll(pattern)) {
    const known = uses.get(name!) ?? { count: 0, offset: index + all.indexOf(name!) };
    uses.set(name!, { ...known, count: known.count + 1 });
  }
  const [name, { offset }] = [...uses].sort((a, b) => b[1].count - a[1].count)[0]!;
  return { name, offset };
}

async function timeOthers(): Promise<void> {
  const sample = samples(folder).at(-1)!;
  if ((values.only ?? sample.name) !== sample.name) return;
  const { server, can } = await servers[0]!.start();
  const document = documentOf(copied(sample.path, `others ${sample.name}`));
  const { uri } = document;
  await server.open(document);
  await server.diagnosticsOf(document);
  const text = document.getText();
  const operation = mostUsed(text, /"operationId": "(\w+)"/g);
  const definition = mostUsed(text, /"#\/definitions\/(\w+)"/g);
  const at = ({ offset }: { offset: number }) => ({ position: document.positionAt(offset + 1) });
  const context = { includeDeclaration: true };
  const whole = { range: { start: document.positionAt(0), end: document.positionAt(text.length) } };
  const view = {
    range: { start: { line: 2000, character: 0 }, end: { line: 2060, character: 0 } },
  };
  const options = { tabSize: 2, insertSpaces: true };
  const requests: [name: string, method: string, provider: string, params: object][] = [
    ["rename of an operation", "rename", "rename", { ...at(operation), newName: "Renamed" }],
    ["rename of a definition", "rename", "rename", { ...at(definition), newName: "Renamed" }],
    ["prepareRename", "prepareRename", "rename", at(definition)],
    ["definition", "definition", "definition", at(definition)],
    ["references", "references", "references", { ...at(definition), context }],
    ["documentHighlight", "documentHighlight", "documentHighlight", at(definition)],
    ["documentSymbol", "documentSymbol", "documentSymbol", {}],
    ["foldingRange", "foldingRange", "foldingRange", {}],
    [
      "selectionRange",
      "selectionRange",
      "selectionRange",
      { positions: [at(definition).position] },
    ],
    ["documentLink", "documentLink", "documentLink", {}],
    ["formatting", "formatting", "documentFormatting", { options }],
    ["codeLens", "codeLens", "codeLens", {}],
    ["inlayHint of a view", "inlayHint", "inlayHint", view],
    ["semanticTokens", "semanticTokens/full", "semanticTokens", {}],
    ["semanticTokens of a view", "semanticTokens/range", "semanticTokens", view],
    ["codeAction", "codeAction", "codeAction", { ...view, context: { diagnostics: [] } }],
    ["codeAction, all", "codeAction", "codeAction", { ...whole, context: { diagnostics: [] } }],
  ];
  const rows: string[][] = [];
  const times = new Times();
  for (let round = 0; round < 12; round++)
    for (const [name, method, provider, params] of requests) {
      if (!(`${provider}Provider` in can.capabilities)) continue;
      const { offset, length, text: letter } = editFor(round, document);
      await server.change(document, offset, length, letter);
      const ask = () =>
        server.connection
          .sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params })
          // A name can be written over by the letter.
          .catch(() => {});
      await times.take(`${name}, at once`, ask, round > 1);
      await server.diagnosticsOf(document);
      await times.take(name, ask, round > 1);
    }
  server.stop();
  for (const [name] of requests) {
    const first = times.of(`${name}, at once`);
    if (first.length === 0) continue;
    const isOver = name.startsWith("rename") && share(first, 0.95) > renameBudget;
    hasFailed ||= isOver;
    rows.push([
      name,
      shown(share(first, 0.5)),
      `${shown(share(first, 0.95))}${isOver ? ` (over ${renameBudget})` : ""}`,
      shown(share(times.of(name), 0.5)),
    ]);
  }
  table(`Other questions about ${sample.name} (${basename(sample.path)}), 10 edits each`, rows, [
    "asked",
    "at once after an edit: median",
    "95th percentile",
    "asked again once it is judged",
  ]);
}

await timeWriting();
await timeOthers();
process.exit(hasFailed ? 1 : 0);
