/** Conversations with the language server. What editors ask about places of a file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type {
  CodeLens,
  CompletionItem,
  Location,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { contoso } from "./contoso.js";
import { Editor, pushing, uriOf } from "./editor.js";

vi.setConfig({ testTimeout: 30_000 });

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

test("completion knows what was written a moment ago", async () => {
  const { definition } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  editor.edit(definition, '"operationId": "ListTickets"', '"operationId": "FindTickets"');
  editor.edit(definition, '"operationId": "ListQueue"', '"operationId": ""');
  const items = await editor.ask<CompletionItem[]>(
    "textDocument/completion",
    definition,
    '"operationId": "$0"',
  );
  expect(labels(items)).toContain("FindTickets");
  expect(labels(items)).not.toContain("ListTickets");
});

test("a whole drop-down comes with the operation that lists its values", async () => {
  const { definition } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  editor.edit(definition, '"description": "The ticket to delete."', '"description": "Which.",\n ');
  const items = await editor.ask<CompletionItem[]>(
    "textDocument/completion",
    definition,
    '"description": "Which.",\n$0',
  );
  const item = items.find(({ label }) => label.endsWith("with a new list operation"))!;
  expect(item).toMatchObject({
    detail: "Adds ListTickets2",
    additionalTextEdits: [{ newText: expect.stringContaining('"operationId": "ListTickets2"') }],
  });
});

test("a broken text keeps what was known", async () => {
  const { definition, properties } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  editor.open(properties);
  await editor.ask("textDocument/completion", definition, '"swagger"$0');
  editor.edit(definition, '"operationId": "ListQueue"', '"operationId": "ListQ');
  const items = await editor.ask<CompletionItem[]>(
    "textDocument/completion",
    definition,
    '"operationId": "ListQ$0',
  );
  expect(labels(items)).toContain("ListTickets");
  const [declared] = await editor.ask<Location[]>(
    "textDocument/definition",
    properties,
    '"List$0Tickets"',
  );
  expect(declared).toMatchObject({ uri: uriOf(definition) });
});

test("a name is found and changed in all files", async () => {
  const { definition, properties } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  const found = await editor.ask<Location[]>(
    "textDocument/references",
    definition,
    '"operationId": "List$0Tickets"',
    { context: { includeDeclaration: true } },
  );
  expect(new Set(found.map(({ uri }) => uri))).toEqual(
    new Set([uriOf(definition), uriOf(properties)]),
  );
  const edit = await editor.ask<WorkspaceEdit>(
    "textDocument/rename",
    definition,
    '"operationId": "List$0Tickets"',
    { newName: "FindTickets" },
  );
  const texts = editor.textsAfter(edit);
  expect(texts[definition]).toContain('"operationId": "FindTickets"');
  expect(texts[properties]).toContain('"FindTickets"');
  await expect(
    editor.ask("textDocument/rename", definition, '"operationId": "List$0Tickets"', {
      newName: "a b",
    }),
  ).rejects.toThrow('"a b" is no operationId');
});

test("nothing is known of files of no connector", async () => {
  const { folder } = contoso();
  const editor = await Editor.start();
  const other = join(folder, "..", "other", "settings.json");
  editor.open(other, '{ "editor.tabSize": 2 }');
  expect(await editor.ask("textDocument/completion", other, '"editor$0')).toEqual([]);
  expect(await editor.ask("textDocument/definition", other, '"editor$0')).toBeNull();
});

test("names are searched for in all connectors of the workspace", async () => {
  const { folder } = contoso({}, "one");
  const editor = await Editor.start({ folders: [join(folder, "..")] });
  const found = await editor.connection.sendRequest<{ name: string }[]>("workspace/symbol", {
    query: "lstTick",
  });
  expect(found.map(({ name }) => name)).toContain("ListTickets");
});

test("the structure of a file, its links, colors and layout", async () => {
  const { definition, properties } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  editor.open(properties);
  const about = (path: string, more = {}) => ({ textDocument: { uri: uriOf(path) }, ...more });
  const ask = (method: string, params: object) =>
    editor.connection.sendRequest<unknown[]>(method, params);
  expect(await ask("textDocument/documentSymbol", about(definition))).not.toEqual([]);
  expect(await ask("textDocument/foldingRange", about(definition))).not.toEqual([]);
  expect(await ask("textDocument/documentLink", about(definition))).not.toEqual([]);
  expect(await ask("textDocument/documentColor", about(properties))).toHaveLength(1);
  const options = { tabSize: 2, insertSpaces: true };
  expect(await ask("textDocument/formatting", about(definition, { options }))).toEqual([]);
  const positions = [{ line: 1, character: 4 }];
  expect(await ask("textDocument/selectionRange", about(definition, { positions }))).toHaveLength(
    1,
  );
});

test("lenses, hints and tokens, unless they are switched off", async () => {
  const { definition } = contoso();
  const about = { textDocument: { uri: uriOf(definition) } };
  const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const seen = async (settings: object) => {
    const editor = await Editor.start({ initializationOptions: settings });
    editor.open(definition);
    const ask = (method: string, params: object) =>
      editor.connection.sendRequest<unknown>(method, params);
    const lenses = (await ask("textDocument/codeLens", about)) as object[] | null;
    const hints = (await ask("textDocument/inlayHint", { ...about, range })) as object[] | null;
    const { data } = (await ask("textDocument/semanticTokens/full", about)) as { data: number[] };
    const [lens] = lenses ?? [];
    const told = lens && ((await ask("codeLens/resolve", lens)) as { command: { title: string } });
    return { told: told?.command.title, hints: hints?.length ?? 0, tokens: data.length };
  };
  expect(await seen({})).toEqual({
    told: expect.stringContaining("action · "),
    hints: expect.any(Number),
    tokens: expect.any(Number),
  });
  expect((await seen({})).tokens).toBeGreaterThan(0);
  const off = { enabled: false };
  expect(await seen({ codeLens: off, inlayHints: off, semanticTokens: off })).toEqual({
    told: undefined,
    hints: 0,
    tokens: 0,
  });
});

test.each([
  ["by default", {}, true],
  ["switched off", { formatting: { enabled: false } }, false],
  ["off, in short", { formatting: false }, false],
])("an editor that lays out files itself is not offered it: %s", async (_, settings, isOffered) => {
  const { definition } = contoso();
  const text = readFileSync(definition, "utf8");
  writeFileSync(definition, text.replace('    "title"', ' "title"'));
  const editor = await Editor.start({ initializationOptions: settings });
  const { documentFormattingProvider, documentRangeFormattingProvider } =
    editor.initializeResult.capabilities;
  expect([documentFormattingProvider, documentRangeFormattingProvider]).toEqual([
    isOffered,
    isOffered,
  ]);
  editor.open(definition);
  const edits = await editor.connection.sendRequest<TextEdit[] | null>("textDocument/formatting", {
    textDocument: { uri: uriOf(definition) },
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits?.length ?? 0).toBe(isOffered ? 1 : 0);
});

test("a connector is shown as makers see it, and follows what is written", async () => {
  const { folder, definition } = contoso();
  const editor = await Editor.start();
  const preview = (...given: unknown[]) =>
    editor.connection.sendRequest<{ url: string }>("workspace/executeCommand", {
      command: "paconn.preview",
      arguments: given,
    });
  const { url } = await preview(uriOf(folder));
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/$/);
  expect(editor.shown).toMatchObject([{ uri: url, external: true }]);
  editor.open(definition);
  editor.edit(definition, "Contoso Tickets API", "Contoso Parcels");
  const page = async () => (await fetch(url)).text();
  await expect.poll(page, { timeout: 10_000 }).toContain("Contoso Parcels");
  expect(await preview(uriOf(definition), false)).toEqual({ url });
  expect(editor.shown).toHaveLength(1);
  await expect(preview(uriOf(join(folder, "..", "..")))).rejects.toThrow("is of no connector");
  await expect(preview(1)).rejects.toThrow("a file or folder of a connector");
});

/** An editor that can be told to ask anew, and what it was told to ask for since it was asked last. */
async function refreshable(options: Parameters<typeof Editor.start>[0] = {}) {
  const kinds = ["codeLens", "inlayHint", "semanticTokens"];
  const counts = new Map<string, number>();
  const refreshSupport = true;
  const editor = await Editor.start({
    ...options,
    capabilities: {
      ...pushing,
      workspace: {
        ...pushing.workspace,
        configuration: options.configuration !== undefined,
        codeLens: { refreshSupport },
        inlayHint: { refreshSupport },
        semanticTokens: { refreshSupport },
      },
    },
    early: async (connection) => {
      for (const kind of kinds)
        connection.onRequest(`workspace/${kind}/refresh`, () => {
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
        });
    },
  });
  const refreshed = async () => {
    await editor.until(() => kinds.every((kind) => counts.has(kind)), "refreshes");
    counts.clear();
  };
  const lens = async (path: string, of: string) => {
    const about = { textDocument: { uri: uriOf(path) } };
    const found = await editor.connection.sendRequest<CodeLens[] | null>(
      "textDocument/codeLens",
      about,
    );
    const lens = found?.find(({ data }) => data.pointer.endsWith(of));
    return (
      lens && (await editor.connection.sendRequest<CodeLens>("codeLens/resolve", lens)).command
    );
  };
  return { editor, refreshed, lens };
}

