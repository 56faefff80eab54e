/**
 * Conversations with the language server in which something is wrong: texts, files, messages, their order. Each request is
 * answered, and nothing fails.
 */
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ErrorCodes, LSPErrorCodes, type ProtocolConnection } from "vscode-languageserver/node";
import { contoso, example } from "./contoso.js";
import { Editor, pulling, uriOf } from "./editor.js";
import { announced, faultsOfRanges, paramsAbout } from "./requests.js";

vi.setConfig({ testTimeout: 120_000 });

/** What a request came to. */
type Answer = { result: unknown } | { code: number; message: string };

const nothing = [null, [], { data: [] }, { kind: "full", items: [] }];

async function send(
  connection: ProtocolConnection,
  method: string,
  params: unknown,
): Promise<Answer> {
  try {
    return { result: await connection.sendRequest(method, params) };
  } catch (error) {
    const { code, message } = error as { code: number; message: string };
    return { code, message };
  }
}

/** Those that are about a file. */
const aboutFile = (editor: Editor) =>
  announced(editor.initializeResult.capabilities).filter(
    (method) => method.startsWith("textDocument/") || method.endsWith("/resolve"),
  );

/** Asks everything about a place of a file that is open. */
async function askAll(editor: Editor, path: string, from: number, to = from) {
  const uri = uriOf(path);
  const text = editor.texts.get(path)?.text ?? "";
  const answers: Record<string, Answer> = {};
  for (const method of aboutFile(editor)) {
    const answer = await send(editor.connection, method, paramsAbout(uri, text, from, to));
    answers[method] = answer;
    if ("code" in answer)
      expect([method, answer.code, answer.message]).toEqual([
        method,
        expect.toSatisfy((code: number) =>
          [LSPErrorCodes.RequestFailed, ErrorCodes.InvalidParams, LSPErrorCodes.ContentModified]
            .map(Number)
            .includes(code),
        ),
        expect.stringMatching(/^["A-Z].*\.$/),
      ]);
    else
      expect([
        method,
        ...faultsOfRanges(answer.result, uri, (at) => (at === uri ? text : undefined)),
      ]).toEqual([method]);
  }
  return answers;
}

const isBug = (line: string) => /(is|has) a bug|failed with message/.test(line);

const definitionText = example["apiDefinition.swagger.json"]!;
const inMiddle = definitionText.indexOf('"operationId": "ListTickets"');
const brokenTexts: [what: string, text: string, at: number][] = [];
for (const [where, at] of [
  ["the beginning", definitionText.indexOf('"swagger"')],
  ["the middle", inMiddle],
  ["the end", definitionText.lastIndexOf('"')],
] as const) {
  const after = definitionText.indexOf("\n", at);
  for (const [what, typed] of [
    ["an unclosed text", '"half'],
    ["a brace", "{"],
    ["a closing brace", "}"],
    ["a bracket", "["],
    ["a key without a value", '"key"'],
    ["a key with a colon", '"key":'],
    ["two commas", ",,"],
    ["a comment", "// why\n"],
    ["a comment without an end", "/* why"],
    ["NUL", "\0"],
    ["half a surrogate", "\uD83D"],
    ["the other half", '"\uDE00"'],
    ["a byte order mark", "\uFEFF"],
    ["carriage returns", "\r\r\n\r"],
    ["an escape that is none", '"\\u12'],
    ["other spaces", "\u2028\u00A0"],
  ] as const)
    brokenTexts.push([
      `${what} in ${where}`,
      definitionText.slice(0, at) + typed + definitionText.slice(at),
      at + typed.length,
    ]);
  brokenTexts.push(
    [`all after ${where} is missing`, definitionText.slice(0, after), after],
    [`all before ${where} is missing`, definitionText.slice(after), 0],
    [
      `the line of ${where} is missing`,
      definitionText.slice(0, at) + definitionText.slice(after),
      at,
    ],
  );
}

describe("half-written texts", () => {
  test.each([
    ["nothing", ""],
    ["spaces", " \n\t "],
    ["a byte order mark", "\uFEFF"],
    ["null", "null"],
    ["a number", "7"],
    ["a text", '"swagger"'],
    ["a list", '[{ "swagger": "2.0" }]'],
    ["NUL", "\0\0"],
    ["YAML", "swagger: '2.0'\npaths:\n  /x: {}\n"],
    ["deep brackets", "[".repeat(100_000)],
    ["deep objects", '{"a":'.repeat(100_000)],
    ["strange keys", '{ "__proto__": { "paths": 1 }, "constructor": {}, "": [], "paths": null }'],
    [
      "wrong types",
      '{ "swagger": 2, "info": [], "paths": { "/a": { "get": { "operationId": {}, "parameters": { "$ref": 1 }, "responses": "x", "tags": {} }, "parameters": 5 }, "/b": 7, "/c": { "get": null } }, "definitions": { "A": { "$ref": "#/definitions/A" }, "B": "x", "C": { "properties": [], "allOf": { "$ref": "#" } } }, "parameters": { "p": { "$ref": "#/parameters/p" } }, "responses": [], "tags": {}, "securityDefinitions": 1, "security": {} }',
    ],
  ])("the text is %s", async (_, text) => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    editor.open(definition, text);
    editor.open(properties, text);
    for (const path of [definition, properties])
      for (const at of [0, text.length >> 1, text.length]) await askAll(editor, path, at);
    expect(editor.log.filter(isBug)).toEqual([]);
    // It is as good as new with the next text.
    editor.replace(definition, definitionText);
    editor.replace(properties, example["apiProperties.json"]!);
    const { "textDocument/definition": found } = await askAll(editor, definition, inMiddle + 18);
    expect(found).toMatchObject({ result: [{}] });
  });
});

describe("half-written definitions", () => {
  test("everything is answered wherever the cursor is, and names are still known", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    for (const [what, text, at] of brokenTexts) {
      editor.replace(definition, definitionText);
      await askAll(editor, definition, inMiddle + 18);
      editor.replace(definition, text);
      const places = [at, text.length];
      for (const place of places) await askAll(editor, definition, place);
      // Above and below of what is typed everything stands where it stood.
      const name = text.indexOf('"ListTickets"');
      const isWhole = text.length >= definitionText.length;
      if (!isWhole || name < 0) continue;
      const answers = await askAll(editor, definition, name + 3);
      expect(answers["textDocument/hover"], what).toMatchObject({ result: {} });
      expect(answers["textDocument/definition"], what).toMatchObject({ result: [{}] });
      expect(answers["textDocument/documentSymbol"], what).toMatchObject({
        result: expect.arrayContaining([expect.anything()]),
      });
    }
    expect(editor.log.filter(isBug)).toEqual([]);
  });
});

