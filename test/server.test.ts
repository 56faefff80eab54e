/** Conversations with the language server, as editors have them. */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticRequest,
  ErrorCodes,
  LSPErrorCodes,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { packageFile } from "../host/packageFile.js";
import { Editor, type EditorOptions, pulling, pushing, rulesOf, uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 30_000 });

const example = Object.fromEntries(
  readdirSync(packageFile("examples/contoso-tickets")).map((name) => [
    name,
    readFileSync(packageFile("examples/contoso-tickets", name), "utf8"),
  ]),
);

/** A copy of the example with faults, and more files beside it. */
function contoso(more: Record<string, string | Uint8Array> = {}, below = "") {
  const inFolder = Object.fromEntries(
    Object.entries(example).map(([name, text]) => [join(below, name), text]),
  );
  const root = folderWith({ ...inFolder, ...more });
  const folder = join(root, below);
  return {
    root,
    folder,
    definition: join(folder, "apiDefinition.swagger.json"),
    properties: join(folder, "apiProperties.json"),
  };
}

const inDefinition = [
  "info-title-no-restricted-words",
  "host-valid",
  "parameter-summary-present",
  "referenced-operation-exists",
  "operation-summary-ending",
  "path-parameter-encoding",
];
const inProperties = ["icon-brand-color-default", "policy-operation-exists"];

