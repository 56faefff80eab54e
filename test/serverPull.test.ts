/** Conversations with the language server. Editors that ask for diagnostics, and such as are slow, early or late. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  ErrorCodes,
  LSPErrorCodes,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { aWhile, contoso, inDefinition, inProperties } from "./contoso.js";
import { Editor, pulling, rulesOf, uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 30_000 });

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
      workDoneProgress: true,
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
      [properties, two, join(root, "two", "apiProperties.json"), join(root, "two", "readme.md")]
        .map(uriOf)
        .sort(),
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
    expect(added!.items.map(({ uri }) => uri)).toContain(uriOf(first));
    known.push(...added!.items.map(({ uri, resultId }) => ({ uri, value: resultId! })));

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
    expect(last!.items).toMatchObject([{ items: [] }, { items: [] }, { items: [] }]);
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
    // Each has a definition with faults, and lacks properties and a readme.
    expect(parts.length + items.length).toBe(9);
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
    const shown = changed.filter((item) => item.kind === "full" && item.items.length > 0);
    expect(shown.map(({ uri }) => uri)).toEqual(
      ["apiDefinition.swagger.json", "apiProperties.json", "readme.md"].map((name) =>
        uriOf(join(two, name)),
      ),
    );
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