describe("a definition of 20 MB", () => {
  test("is left to the command line with a line in the log, and judged again when it is small", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start();
    const { paths, ...others } = JSON.parse(definitionText) as { paths: Record<string, unknown> };
    const item = Object.values(paths)[0]!;
    const count = Math.ceil(20_000_000 / JSON.stringify(item).length);
    const many = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`/tickets/v${index}`, item]),
    );
    const large = JSON.stringify({ ...others, paths: many });
    editor.open(definition);
    editor.open(properties);
    const before = await editor.rules(properties);
    editor.replace(definition, large);
    await askAll(editor, definition, large.length >> 1);
    editor.edit(definition, "Contoso Tickets API", "Contoso Tickets");
    await askAll(editor, definition, 40);
    // What else there is of the connector is told all the same.
    const now = await editor.rules(properties);
    expect(now).toContain("icon-brand-color-default");
    expect(before).toEqual(expect.arrayContaining(now));
    expect(
      editor.log.filter((line) => /more than 5000000 are not read here/.test(line)).length,
    ).toBeGreaterThan(0);
    expect(editor.log.filter(isBug)).toEqual([]);
    editor.replace(definition, definitionText);
    expect(await editor.rules(definition)).toContain("host-valid");
  });
});

describe("files of no connector", () => {
  test.each([
    [".vscode/settings.json", '{ "editor.tabSize": 2, "paths": { "/x": {} }, "$ref": "#/x" }'],
    ["app/settings.json", '{ "api": 5, "definitions": { "A": {} }, "color": "#ffffff" }'],
    ["package.json", '{ "name": "x" }'],
  ])("%s is left alone by everything", async (name, text) => {
    const { root } = contoso({ [name]: text }, "connector");
    const path = join(root, name);
    const editor = await Editor.start({ capabilities: pulling, folders: [root] });
    editor.open(path);
    for (const at of [0, 5, text.indexOf('"$ref"') + 12, text.length]) {
      const answers = await askAll(editor, path, at);
      for (const [method, answer] of Object.entries(answers))
        if (!method.endsWith("/resolve") && "result" in answer) {
          const { resultId: _, ...result } = (answer.result ?? {}) as { resultId?: string };
          expect(nothing, method).toContainEqual(
            Array.isArray(answer.result) || answer.result === null ? answer.result : result,
          );
        }
    }
    expect(editor.log).toEqual([]);
  });
});