/** Longer than anything that is going on here. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 400));

describe("the start", () => {
  test("it says what it is and can", async () => {
    const { initializeResult } = await Editor.start();
    expect(initializeResult.serverInfo).toEqual({
      name: "paconn",
      version: JSON.parse(readFileSync(packageFile("package.json"), "utf8")).version,
    });
    expect(initializeResult.capabilities).toMatchObject({
      positionEncoding: "utf-16",
      codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.paconn"] },
      executeCommandProvider: { commands: ["paconn.openPage"] },
    });
    expect(initializeResult.capabilities.diagnosticProvider).toBeUndefined();
  });

  test("an editor that knows nothing but texts is served", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start({ capabilities: {} });
    editor.open(definition);
    expect(await editor.until(() => editor.shownFor(definition))).not.toHaveLength(0);
    expect(await editor.until(() => editor.shownFor(properties))).not.toHaveLength(0);
    expect(editor.registered).toEqual([]);
    expect(editor.log).toEqual([]);
    const [first] = editor.shownFor(definition)!;
    expect(Object.keys(first!).sort()).toEqual(["code", "message", "range", "severity", "source"]);
  });

  test("positions count UTF-16 units, whatever the editor prefers", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      capabilities: { ...pushing, general: { positionEncodings: ["utf-8", "utf-32", "utf-16"] } },
    });
    expect(editor.initializeResult.capabilities.positionEncoding).toBe("utf-16");
    editor.open(
      definition,
      example["apiDefinition.swagger.json"]!.replace(
        '"title": "Contoso',
        '"x-é": "𝒞🎫", "title": "𝒞ontoso',
      ),
    );
    await editor.rules(definition);
    const title = editor
      .shownFor(definition)!
      .find(({ code }) => code === "info-title-no-restricted-words")!;
    const line = editor.texts.get(definition)!.text.split("\n")[title.range.start.line]!;
    expect(line.slice(title.range.start.character, title.range.end.character)).toBe(
      '"𝒞ontoso Tickets API"',
    );
  });
});

describe("diagnostics", () => {
  test("every file of the connector has them, open or not", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toEqual(expect.arrayContaining(inDefinition));
    const shown = await editor.until(() => editor.shownFor(properties));
    expect(rulesOf(shown)).toEqual(expect.arrayContaining(inProperties));
  });

  test("a new operationId in the definition is missed in the properties at once", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    await editor.rules(definition);
    const count = () =>
      rulesOf(editor.shownFor(properties) ?? []).filter(
        (rule) => rule === "policy-operation-exists",
      ).length;
    await editor.until(() => count() === 1);
    editor.edit(definition, '"ListTickets"', '"FindTickets"');
    await editor.until(() => count() === 2);

    editor.open(properties);
    await editor.rules(properties);
    expect(count()).toBe(2);
    editor.edit(definition, '"FindTickets"', '"ListTickets"');
    await editor.until(() => count() === 1);
  });

  test("they are for a version of the text, one answer for many changes", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    await editor.rules(definition);
    const before = editor.published.length;
    for (let letter = 0; letter < 20; letter++)
      editor.edit(definition, '"title": "', '"title": "x');
    await editor.rules(definition);
    await aWhile();
    const published = editor.published.slice(before).filter(({ uri }) => uri === uriOf(definition));
    expect(published.map(({ version }) => version)).toEqual([21]);
  });

  test("what was found in a text that has changed meanwhile is dropped", async () => {
    const { definition } = contoso({
      ".spectral.mjs": `import paconn from "paconn";
        const slow = async () => new Promise((resolve) => setTimeout(() => resolve([]), 300));
        export default { extends: [paconn], rules: { slow: { given: "$", then: { function: slow } } } };`,
    });
    const editor = await Editor.start({ initializationOptions: { isTrusted: true } });
    editor.open(definition);
    await editor.rules(definition);
    editor.edit(definition, "Contoso Tickets API", "One");
    await new Promise((resolve) => setTimeout(resolve, 250));
    editor.edit(definition, '"One"', '"Two API"');
    expect(await editor.rules(definition)).toContain("info-title-no-restricted-words");
    const versions = editor.published
      .filter(({ uri }) => uri === uriOf(definition))
      .map(({ version }) => version);
    expect(versions).toEqual([1, 3]);
  });

  test("each says all that there is to say", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    const twice = example["apiDefinition.swagger.json"]!.replace(
      '"schemes": ["https"]',
      '"schemes": ["https", "https"]',
    ).replace('"CreateTicket"', '"ListTickets"');
    editor.open(definition, twice);
    await editor.rules(definition);
    const found = (rule: string) => editor.shownFor(definition)!.find(({ code }) => code === rule)!;
    expect(found("host-valid")).toMatchObject({
      source: "paconn",
      severity: DiagnosticSeverity.Error,
      range: { start: { line: 12, character: 10 }, end: { line: 12, character: 35 } },
      message: expect.stringContaining("https://api.contoso.com"),
      codeDescription: { href: expect.stringMatching(/^file:.*\/docs\/rules\/host-valid\.md$/) },
      data: {
        pointer: "/host",
        validatorCode: expect.any(String),
        fix: { title: expect.any(String), isSafe: true, edits: [{ set: "/host" }] },
      },
    });
    expect(existsSync(new URL(found("host-valid").codeDescription!.href))).toBe(true);
    expect(found("array-duplicate-value").tags).toEqual([DiagnosticTag.Unnecessary]);
    expect(found("operation-id-unique").relatedInformation).toMatchObject([
      { location: { uri: uriOf(definition) }, message: expect.any(String) },
    ]);
    expect(found("host-valid").relatedInformation).toBeUndefined();

    editor.open(
      properties,
      example["apiProperties.json"]!.replace(
        '"type": "securestring"',
        '"type": "oauthSetting", "oAuthSettings": { "redirectMode": "Global" }',
      ),
    );
    await editor.rules(properties);
    const global = editor
      .shownFor(properties)!
      .find(({ code }) => code === "oauth-redirect-mode-per-connector");
    expect(global?.tags).toEqual([DiagnosticTag.Deprecated]);
  });

  test("an editor gets only what it can show", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      capabilities: {
        textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
      },
    });
    editor.open(
      definition,
      example["apiDefinition.swagger.json"]!.replace('["https"]', '["https", "https"]'),
    );
    await editor.rules(definition);
    const keys = new Set(editor.shownFor(definition)!.flatMap((each) => Object.keys(each)));
    expect([...keys].sort()).toEqual([
      "code",
      "codeDescription",
      "message",
      "range",
      "severity",
      "source",
    ]);
  });

  test("they go when the last file of the connector is closed", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    editor.open(properties);
    await editor.rules(properties);
    editor.close(properties);
    await aWhile();
    expect(editor.shownFor(properties)).not.toEqual([]);
    editor.close(definition);
    await editor.until(() => editor.shownFor(properties)?.length === 0);
    await editor.until(() => editor.shownFor(definition)?.length === 0);
  });

  test("a definition of another name beside the usual one is judged by itself", async () => {
    const { definition, folder, properties } = contoso({
      "next.swagger.json": '{ "swagger": "2.0", "info": { "title": "Next API" } }',
    });
    const editor = await Editor.start();
    const next = join(folder, "next.swagger.json");
    editor.open(next);
    expect(await editor.rules(next)).toContain("info-title-no-restricted-words");
    await aWhile();
    expect(editor.shownFor(properties)).toBeUndefined();
    expect(editor.shownFor(definition)).toBeUndefined();
  });

  test("a connector that is not saved yet is judged", async () => {
    const folder = folderWith({});
    const definition = join(folder, "new", "apiDefinition.swagger.json");
    const editor = await Editor.start();
    editor.open(definition, '{ "swagger": "2.0", "info": { "title": "Next API" } }');
    expect(await editor.rules(definition)).toContain("info-title-no-restricted-words");
  });
});

describe("files of no connector", () => {
  test.each([
    [".vscode/settings.json", '{ "editor.tabSize": 2 }'],
    ["other/settings.json", '{ "apiKey": "x" }'],
    ["package.json", '{ "name": "x", }'],
    ["petstore.swagger.json", '{ "swagger": "2.0" }'],
    ["openapi.json", '{ "swagger": "2.0" }'],
    ["connector/package.json", "{"],
    ["connector/settings.json", '{ "editor.tabSize": 2, }'],
  ])("%s has no findings", async (name, text) => {
    const { folder } = contoso({ [name]: text }, "connector");
    const path = join(folder, "..", name);
    for (const capabilities of [pushing, pulling]) {
      const editor = await Editor.start({ capabilities });
      editor.open(path);
      expect(await editor.actions(path, "{")).toEqual([]);
      await aWhile();
      expect(editor.published).toEqual([]);
      if (capabilities === pulling) expect(await editor.pull(path)).toMatchObject({ items: [] });
    }
  });

  test("buffers without a file are left alone", async () => {
    const editor = await Editor.start();
    editor.notify("textDocument/didOpen", {
      textDocument: { uri: "untitled:Untitled-1", languageId: "json", version: 1, text: "{" },
    });
    await aWhile();
    expect(editor.published).toEqual([]);
    expect(editor.log).toEqual([]);
  });
});

describe("an editor that asks for diagnostics", () => {
  const workspaceDiagnostics = (
    editor: Editor,
    previousResultIds: { uri: string; value: string }[],
  ) => editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });

  test("it is told that it can, and gets those of open files by asking only", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start({ capabilities: pulling });
    expect(editor.initializeResult.capabilities.diagnosticProvider).toEqual({
      identifier: "paconn",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    editor.open(definition);
    const report = await editor.pull(definition);
    if (report.kind !== "full") throw new Error(report.kind);
    expect(rulesOf(report.items)).toEqual(expect.arrayContaining(inDefinition));
    expect(await editor.pull(definition, report.resultId)).toEqual({
      kind: "unchanged",
      resultId: report.resultId,
    });
    // The other file is not open, and nobody asked for all: it is pushed.
    await editor.until(() => editor.shownFor(properties));
    expect(editor.published.map(({ uri }) => uri)).toEqual([uriOf(properties)]);

    // Once it is open it is asked for, and what was pushed is taken back.
    editor.open(properties);
    await editor.until(() => editor.shownFor(properties)?.length === 0);
    const own = await editor.pull(properties);
    expect(own.kind === "full" && rulesOf(own.items)).toEqual(expect.arrayContaining(inProperties));
    await aWhile();
    expect(editor.published.map(({ uri }) => uri)).not.toContain(uriOf(definition));
    expect(editor.shownFor(properties)).toEqual([]);
    editor.close(properties);
    await editor.until(() => (editor.shownFor(properties) ?? []).length > 0);
  });

  test("a change in another file is a reason to ask again", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start({ capabilities: pulling });
    editor.open(definition);
    editor.open(properties);
    await editor.pull(definition);
    await editor.pull(properties);
    expect(editor.refreshes).toBe(0);
    editor.edit(definition, '"ListTickets"', '"FindTickets"');
    const asked = editor.pull(definition);
    await editor.until(() => editor.refreshes === 1);
    expect((await asked).kind).toBe("full");
    const report = await editor.pull(properties);
    expect(
      report.kind === "full" &&
        rulesOf(report.items).filter((rule) => rule === "policy-operation-exists"),
    ).toHaveLength(2);
    await aWhile();
    expect(editor.refreshes).toBe(1);
  });

  test("a question that the editor takes back is answered so", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({ capabilities: pulling });
    editor.open(definition);
    await editor.pull(definition);
    editor.edit(definition, "Contoso Tickets API", "Other API");
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: uriOf(definition) } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    const report = await editor.pull(definition);
    expect(report.kind === "full" && rulesOf(report.items)).toContain(
      "info-title-no-restricted-words",
    );
  });

  test("the whole workspace: all connectors, those of open files left out, nothing pushed", async () => {
    const { root, definition, properties } = contoso(
      {
        "two/apiDefinition.swagger.json": '{ "swagger": "2.0", "info": { "title": "Two API" } }',
        "two/apiProperties.json": '{ "properties": {} }',
        ".vscode/settings.json": "{",
      },
      "one",
    );
    const two = join(root, "two", "apiDefinition.swagger.json");
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    editor.open(definition);
    await editor.pull(definition);
    await editor.until(() => (editor.shownFor(properties) ?? []).length > 0);

    const { items } = await workspaceDiagnostics(editor, []);
    const byUri = new Map(items.map((item) => [item.uri, item]));
    expect([...byUri.keys()].sort()).toEqual(
      [properties, two, join(root, "two", "apiProperties.json")].map(uriOf).sort(),
    );
    const found = byUri.get(uriOf(two))!;
    expect(found.kind === "full" && rulesOf(found.items)).toContain(
      "info-title-no-restricted-words",
    );
    // What was pushed before is taken back: no file has both.
    expect(editor.shownFor(properties)).toEqual([]);

    // The next answer waits for a change.
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    let next: Awaited<ReturnType<typeof workspaceDiagnostics>> | undefined;
    void workspaceDiagnostics(editor, known).then((answer) => {
      next = answer;
    });
    await aWhile();
    expect(next).toBeUndefined();
    writeFileSync(two, '{ "swagger": "2.0", "info": { "title": "Two" } }');
    editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(two), type: 2 }] });
    await editor.until(() => next);
    expect(next!.items.map(({ uri }) => uri)).toEqual([uriOf(two)]);

    // A connector that is new.
    let added: typeof next;
    const first = join(root, "three", "apiDefinition.swagger.json");
    mkdirSync(join(root, "three"));
    void workspaceDiagnostics(
      editor,
      known.map((each) =>
        each.uri === uriOf(two) ? { ...each, value: next!.items[0]!.resultId! } : each,
      ),
    ).then((answer) => {
      added = answer;
    });
    writeFileSync(first, "{");
    editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(first), type: 1 }] });
    await editor.until(() => added);
    expect(added!.items.map(({ uri }) => uri)).toEqual([uriOf(first)]);
    known.push({ uri: uriOf(first), value: added!.items[0]!.resultId! });

    // A file that is gone has no findings any more.
    let last: typeof next;
    const ids = known.map((each) =>
      each.uri === uriOf(two) ? { ...each, value: next!.items[0]!.resultId! } : each,
    );
    void workspaceDiagnostics(editor, ids).then((answer) => {
      last = answer;
    });
    rmSync(join(root, "two"), { recursive: true });
    editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(two), type: 3 }] });
    await editor.until(() => last);
    expect(last!.items).toMatchObject([{ items: [] }, { items: [] }]);
    const pushedLate = editor.published.filter(({ diagnostics }) => diagnostics.length > 0);
    expect(pushedLate.map(({ uri }) => uri)).toEqual([uriOf(properties)]);
  });

  test("results of a long search come in parts", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3 }, (_, index) => [
        `c${index}/apiDefinition.swagger.json`,
        '{ "swagger": "2.0", "info": { "title": "An API" } }',
      ]),
    );
    const root = folderWith(files);
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    const parts: unknown[] = [];
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "all", (part) => {
      parts.push(...part.items);
    });
    const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: "all",
    });
    expect(parts.length + items.length).toBe(3);
  });
});

describe("code actions", () => {
  const titles = (actions: readonly { title: string }[]) => actions.map(({ title }) => title);

  test.each([["pushed", pushing] as const, ["asked for", pulling] as const])(
    "diagnostics %s: fixes, all fixes of a rule, all safe fixes, off, the page",
    async (_, capabilities) => {
      const { definition } = contoso();
      const editor = await Editor.start({ capabilities });
      const twice = example["apiDefinition.swagger.json"]!.replace(
        '"summary": "List tickets"',
        '"summary": "List tickets."',
      );
      editor.open(definition, twice);
      const actions = await editor.actions(definition, '"Create a ticket."');
      expect(titles(actions)).toEqual([
        expect.stringMatching(/^(Change|Write|Remove)/),
        "Fix all 2 findings of operation-summary-ending in this file",
        "Apply all safe fixes of paconn in this file",
        "Switch off operation-summary-ending in .spectral.yaml",
        "Open the page of operation-summary-ending",
      ]);
      const [fix] = actions;
      expect(fix).toMatchObject({
        kind: "quickfix",
        isPreferred: true,
        diagnostics: [{ code: "operation-summary-ending" }],
      });
      expect(fix!.edit === undefined).toBe(capabilities === pulling);
      expect(await editor.choose(actions, fix!.title)).toEqual({
        [definition]: twice.replace('"Create a ticket."', '"Create a ticket"'),
      });
      expect(await editor.choose(actions, titles(actions)[1]!)).toEqual({
        [definition]: twice
          .replace('"Create a ticket."', '"Create a ticket"')
          .replace('"List tickets."', '"List tickets"'),
      });
      const { [definition]: fixed } = await editor.choose(actions, titles(actions)[2]!);
      const range = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
      editor.change(definition, [{ range, newText: fixed! }]);
      expect(titles(await editor.actions(definition, range))).not.toContain(titles(actions)[2]);
    },
  );

  test("edits are for the version of the text that they were made for", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    editor.edit(definition, "Contoso Tickets API", "Other API");
    const [fix] = await editor.actions(definition, '"Other API"');
    expect(fix!.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: uriOf(definition), version: 2 },
          edits: [
            {
              range: { start: { line: 3, character: 13 }, end: { line: 3, character: 24 } },
              newText: '"Other"',
            },
          ],
        },
      ],
    });
    editor.open(properties);
    const old = await Editor.start({ capabilities: {} });
    old.open(definition);
    const [plain] = await old.actions(definition, '"Contoso Tickets API"');
    expect(Object.keys(plain!.edit!)).toEqual(["changes"]);
  });

  test("only what is asked for", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    const at = '"https://api.contoso.com"';
    const kinds = async (...only: string[]) =>
      [...new Set((await editor.actions(definition, at, only)).map(({ kind }) => kind))].sort();
    expect(await kinds("source.fixAll")).toEqual(["source.fixAll.paconn"]);
    expect(await kinds("source.fixAll.paconn")).toEqual(["source.fixAll.paconn"]);
    expect(await kinds("source")).toEqual(["source.fixAll.paconn"]);
    expect(await kinds("quickfix")).toEqual(["quickfix"]);
    expect(await kinds("source.fixAll.eslint")).toEqual([]);
    expect(await kinds("refactor")).toEqual([]);
    expect(await kinds("quickfix", "source")).toEqual(["quickfix", "source.fixAll.paconn"]);
    // All safe fixes are not bound to a place.
    const anywhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(titles(await editor.actions(definition, anywhere))).toEqual([
      "Apply all safe fixes of paconn in this file",
    ]);
  });

  test("an action that is no longer true is refused", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({ capabilities: pulling });
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    editor.edit(definition, '"https://api.contoso.com"', '"api.contoso.com"');
    await expect(editor.choose(actions, actions[0]!.title)).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
  });

  test("a rule is switched off in a new configuration, as high as the folder that is open", async () => {
    const { root, definition } = contoso({}, "connectors/contoso");
    const at = '"https://api.contoso.com"';
    const title = "Switch off host-valid in .spectral.yaml";
    const editor = await Editor.start({ folders: [root] });
    editor.open(definition);
    const actions = await editor.actions(definition, at);
    const text = 'extends: paconn\nrules:\n  host-valid: "off"\n';
    expect(await editor.choose(actions, title)).toEqual({ [join(root, ".spectral.yaml")]: text });
    expect(actions.find((each) => each.title === title)!.edit!.documentChanges).toMatchObject([
      { kind: "create", uri: uriOf(join(root, ".spectral.yaml")) },
      { textDocument: { version: null } },
    ]);

    // Once it is there the rule finds nothing, and the next one is added to it.
    writeFileSync(join(root, ".spectral.yaml"), text);
    const uri = uriOf(join(root, ".spectral.yaml"));
    editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
    await editor.until(() => !rulesOf(editor.shownFor(definition)!).includes("host-valid"));
    const more = await editor.actions(definition, '"Create a ticket."');
    expect(
      await editor.choose(more, "Switch off operation-summary-ending in .spectral.yaml"),
    ).toEqual({
      [join(root, ".spectral.yaml")]:
        'extends: paconn\nrules:\n  operation-summary-ending: "off"\n  host-valid: "off"\n',
    });
  });

  test("without an open folder the configuration is beside the connector", async () => {
    const { folder, definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    const made = await editor.choose(actions, "Switch off host-valid in .spectral.yaml");
    expect(Object.keys(made)).toEqual([join(folder, ".spectral.yaml")]);
  });

  test("a configuration in JavaScript is not changed", async () => {
    const { definition } = contoso({
      ".spectral.js": 'import paconn from "paconn"; export default { extends: [paconn] };',
    });
    const editor = await Editor.start({ initializationOptions: { isTrusted: true } });
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    expect(titles(actions).filter((title) => title.startsWith("Switch off"))).toEqual([]);
  });

  test("the page of a rule is opened by the editor", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    const { command } = actions.find(({ title }) => title === "Open the page of host-valid")!;
    await editor.connection.sendRequest("workspace/executeCommand", command);
    expect(editor.shown).toMatchObject([
      { uri: expect.stringMatching(/host-valid\.md$/), external: false },
    ]);
    await expect(
      editor.connection.sendRequest("workspace/executeCommand", {
        command: "paconn.openPage",
        arguments: ["command:evil"],
      }),
    ).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });

    const old = await Editor.start({ capabilities: {} });
    old.open(definition);
    expect(
      titles(await old.actions(definition, '"https://api.contoso.com"')).filter((title) =>
        title.startsWith("Open"),
      ),
    ).toEqual([]);
  });
});

describe("what is around the texts", () => {
  test("files that change on disk", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    const watched = await editor.until(() =>
      editor.registered.find(({ method }) => method === "workspace/didChangeWatchedFiles"),
    );
    const patterns = (watched.registerOptions as { watchers: { globPattern: string }[] }).watchers;
    expect(patterns.map(({ globPattern }) => globPattern)).toEqual(
      expect.arrayContaining([
        "**/*.swagger.json",
        "**/apiProperties.json",
        "**/settings.json",
        "**/.spectral.{yaml,yml,json,js,mjs}",
      ]),
    );
    editor.open(definition);
    await editor.until(() => (editor.shownFor(properties) ?? []).length > 0);
    writeFileSync(properties, "{");
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(properties), type: 2 }],
    });
    await editor.until(() => rulesOf(editor.shownFor(properties)!).includes("json-syntax"));
    rmSync(properties);
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(properties), type: 3 }],
    });
    await editor.until(() => editor.shownFor(properties)!.length === 0);
  });

  test("a ruleset that the configuration extends, and a configuration that is open", async () => {
    const { root, definition } = contoso({
      ".spectral.yaml": "extends: [paconn, ./team.rules.yaml]\n",
      "team.rules.yaml": "rules:\n  host-valid: 'off'\n",
    });
    // Spectral wants rulesets to extend what they change.
    writeFileSync(join(root, "team.rules.yaml"), "extends: paconn\nrules:\n  host-valid: 'off'\n");
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).not.toContain("host-valid");
    await editor.until(() =>
      JSON.stringify(editor.registered).includes('"globPattern":"**/team.rules.yaml"'),
    );
    writeFileSync(join(root, "team.rules.yaml"), "extends: paconn\n");
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(join(root, "team.rules.yaml")), type: 2 }],
    });
    await editor.until(() => rulesOf(editor.shownFor(definition)!).includes("host-valid"));

    const ruleset = join(root, ".spectral.yaml");
    editor.open(ruleset, undefined, 1, "yaml");
    editor.change(ruleset, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        newText: "rules:\n  host-valid: info\n",
      },
    ]);
    await editor.until(
      () =>
        editor.shownFor(definition)!.find(({ code }) => code === "host-valid")?.severity ===
        DiagnosticSeverity.Information,
    );
    editor.close(ruleset);
    await editor.until(
      () =>
        editor.shownFor(definition)!.find(({ code }) => code === "host-valid")?.severity ===
        DiagnosticSeverity.Error,
    );
  });

  test("a configuration that is saved half-written is told where it is, and the last one counts", async () => {
    const { root, definition } = contoso({
      ".spectral.yaml": "extends: paconn\nrules:\n  host-valid: off\n",
    });
    const ruleset = join(root, ".spectral.yaml");
    const save = (text: string) => {
      writeFileSync(ruleset, text);
      editor.notify("workspace/didChangeWatchedFiles", {
        changes: [{ uri: uriOf(ruleset), type: 2 }],
      });
    };
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).not.toContain("host-valid");
    save("extends: paconn\nrules:\n  host-valid: off\n  title-x: off\n");
    const [fault] = await editor.until(() => editor.shownFor(ruleset));
    expect(fault).toMatchObject({
      code: "ruleset",
      range: { start: { line: 3, character: 2 } },
      message: expect.stringMatching(/^There is no rule "title-x"\./),
    });
    expect(editor.log.filter((line) => line.includes("title-x"))).toHaveLength(1);
    editor.edit(definition, "Contoso Tickets API", "Other API");
    expect(await editor.rules(definition)).not.toContain("host-valid");
    expect(editor.log.filter((line) => line.includes("title-x"))).toHaveLength(1);
    save("extends: paconn\nrules:\n  host-valid: warn\n");
    await editor.until(() => rulesOf(editor.shownFor(definition)!).includes("host-valid"));
    await editor.until(() => editor.shownFor(ruleset)?.length === 0);
  });

  test("JavaScript of a folder is run only when the editor says that it is trusted", async () => {
    const { root, definition } = contoso({
      ".spectral.js": "globalThis.ran = true; export default {};",
    });
    const editor = await Editor.start({ configuration: () => ({ isTrusted: true }) });
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
    const [fault] = await editor.until(() => editor.shownFor(join(root, ".spectral.js")));
    expect(fault!.message).toContain("trust");
    expect("ran" in globalThis).toBe(false);
  });

  test("a rule that never comes to an end costs its own findings only", {
    timeout: 60_000,
  }, async () => {
    const { definition } = contoso({
      ".spectral.mjs": `import paconn from "paconn";
        export default { extends: [paconn], rules: { stuck: { given: "$", then: { function: () => new Promise(() => {}) } } } };`,
    });
    const editor = await Editor.start({ initializationOptions: { isTrusted: true } });
    editor.open(definition);
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(editor.log).toEqual([expect.stringContaining("did not come to an end")]);
    // Nobody waits for it again.
    editor.edit(definition, "Contoso Tickets API", "Other API");
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(await editor.actions(definition, '"https://api.contoso.com"')).not.toHaveLength(0);
    expect(editor.log).toHaveLength(1);
  });

  test("a rule that fails is told once", async () => {
    const { definition } = contoso({
      ".spectral.mjs": `import paconn from "paconn";
        export default { extends: [paconn], rules: { faulty: { given: "$", then: { function: () => { throw new Error("Oh no") } } } } };`,
    });
    const editor = await Editor.start({ initializationOptions: { isTrusted: true } });
    editor.open(definition);
    await editor.rules(definition);
    editor.edit(definition, "Contoso Tickets API", "Other API");
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(editor.log).toEqual([expect.stringMatching(/faulty.*Oh no/)]);
  });

  const isCustom = (rules: readonly string[]) => !rules.includes("info-title-no-restricted-words");

  test.each<[string, EditorOptions, unknown, boolean]>([
    ["none", {}, undefined, false],
    ["at the start", { initializationOptions: { profile: "custom" } }, undefined, true],
    [
      "by asking",
      {
        capabilities: { workspace: { configuration: true } },
        configuration: () => ({ profile: "custom" }),
      },
      undefined,
      true,
    ],
    [
      "asking wins over the start",
      {
        capabilities: { workspace: { configuration: true } },
        initializationOptions: { profile: "custom" },
        configuration: () => ({ profile: "certified" }),
      },
      undefined,
      false,
    ],
    ["sent", {}, { settings: { paconn: { profile: "custom" } } }, true],
    [
      "what is sent wins over the start",
      { initializationOptions: { profile: "custom" } },
      { settings: { paconn: { profile: "certified" } } },
      false,
    ],
    [
      "what is sent is no answer for a folder",
      {
        capabilities: { workspace: { configuration: true } },
        configuration: () => ({ profile: "custom" }),
      },
      { settings: { paconn: { profile: "certified" } } },
      true,
    ],
    [
      "auto for a folder",
      {
        capabilities: { workspace: { configuration: true } },
        initializationOptions: { profile: "custom" },
        configuration: () => ({ profile: "auto" }),
      },
      undefined,
      false,
    ],
    ["nothing sent", { initializationOptions: { profile: "custom" } }, { settings: null }, true],
    ["auto", { initializationOptions: { profile: "auto" } }, undefined, false],
  ])("settings: %s", async (_, options, sent, expected) => {
    const { definition } = contoso();
    const editor = await Editor.start(options);
    if (sent !== undefined) editor.notify("workspace/didChangeConfiguration", sent);
    editor.open(definition);
    expect(isCustom(await editor.rules(definition))).toBe(expected);
    expect(editor.log).toEqual([]);
  });

  test("settings that change, each folder with its own", async () => {
    const { root, definition } = contoso(
      { "two/apiDefinition.swagger.json": example["apiDefinition.swagger.json"]! },
      "one",
    );
    const two = join(root, "two", "apiDefinition.swagger.json");
    let profile = "certified";
    const editor = await Editor.start({
      capabilities: {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
        },
      },
      folders: [join(root, "one"), join(root, "two")],
      configuration: (scope) => ({ profile: scope?.includes("/two") ? "custom" : profile }),
    });
    await editor.until(() =>
      editor.registered.find(({ method }) => method === "workspace/didChangeConfiguration"),
    );
    editor.open(definition);
    editor.open(two);
    expect(isCustom(await editor.rules(definition))).toBe(false);
    expect(isCustom(await editor.rules(two))).toBe(true);
    profile = "custom";
    const before = editor.published.length;
    editor.notify("workspace/didChangeConfiguration", { settings: null });
    await editor.until(() => isCustom(rulesOf(editor.shownFor(definition)!)));
    // The other one has the same settings as before.
    await aWhile();
    expect(editor.published.slice(before).map(({ uri }) => uri)).not.toContain(uriOf(two));
  });

  test("a wrong setting is told and passed over", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      initializationOptions: { profile: "certfied", profle: 1 },
    });
    editor.open(definition);
    expect(isCustom(await editor.rules(definition))).toBe(false);
    expect(editor.log).toEqual([
      expect.stringContaining('"certfied"'),
      expect.stringContaining("paconn.profle"),
    ]);
  });

  test("an editor that does not answer gets findings all the same", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => new Promise(() => {}),
    });
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
  });

  test("folders are added and removed", async () => {
    const { root } = contoso({}, "one");
    const two = folderWith({ "apiDefinition.swagger.json": '{ "swagger": "2.0" }' });
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    const ask = async () =>
      (
        await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
          previousResultIds: [],
        })
      ).items.map(({ uri }) => uri);
    expect(await ask()).toHaveLength(2);
    const folders = (path: string) => [{ uri: uriOf(path), name: path }];
    editor.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: folders(two), removed: folders(root) },
    });
    expect(await ask()).toEqual([uriOf(join(two, "apiDefinition.swagger.json"))]);
  });

  test("a settings.json decides which file is the definition", async () => {
    const { folder, definition } = contoso({
      "settings.json": '{ "apiDefinition": "apiDefinition.swagger.json", "environment": "e" }',
      "next.swagger.json": '{ "swagger": "2.0", "info": { "title": "Next API" } }',
    });
    const editor = await Editor.start();
    const settings = join(folder, "settings.json");
    editor.open(settings);
    await editor.rules(settings);
    await editor.until(() => (editor.shownFor(definition) ?? []).length > 0);
    editor.edit(settings, "apiDefinition.swagger.json", "next.swagger.json");
    await editor.until(() => (editor.shownFor(join(folder, "next.swagger.json")) ?? []).length > 0);
    await editor.until(() => editor.shownFor(definition)?.length === 0);
  });
});