test("an editor asks anew when the settings are others", async () => {
  const { definition } = contoso();
  const { editor, refreshed, lens } = await refreshable();
  editor.open(definition);
  await refreshed();
  expect((await lens(definition, "/get"))?.title).toContain("action");
  editor.notify("workspace/didChangeConfiguration", {
    settings: { paconn: { codeLens: { enabled: false } } },
  });
  await refreshed();
  expect(await lens(definition, "/get")).toBeUndefined();
});

test("an editor that is asked for settings switches lenses off by the section", async () => {
  const { definition } = contoso();
  let enabled = true;
  const { editor, refreshed, lens } = await refreshable({
    configuration: () => ({ codeLens: { enabled } }),
  });
  editor.open(definition);
  await refreshed();
  expect((await lens(definition, "/get"))?.title).toContain("action");
  enabled = false;
  editor.notify("workspace/didChangeConfiguration", { settings: null });
  await refreshed();
  expect(await lens(definition, "/get")).toBeUndefined();
});

test("an editor asks anew when another file is another one, on disk or while it is written", async () => {
  const { definition, properties } = contoso();
  const { editor, refreshed, lens } = await refreshable();
  const name = "ListTickets";
  const pointer = "/paths/~1tickets/get";
  editor.open(definition);
  await refreshed();
  const { title = "" } = (await lens(definition, pointer)) ?? {};
  expect(title).toContain("in 1 policy");
  const text = readFileSync(properties, "utf8");
  writeFileSync(properties, text.replaceAll(name, "Nothing"));
  editor.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(properties), type: 2 }],
  });
  await refreshed();
  expect((await lens(definition, pointer))?.title).not.toContain("policy");
  editor.open(properties, text);
  await refreshed();
  expect(await lens(definition, pointer)).toMatchObject({ title });
});