describe("a disk that changes under the editor", () => {
  const breaks: [string, (path: string) => void][] = [
    ["the folder disappears", (path) => rmSync(dirname(path), { recursive: true })],
    ["the folder is called otherwise", (path) => renameSync(dirname(path), `${dirname(path)}-old`)],
    [
      "the file becomes a folder",
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      "the folder becomes a link that leads to itself",
      (path) => {
        rmSync(dirname(path), { recursive: true });
        symlinkSync(dirname(path), dirname(path));
      },
    ],
    [
      "the properties become a link that leads to itself",
      (path) => {
        const properties = join(dirname(path), "apiProperties.json");
        rmSync(properties);
        symlinkSync(properties, properties);
      },
    ],
  ];
  test.each(breaks)("%s", async (_, change) => {
    const { definition, properties } = contoso({}, "connector");
    const editor = await Editor.start();
    editor.open(definition);
    editor.open(properties);
    await askAll(editor, definition, inMiddle + 18);
    change(definition);
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [definition, properties].map((path) => ({ uri: uriOf(path), type: 3 })),
    });
    for (const path of [definition, properties]) await askAll(editor, path, 100);
    const before = editor.texts.get(definition)!.text;
    editor.edit(definition, "Contoso Tickets API", "Contoso Tickets");
    expect(await editor.rules(definition)).not.toContain("info-title-no-restricted-words");
    const answers = await askAll(editor, definition, before.indexOf('"ListTickets"'));
    expect(answers["textDocument/definition"]).toMatchObject({ result: [{}] });
    editor.close(properties);
    await askAll(editor, definition, 100);
    expect(editor.log.filter(isBug)).toEqual([]);
  });
});

describe("edits that do not fit", () => {
  test("old versions, places beyond the text, negative ones, the end before the start", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    const uri = uriOf(definition);
    const change = (version: unknown, ...contentChanges: unknown[]) =>
      editor.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    const range = (...[line, character, toLine, toCharacter]: unknown[]) => ({
      start: { line, character },
      end: { line: toLine, character: toCharacter },
    });
    for (const [version, changes] of [
      [-5, [{ range: range(0, 0, 0, 0), text: " " }]],
      [1, [{ range: range(99_999, 0, 99_999, 5), text: "\n" }]],
      [7, [{ range: range(-3, -3, 0, 0), text: " " }]],
      [3, [{ range: range(5, 9_999, 5, 99_999), text: " " }]],
      [2, [{ range: range(9, 2, 3, 1), text: "" }]],
      [2, []],
      [null, [{ text: "{" }]],
      ["x", [{ text: "{" }]],
      [2, [{ range: range("1", null, {}, []), text: " " }]],
      [2, [{ range: null, text: 5 }]],
      [2, [null]],
      [2, "text"],
      [2, null],
    ] as [unknown, unknown][]) {
      change(version, ...(Array.isArray(changes) ? changes : [changes]));
      for (const method of ["textDocument/hover", "textDocument/documentSymbol"])
        expect(
          "result" in
            (await send(editor.connection, method, paramsAbout(uri, definitionText, 50, 60))),
        ).toBe(true);
    }
    // A whole text puts everything right.
    change(100, { text: definitionText });
    editor.texts.set(definition, { version: 100, text: definitionText });
    expect(await editor.rules(definition)).toContain("host-valid");
    const answers = await askAll(editor, definition, inMiddle + 18);
    expect(answers["textDocument/definition"]).toMatchObject({ result: [{}] });
    expect(editor.log.filter((line) => /(is|has) a bug/.test(line))).toEqual([]);
  });
});