describe("a disk that is not as it should be", () => {
  test("the folder disappears, and comes again", async () => {
    const { root, folder, definition, properties } = contoso({}, "connector");
    const editor = await Editor.start();
    editor.open(definition);
    await editor.until(() => (editor.shownFor(properties) ?? []).length > 0);
    renameSync(folder, `${folder}-away`);
    editor.edit(definition, "Contoso Tickets API", "Other API");
    expect(await editor.rules(definition)).toContain("info-title-no-restricted-words");
    await editor.until(() => editor.shownFor(properties)?.length === 0);
    renameSync(`${folder}-away`, folder);
    editor.edit(definition, "Other API", "Third API");
    await editor.until(() => editor.shownFor(properties)?.length !== 0);
    rmSync(root, { recursive: true });
    editor.edit(definition, "Third API", "Fourth API");
    expect(await editor.rules(definition)).toContain("info-title-no-restricted-words");
  });

  test("a file becomes a folder, and a file again", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    await editor.rules(definition);
    rmSync(properties);
    mkdirSync(properties);
    for (const title of ["Other API", "Third API"]) {
      editor.edit(definition, '"title": "', `"title": "${title} `);
      await editor.rules(definition);
    }
    expect(editor.log).toEqual([`${properties} cannot be read: it is a folder.`]);
    rmSync(properties, { recursive: true });
    writeFileSync(properties, "{");
    editor.edit(definition, '"title": "', '"title": "x ');
    await editor.until(() => rulesOf(editor.shownFor(properties)!).join() === "json-syntax");
  });

  test("links that form a loop", async () => {
    const two = { "two/apiDefinition.swagger.json": '{ "swagger": "2.0" }' };
    const { root, folder, definition, properties } = contoso(two, "connector");
    symlinkSync(root, join(folder, "up"));
    rmSync(properties);
    symlinkSync(properties, properties);
    symlinkSync(join(root, "loop"), join(root, "loop"));
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    editor.open(definition);
    const report = await editor.pull(definition);
    expect(report.kind === "full" && rulesOf(report.items)).toContain("host-valid");
    const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    expect(items.map(({ uri }) => uri)).toEqual([
      uriOf(join(root, "two", "apiDefinition.swagger.json")),
    ]);
    expect(editor.log).toEqual([`${properties} cannot be read: its symbolic links form a loop.`]);
  });

  test("a definition of 20 MB", { timeout: 120_000 }, async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    const long = example["apiDefinition.swagger.json"]!.replace(
      '"paths": {',
      `"x-long": [${Array.from({ length: 400_000 }, (_, index) => `{ "name": "a thing", "id": ${index} }`).join(",\n")}],\n"paths": {`,
    );
    expect(long.length).toBeGreaterThan(14_000_000);
    editor.open(definition, long + " ".repeat(20_000_000 - long.length));
    await editor.until(() => editor.shownFor(definition), "20 MB");
    editor.edit(definition, "Contoso Tickets API", "Contoso Tickets");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await editor.rules(definition)).not.toContain("info-title-no-restricted-words");
  });

  test("text that is no JSON, and then is again", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    await editor.rules(definition);
    editor.edit(definition, '"swagger"', '"swagger');
    expect(await editor.rules(definition)).toContain("json-syntax");
    editor.edit(definition, '"swagger', '"swagger"');
    expect(await editor.rules(definition)).toContain("host-valid");
  });
});

