/**
 * Whatever an editor may send, the server goes on, and in the end it shows what `paconn validate`
 * finds in the same texts. The same conversations each time; `PROPERTY_RUNS=1000` holds so many
 * others, and a failure prints the seed and the messages.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  CancellationTokenSource,
  type Diagnostic,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { findConnectorOf, findConnectors, kindByName } from "../host/findConnectors.js";
import { packageFile } from "../host/packageFile.js";
import { Editor, pulling, pushing, uriOf } from "./editor.js";
import { runs, wantedRuns } from "./propertyRuns.js";
import { paconn } from "./terminal.js";

vi.setConfig({ testTimeout: wantedRuns > 0 ? 36_000_000 : 300_000 });

/** A conversation takes a second or two; one that takes so many milliseconds hangs. */
const timeout = 30_000;

const example = (name: string) => readFileSync(packageFile("examples", name), "utf8");
const definition = example("contoso-tickets/apiDefinition.swagger.json");
const properties = example("contoso-tickets/apiProperties.json");

/** What files hold, by kinds of name. */
const texts: Record<string, string[]> = {
  definition: [definition, example("contoso-invoices/apiDefinition.swagger.json"), "{", "", "[]"],
  properties: [properties, example("contoso-invoices/apiProperties.json"), '{"properties":{}}'],
  settings: [
    '{ "apiDefinition": "apiDefinition.swagger.json", "environment": "x" }',
    '{ "apiDefinition": "next.swagger.json", "apiProperties": "apiProperties.json" }',
    '{ "editor.tabSize": 2 }',
    "{",
  ],
  ruleset: [
    'extends: paconn\nrules:\n  host-valid: "off"\n',
    "rules:\n  host-valid: info\n",
    "extends: paconn/custom\n",
    "extends: pac",
    "rules:\n  - {",
    "",
  ],
  other: ['{ "name": "x" }', "{", "text"],
};

const names = [
  "one/apiDefinition.swagger.json",
  "one/apiProperties.json",
  "one/settings.json",
  "one/next.swagger.json",
  "one/package.json",
  "deep/certified-connectors/two/apiDefinition.swagger.json",
  "deep/certified-connectors/two/apiProperties.json",
  "custom-connectors/three/apiDefinition.swagger.json",
  ".spectral.yaml",
  "one/.spectral.yaml",
  ".vscode/settings.json",
  "readme.md",
] as const;

function textsFor(name: string): string[] {
  if (name.includes(".spectral.")) return texts.ruleset!;
  if (name.endsWith(".swagger.json")) return texts.definition!;
  if (name.endsWith("apiProperties.json")) return texts.properties!;
  return name.endsWith("settings.json") ? texts.settings! : texts.other!;
}

const file = fc.nat(names.length - 1);
const anyText = fc.nat(9);
const snippet = fc.constantFrom(
  ...['"', "{", "}", "[", "]", ",", ":", "null", "7", "\\", "//", "\r\n", "\n", "𝒞🎫", "\uD800"],
  ...["GetTicket", "ListTickets", '"x-ms-summary": "Id",', '"operationId": "A",', " API", ""],
);
const place = fc.double({ min: 0, max: 1, noNaN: true });
/** What hands change in a definition or the properties, so that they stay JSON. */
const words = [
  ["ListTickets", "FindTickets"],
  ["CreateTickets", "CreateTicket"],
  ["Contoso Tickets API", "Contoso Tickets"],
  ["https://api.contoso.com", "api.contoso.com"],
  ['"x-ms-url-encoding": "single",', ""],
  ["#007ee5", "#112233"],
  ['"type": "string",', '"type": "string", "x-ms-summary": "Name",'],
] as const;

const change = fc.record({ at: place, length: fc.nat(40), text: snippet });