describe("messages that are not those of the protocol", () => {
  test("parameters that are no object, and notifications that say nothing", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    for (const method of announced(editor.initializeResult.capabilities))
      for (const params of [undefined, [], [1]])
        expect("code" in (await send(editor.connection, method, params)), method).toBe(true);
    for (const method of [
      ...["didOpen", "didChange", "didSave", "didClose", "willSave"].map(
        (name) => `textDocument/${name}`,
      ),
      ...["didChangeWatchedFiles", "didChangeConfiguration", "didChangeWorkspaceFolders"].map(
        (name) => `workspace/${name}`,
      ),
      ...["initialized", "$/cancelRequest", "$/setTrace", "$/progress"],
      "window/workDoneProgress/cancel",
    ])
      for (const params of [
        {},
        { textDocument: 5 },
        { textDocument: { uri: 5, version: 1, text: 5 } },
        { textDocument: { uri: uriOf(definition), version: 2 } },
        { changes: [null, { uri: 5 }], event: 5 },
      ])
        editor.notify(method, params);
    // A text that is none was sent for the file; the next one counts.
    editor.close(definition);
    editor.open(definition, definitionText, 20);
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(editor.log.filter((line) => /(is|has) a bug/.test(line))).toEqual([]);
    const answers = await askAll(editor, definition, inMiddle + 18);
    expect(answers["textDocument/definition"]).toMatchObject({ result: [{}] });
  });

  test("each parameter of each request with a wrong type", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    const right = paramsAbout(uriOf(definition), definitionText, inMiddle + 18, inMiddle + 20);
    for (const method of announced(editor.initializeResult.capabilities))
      for (const key of Object.keys(right))
        for (const wrong of [null, undefined, -1, 0.5, "x", true, [], [null], {}, { uri: 5 }]) {
          const answer = await send(editor.connection, method, { ...right, [key]: wrong });
          const about = `${method} with ${key}: ${JSON.stringify(wrong)}`;
          if ("code" in answer) {
            expect([ErrorCodes.InvalidParams, LSPErrorCodes.RequestFailed], about).toContain(
              answer.code,
            );
            expect(answer.message, about).toMatch(/^["A-Z].*\.$/);
          }
        }
    expect(editor.log.filter((line) => /(is|has) a bug/.test(line))).toEqual([]);
  });

  test.each([
    ["never opened", () => {}],
    [
      "opened and closed",
      (editor: Editor, path: string) => {
        editor.open(path);
        editor.close(path);
      },
    ],
    ["gone", (_: Editor, path: string) => rmSync(path)],
  ])("questions about a file that is %s", async (_, prepare) => {
    const { definition } = contoso();
    const editor = await Editor.start();
    prepare(editor, definition);
    const uri = uriOf(definition);
    for (const method of aboutFile(editor)) {
      const answer = await send(
        editor.connection,
        method,
        paramsAbout(uri, definitionText, inMiddle + 18, inMiddle + 20),
      );
      expect([
        method,
        ...("result" in answer ? faultsOfRanges(answer.result, uri, () => definitionText) : []),
      ]).toEqual([method]);
      if ("code" in answer)
        expect([method, answer.code]).toEqual([method, LSPErrorCodes.RequestFailed]);
    }
    expect(editor.log.filter(isBug)).toEqual([]);
  });

  test("unknown requests and notifications", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    for (const method of ["textDocument/unknown", "$/unknown", "x", "__proto__", "toString"]) {
      editor.notify(method, { textDocument: { uri: uriOf(definition) } });
      expect(await send(editor.connection, method, {})).toMatchObject({
        code: ErrorCodes.MethodNotFound,
      });
    }
    expect(await editor.rules(definition)).toContain("host-valid");
    expect(editor.log.filter(isBug)).toEqual([]);
  });

  test("before initialize and after shutdown every request is refused", async () => {
    const { definition } = contoso();
    const right = paramsAbout(uriOf(definition), definitionText, 5, 9);
    const { capabilities } = (await Editor.start({ capabilities: pulling })).initializeResult;
    const codes = async (connection: ProtocolConnection) => {
      const answers = announced(capabilities).map((method) => send(connection, method, right));
      return new Set((await Promise.all(answers)).map((answer) => "code" in answer && answer.code));
    };
    const early: unknown[] = [];
    const editor = await Editor.start({
      capabilities: pulling,
      async early(connection) {
        await connection.sendNotification("textDocument/didSave", { textDocument: right });
        await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
        early.push(...(await codes(connection)));
      },
    });
    expect(early).toEqual([ErrorCodes.ServerNotInitialized]);
    editor.open(definition);
    await editor.pull(definition);
    expect(await send(editor.connection, "initialize", { capabilities: {} })).toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
    await editor.connection.sendRequest("shutdown");
    editor.edit(definition, "Contoso", "Fabrikam");
    expect([...(await codes(editor.connection))]).toEqual([ErrorCodes.InvalidRequest]);
    expect(editor.log).toEqual([]);
  });

  test("initialize with nonsense is refused, and can come again", async () => {
    const { definition } = contoso();
    const editor = await Editor.start({
      async early(connection) {
        for (const params of [
          { capabilities: { textDocument: { codeAction: { resolveSupport: {} } } } },
          { capabilities: {}, workspaceFolders: 5 },
          { capabilities: 5, rootUri: {} },
        ])
          expect(await send(connection, "initialize", params)).toBeDefined();
      },
    }).catch(() => undefined);
    // Whether nonsense is refused or read as nothing, the server goes on.
    if (editor === undefined) return;
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
  });
});