describe("what others may have written", () => {
  const code = `[?(@.constructor.constructor('globalThis.hasRun = true')())]`;
  const rule = (parts: object, field = "x-own") => ({
    extends: "paconn",
    // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so.
    rules: { own: { given: "$", then: { field, function: "truthy" }, ...parts } },
  });
  test.each<[string, object]>([
    ["a path", rule({ given: `$..${code}` })],
    ["paths", rule({ given: ["$.info", `$.info${code}`] })],
    ["a script", rule({ given: "$[(globalThis.hasRun = true)]" })],
    ["a field", rule({}, `$..${code}`)],
    ["a message", rule({ message: '#{{value["const" || "ructor"]}}' })],
    ["an alias", { ...rule({ given: "#A" }), aliases: { A: [`$..${code}`] } }],
    [
      "an alias by format",
      {
        ...rule({ given: "#A" }),
        aliases: { A: { targets: [{ formats: ["oas2"], given: [`$..${code}`] }] } },
      },
    ],
    [
      "an override",
      { extends: "paconn", overrides: [{ files: ["**"], ...rule({ given: `$..${code}` }) }] },
    ],
    ["a ruleset that is extended", { extends: ["paconn", "./other.json"] }],
  ])("code in %s is not run in a folder that is not trusted", async (_, ruleset) => {
    const { root, definition } = contoso({
      ".spectral.json": JSON.stringify(ruleset),
      "other.json": JSON.stringify(rule({ given: `$..${code}` })),
    });
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
    const told = () =>
      [".spectral.json", "other.json"].flatMap((name) => editor.shownFor(join(root, name)) ?? []);
    const [fault] = await editor.until(() => (told().length > 0 ? told() : undefined));
    expect(fault!.message).toContain("trust");
    expect("hasRun" in globalThis).toBe(false);
  });

  test("paths without expressions are understood in every folder", async () => {
    const { definition } = contoso({
      ".spectral.json": JSON.stringify(rule({ given: "$.paths[*][get,post]" })),
    });
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("own");
  });

  test("a ruleset that is a pipe is not waited for", async () => {
    const { root, definition } = contoso();
    execFileSync("mkfifo", [join(root, ".spectral.yaml")]);
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(editor.log).toEqual([expect.stringContaining("it is no file")]);
  });

  test("a ruleset extends a file of the connector, whose findings stay", async () => {
    const { definition } = contoso({
      ".spectral.yaml": "extends: [paconn, ./apiDefinition.swagger.json]\n",
    });
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toEqual(
      expect.arrayContaining(["host-valid", "ruleset"]),
    );
  });
});