/** A message of an editor, or something that happens to the disk while it is open. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("open" as const), file, text: anyText }) },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("swap" as const),
      file,
      words: fc.nat(words.length - 1),
      back: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("change" as const),
      file,
      version: fc.integer({ min: -3, max: 3 }),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant("replace" as const), file, text: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("save" as const), file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("close" as const), file }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("write" as const), file, text: anyText }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("rename" as const), file, to: file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("remove" as const), file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("folder" as const), file }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("configure" as const),
      settings: fc.constantFrom(null, {}, { paconn: {} }, { paconn: { other: 1 } }, "x", 7),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      file,
      at: place,
      method: fc.constantFrom(
        "textDocument/codeAction",
        "textDocument/diagnostic",
        "textDocument/hover",
        "workspace/executeCommand",
        "workspace/unknown",
        "$/unknown",
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("tell" as const),
      method: fc.constantFrom("$/setTrace", "$/unknown", "textDocument/unknown", "workspace/x"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("wait" as const), time: fc.nat(40) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** An editor, its folder, and the texts that it holds. */
class Conversation {
  readonly open = new Map<string, TextDocument>();
  messages = 0;
  private readonly questions: Promise<unknown>[] = [];

  constructor(
    readonly editor: Editor,
    readonly root: string,
  ) {}

  take(step: Step) {
    const path = "file" in step ? join(this.root, names[step.file]!) : "";
    const choose = (index: number) => {
      const list = textsFor(path);
      return list[index % list.length]!;
    };
    switch (step.does) {
      case "open": {
        if (this.open.has(path)) return;
        const document = TextDocument.create(uriOf(path), "json", 1, choose(step.text));
        this.open.set(path, document);
        return this.notify("textDocument/didOpen", {
          textDocument: {
            uri: document.uri,
            languageId: "json",
            version: 1,
            text: document.getText(),
          },
        });
      }
      case "swap": {
        const document = this.open.get(path);
        const [one, other] = words[step.words]!;
        const [before, after] = step.back ? [other, one] : [one, other];
        const start = before === "" ? -1 : (document?.getText().indexOf(before) ?? -1);
        if (document === undefined || start < 0) return;
        const range = {
          start: document.positionAt(start),
          end: document.positionAt(start + before.length),
        };
        const contentChanges = [{ range, text: after }];
        TextDocument.update(document, contentChanges, document.version + 1);
        return this.notify("textDocument/didChange", {
          textDocument: { uri: document.uri, version: document.version },
          contentChanges,
        });
      }
      case "change":
      case "replace": {
        const document = this.open.get(path);
        if (document === undefined) return;
        const version = document.version + ("version" in step ? step.version : 1);
        const contentChanges = [];
        const edits = "changes" in step ? step.changes : [undefined];
        for (const edit of edits) {
          const length = document.getText().length;
          const start = edit && Math.floor(edit.at * length);
          const change =
            start === undefined
              ? { text: choose((step as { text: number }).text) }
              : {
                  range: {
                    start: document.positionAt(start),
                    end: document.positionAt(start + edit!.length),
                  },
                  text: edit!.text,
                };
          contentChanges.push(change);
          TextDocument.update(document, [change], version);
        }
        return this.notify("textDocument/didChange", {
          textDocument: { uri: document.uri, version },
          contentChanges,
        });
      }
      case "save": {
        const document = this.open.get(path);
        if (document === undefined || existsSync(dirname(path)) === false) return;
        rmSync(path, { recursive: true, force: true });
        writeFileSync(path, document.getText());
        this.notify("textDocument/didSave", { textDocument: { uri: document.uri } });
        return this.watched(path);
      }
      case "close": {
        if (!this.open.delete(path)) return;
        return this.notify("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
      }
      case "write":
        rmSync(path, { recursive: true, force: true });
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, choose(step.text));
        return this.watched(path);
      case "rename": {
        const to = join(this.root, names[step.to]!);
        if (!existsSync(path) || to === path) return;
        rmSync(to, { recursive: true, force: true });
        mkdirSync(dirname(to), { recursive: true });
        renameSync(path, to);
        return this.watched(path, to);
      }
      case "remove":
        rmSync(path, { recursive: true, force: true });
        return this.watched(path);
      case "folder":
        rmSync(path, { recursive: true, force: true });
        mkdirSync(path, { recursive: true });
        return this.watched(path);
      case "configure":
        return this.notify("workspace/didChangeConfiguration", { settings: step.settings });
      case "ask": {
        const document = this.open.get(path);
        const offset = Math.floor(step.at * (document?.getText().length ?? 0));
        const position = document?.positionAt(offset) ?? { line: 0, character: 0 };
        this.messages++;
        const question = this.editor.connection.sendRequest(step.method, {
          textDocument: { uri: uriOf(path) },
          position,
          range: { start: position, end: position },
          context: { diagnostics: [] },
          command: "unknown",
        });
        this.questions.push(question.catch(({ code }) => expect(code).toBeLessThan(-32_000)));
        return;
      }
      case "tell":
        return this.notify(step.method, { value: "off" });
    }
  }

