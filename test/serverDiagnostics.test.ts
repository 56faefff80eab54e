/** Conversations with the language server. The start of a conversation, and the diagnostics that are pushed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver/node";
import { packageFile } from "../host/packageFile.js";
import { aWhile, contoso, example, inDefinition, inProperties } from "./contoso.js";
import { Editor, pulling, pushing, rulesOf, uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 30_000 });

describe("the start", () => {
  test("it says what it is and can", async () => {
    const { initializeResult } = await Editor.start();
    expect(initializeResult.serverInfo).toEqual({
      name: "paconn",
      version: JSON.parse(readFileSync(packageFile("package.json"), "utf8")).version,
    });
    expect(initializeResult.capabilities).toMatchObject({
      positionEncoding: "utf-16",
      codeActionProvider: {
        codeActionKinds: expect.arrayContaining(["quickfix", "source.fixAll.paconn"]),
      },
      executeCommandProvider: { commands: expect.arrayContaining(["paconn.openPage"]) },
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