describe("editors that are slow, early or late", () => {
  test("what an editor answers late counts from then on", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () =>
        new Promise((resolve) => setTimeout(() => resolve({ profile: "custom" }), 2_500)),
    });
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("info-title-no-restricted-words");
    await editor.until(
      () => !rulesOf(editor.shownFor(definition)!).includes("info-title-no-restricted-words"),
    );
  });

  test("a change while the editor still answers to the last one is told, too", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start({ capabilities: pulling, refreshTime: 1_000 });
    editor.open(definition);
    editor.open(properties);
    await editor.pull(definition);
    await editor.pull(properties);
    const change = async (before: string, after: string) => {
      editor.edit(definition, before, after);
      await editor.pull(definition);
    };
    await change('"ListTickets"', '"FindTickets"');
    await editor.until(() => editor.refreshes === 1);
    await editor.pull(properties);
    await change('"FindTickets"', '"ListTickets"');
    await editor.until(() => editor.refreshes === 2);
  });

  test("folders that come and go end the wait for a change", async () => {
    const { root } = contoso({}, "one");
    const two = folderWith({ "apiDefinition.swagger.json": '{ "swagger": "2.0" }' });
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    const { items } = await ask([]);
    const waiting = ask(items.map(({ uri, resultId }) => ({ uri, value: resultId! })));
    const folders = (path: string) => [{ uri: uriOf(path), name: path }];
    editor.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: folders(two), removed: folders(root) },
    });
    const changed = (await waiting).items;
    expect(changed).toHaveLength(3);
    expect(changed.filter((item) => item.kind === "full" && item.items.length > 0)).toMatchObject([
      { uri: uriOf(join(two, "apiDefinition.swagger.json")) },
    ]);
  });

  test("a folder that is open through a link is judged once", async () => {
    const { root, folder } = contoso({}, "connector");
    symlinkSync(folder, join(root, "link"));
    const linked = join(root, "link", "apiDefinition.swagger.json");
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    editor.open(linked);
    await editor.pull(linked);
    const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    expect(items.map(({ uri }) => uri)).toEqual([uriOf(join(root, "link", "apiProperties.json"))]);
  });

  test("nothing is lost by what comes before initialize or after shutdown", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      early: async (connection) => {
        await connection.sendNotification("textDocument/didOpen", {
          textDocument: { uri: uriOf(definition), languageId: "json", version: 1, text: "{" },
        });
        await expect(
          connection.sendRequest("textDocument/codeAction", {
            textDocument: { uri: uriOf(definition) },
          }),
        ).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
      },
    });
    editor.open(definition);
    await editor.until(() => (editor.shownFor(definition)?.length ?? 0) > 3);
    await expect(
      editor.connection.sendRequest("initialize", { processId: null, capabilities: {} }),
    ).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    expect(editor.log).toEqual([]);
    await editor.connection.sendRequest("shutdown");
    await expect(editor.actions(definition, '"Contoso Tickets API"')).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
  });

  test("parameters that are not those of the protocol are refused", async () => {
    const editor = await Editor.start({ capabilities: pulling });
    for (const [method, params] of [
      ["textDocument/codeAction", {}],
      ["textDocument/codeAction", { textDocument: { uri: "file:///x" }, range: { start: "x" } }],
      ["textDocument/diagnostic", {}],
    ] as const)
      await expect(editor.connection.sendRequest(method, params)).rejects.toMatchObject({
        code: ErrorCodes.InvalidParams,
      });
    expect(editor.log).toEqual([]);
  });

  test("a wrong setting of many folders is told once", async () => {
    const { definition } = contoso();
    const { definition: other } = contoso();
    const editor = await Editor.start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => ({ profile: "certfied" }),
    });
    editor.open(definition);
    editor.open(other);
    await editor.rules(definition);
    await editor.rules(other);
    expect(editor.log).toHaveLength(1);
  });
});