  notify(method: string, params: unknown) {
    this.messages++;
    this.editor.notify(method, params);
  }

  private watched(...paths: string[]) {
    this.notify("workspace/didChangeWatchedFiles", {
      changes: paths.map((path) => ({ uri: uriOf(path), type: existsSync(path) ? 2 : 3 })),
    });
  }

  /** What the editor was answered for files that are not open, when it asks for the whole workspace. */
  readonly whole = new Map<string, { value: string; items: readonly Diagnostic[] }>();
  get asksForAll(): boolean {
    return this.asking !== undefined;
  }

  private answers = 0;
  private readonly end = new CancellationTokenSource();
  private asking: Promise<void> | undefined;

  /** Asks for the whole workspace again and again, as VS Code does. */
  askForAll(): void {
    const ask = async () => {
      while (!this.end.token.isCancellationRequested) {
        const previousResultIds = [...this.whole].map(([uri, { value }]) => ({ uri, value }));
        const { items } = await this.editor.connection.sendRequest(
          WorkspaceDiagnosticRequest.type,
          { previousResultIds },
          this.end.token,
        );
        this.answers++;
        for (const item of items)
          if (item.kind === "full" && item.resultId !== undefined)
            this.whole.set(item.uri, { value: item.resultId, items: item.items });
          else if (item.kind === "full") this.whole.delete(item.uri);
      }
    };
    this.asking = ask().catch(() => {});
  }

  async stopAsking(): Promise<void> {
    this.end.cancel();
    await this.asking;
  }

  /** Waits until everything is judged and answered. */
  async settle(): Promise<void> {
    await Promise.all(this.questions);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const { uri } of this.open.values())
      await this.editor.connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      });
    // What was pushed before an answer arrives before it. Who waits for changes of all gets them soon.
    if (this.asking !== undefined)
      for (let before = -1; before !== this.answers; ) {
        before = this.answers;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
  }

  /** What the editor shows for a file. */
  async shown(path: string): Promise<readonly Diagnostic[]> {
    const isPulled =
      this.open.has(path) &&
      this.editor.initializeResult.capabilities.diagnosticProvider !== undefined;
    if (!isPulled && this.asking !== undefined) {
      expect(this.editor.shownFor(path) ?? []).toEqual([]);
      return this.whole.get(uriOf(path))?.items ?? [];
    }
    if (!isPulled) return this.editor.shownFor(path) ?? [];
    expect(this.editor.shownFor(path) ?? []).toEqual([]);
    const report = await this.editor.pull(path);
    return report.kind === "full" ? report.items : [];
  }
}

interface Found {
  rule: string;
  message: string;
  line: number;
  column: number;
}