test("an editor asks anew when a large text is read again", async () => {
  const { definition } = contoso();
  const { editor, refreshed, lens } = await refreshable();
  const text = readFileSync(definition, "utf8");
  const large = text.replace(
    '"title":',
    `"x-more": ${JSON.stringify("much ".repeat(100_000))}, "title":`,
  );
  editor.open(definition, large);
  await refreshed();
  const pointer = "/paths/~1tickets/get";
  expect((await lens(definition, pointer))?.title).toContain("in 1 policy");
  editor.edit(definition, '"operationId": "ListTickets"', '"operationId": "FindTickets"');
  await refreshed();
  expect((await lens(definition, pointer))?.title).not.toContain("policy");
});

test("tokens are told again by what differs", async () => {
  const { definition } = contoso();
  const editor = await Editor.start();
  editor.open(definition);
  const about = { textDocument: { uri: uriOf(definition) } };
  const ask = <Result>(method: string, more = {}) =>
    editor.connection.sendRequest<Result>(`textDocument/semanticTokens/${method}`, {
      ...about,
      ...more,
    });
  const { data, resultId } = await ask<SemanticTokens>("full");
  editor.edit(definition, '"operationId": "ListTickets"', '"operationId": "ListOldTickets"');
  const { edits, resultId: next } = await ask<SemanticTokensDelta>("full/delta", {
    previousResultId: resultId,
  });
  const changed = edits.reduce(
    (had, { start, deleteCount, data: put = [] }) => had.toSpliced(start, deleteCount, ...put),
    data,
  );
  expect(changed).not.toEqual(data);
  expect(edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(data.length / 2);
  const again = await ask<SemanticTokens>("full");
  expect(again.data).toEqual(changed);
  // An answer that the server does not keep any more is told whole.
  expect(await ask("full/delta", { previousResultId: next })).toMatchObject({ data: again.data });
  await expect(ask("range", { range: 1 })).rejects.toThrow("A range is needed");
});