describe("code actions find what they were offered for", () => {
  test("among findings that are alike", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition, "{\n  // first\n  // second\n  /* third */\n}");
    const actions = await editor.actions(definition, "// second");
    const { [definition]: text } = await editor.choose(actions, actions[0]!.title);
    expect(text).toContain("// first");
    expect(text).not.toContain("// second");
  });

  test("and leave out what cannot be done", async () => {
    const { definition } = contoso({
      ".spectral.yaml":
        'extends: paconn\nrules:\n  host-valid: "off"\noverrides:\n  - files: ["**"]\n    rules:\n      host-valid: error\n',
    });
    const editor = await Editor.start();
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    expect(actions.map(({ title }) => title)).toEqual([
      expect.any(String),
      "Apply all safe fixes of paconn in this file",
      "Open the page of host-valid",
    ]);
  });

  test("and name the configuration that they change", async () => {
    const { root, definition } = contoso({ "team/.spectral.yml": "extends: paconn\n" }, "team/one");
    const editor = await Editor.start({ folders: [root] });
    editor.open(definition);
    const actions = await editor.actions(definition, '"https://api.contoso.com"');
    expect(actions.map(({ title }) => title)).toContain(
      "Switch off host-valid in team/.spectral.yml",
    );
  });
});

test("a file that a ruleset in JavaScript imports", async () => {
  const { root, definition } = contoso({
    ".spectral.mjs": 'import own from "./own.mjs"; export default own;',
    "own.mjs":
      'import paconn from "paconn"; export default { extends: [paconn], rules: { "host-valid": "off" } };',
  });
  const editor = await Editor.start({ initializationOptions: { isTrusted: true } });
  editor.open(definition);
  expect(await editor.rules(definition)).not.toContain("host-valid");
  writeFileSync(
    join(root, "own.mjs"),
    'import paconn from "paconn"; export default { extends: [paconn] };',
  );
  editor.edit(definition, "Contoso Tickets API", "Other API");
  expect(await editor.rules(definition)).toContain("host-valid");
});

test("names in settings.json are looked for in the open folder, too, and nowhere else", async () => {
  const settings = '{ "apiDefinition": "one/api.json", "environment": "x" }';
  const root = folderWith({
    "one/settings.json": settings,
    "one/api.json": example["apiDefinition.swagger.json"]!,
  });
  const path = join(root, "one", "api.json");
  const editor = await Editor.start({ folders: [root] });
  editor.open(path);
  expect(await editor.rules(path)).toContain("host-valid");

  const alone = await Editor.start();
  writeFileSync(
    join(root, "one", "settings.json"),
    '{ "apiDefinition": "examples/contoso-tickets/apiDefinition.swagger.json" }',
  );
  alone.open(join(root, "one", "settings.json"));
  await aWhile();
  expect(alone.published.map(({ uri }) => uri)).toEqual([
    uriOf(join(root, "one", "settings.json")),
  ]);
});