/** What `paconn validate` finds in the texts, by path below the root; `undefined` where it cannot. */
async function validate(conversation: Conversation): Promise<Map<string, Found[] | undefined>> {
  const { root, open } = conversation;
  const copy = mkdtempSync(join(tmpdir(), "paconn-copy-"));
  try {
    cpSync(root, copy, { recursive: true });
    for (const [path, document] of open) {
      const to = join(copy, relative(root, path));
      rmSync(to, { recursive: true, force: true });
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, document.getText());
    }
    const targets = new Set<string>(conversation.asksForAll ? await findConnectors(copy) : []);
    for (const path of open.keys()) {
      const at = join(copy, relative(root, path));
      const found = await findConnectorOf(at);
      if (found?.kind !== undefined) targets.add(found.folder);
      else if (found !== undefined && /^api(Definition|Properties)$/.test(kindByName(at) ?? ""))
        targets.add(at);
    }
    const all = new Map<string, Found[] | undefined>();
    for (const target of targets) {
      const { exitCode, stdout } = await paconn(["validate", "--format", "json", target], {
        folder: copy,
      });
      const { findings } = exitCode < 2 ? JSON.parse(stdout) : { findings: [] };
      if (exitCode >= 2) all.set(relative(copy, target), undefined);
      for (const { file, rule, message, range } of findings) {
        const name = relative(copy, join(copy, relative(copy, file)));
        const list = all.get(name) ?? [];
        list.push({ rule, message, line: range.start.line, column: range.start.column });
        all.set(name, list);
      }
    }
    return all;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function sorted(found: readonly Found[]): string[] {
  const lines = found.map(
    ({ rule, message, line, column }) => `${line}:${column} ${rule} ${message}`,
  );
  return [...new Set(lines)].sort();
}

test.each([
  ["pushed", pushing, false, 75],
  ["asked for", pulling, false, 75],
  // Each takes longer: all connectors are judged, and nobody says when that is done.
  ["asked for all files", pulling, true, 30],
] as const)(
  "diagnostics that are %s equal those of validate after any conversation",
  async (_, capabilities, asksForAll, usual) => {
    let messages = 0;
    let compared = 0;
    const conversations = fc.asyncProperty(
      fc.array(step, { minLength: 200, maxLength: 400, size: "max" }),
      async (steps) => {
        const root = mkdtempSync(join(tmpdir(), "paconn-talk-"));
        mkdirSync(join(root, ".git"));
        for (const [index, name] of names.slice(0, 8).entries()) {
          if (index === 2 || index === 3) continue;
          mkdirSync(dirname(join(root, name)), { recursive: true });
          writeFileSync(join(root, name), textsFor(name)[0]!);
        }
        const editor = await Editor.start({ capabilities, folders: [root] });
        try {
          const conversation = new Conversation(editor, root);
          if (asksForAll) conversation.askForAll();
          for (const each of steps) {
            conversation.take(each);
            if (each.does === "wait")
              await new Promise((resolve) => setTimeout(resolve, each.time));
          }
          // Half of them end in good order, since broken texts have one finding only.
          if (steps.length % 2 === 0)
            for (const file of [0, 1, 5, 6, 7, 8])
              for (const does of ["open", "replace"] as const)
                conversation.take({ does, file, text: 0 });
          await conversation.settle();
          messages += conversation.messages;
          expect(editor.log.filter((line) => /(is|has) a bug/.test(line))).toEqual([]);

          const expected = await validate(conversation);
          const isUnknown = (name: string) =>
            [...expected].some(
              ([target, found]) =>
                found === undefined && (name === target || dirname(name) === target),
            );
          for (const name of names) {
            if (name.includes(".spectral.") || isUnknown(name)) continue;
            const shown = await conversation.shown(join(root, name));
            const found = shown.map(({ code, message, range }) => ({
              rule: String(code),
              message: String(message),
              line: range.start.line + 1,
              column: range.start.character + 1,
            }));
            compared += found.length;
            expect(sorted(found), name).toEqual(sorted(expected.get(name) ?? []));
          }
          await conversation.stopAsking();
        } finally {
          await editor.dispose();
          rmSync(root, { recursive: true, force: true });
        }
      },
    );
    await fc.assert(conversations, { ...runs(usual, 60_000), timeout });
    console.log(`${messages} messages, ${compared} findings compared`);
    if (wantedRuns > 0) return;
    expect(messages).toBeGreaterThan(usual * 100);
    expect(compared).toBeGreaterThan(usual * 8);
  },
);
