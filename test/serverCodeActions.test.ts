/** Conversations with the language server. What can be done about findings. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ErrorCodes, LSPErrorCodes } from "vscode-languageserver/node";
import { contoso, example } from "./contoso.js";
import { Editor, pulling, pushing, rulesOf, uriOf } from "./editor.js";

vi.setConfig({ testTimeout: 30_000 });

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
        'Add "CreateTicket" to the policy "Name the region"',
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

describe("what can be done besides", () => {
  test.each([["at once", pushing] as const, ["when it is chosen", pulling] as const])(
    "also in another file, its edit told %s",
    async (_, capabilities) => {
      const { definition, properties } = contoso();
      const editor = await Editor.start({ capabilities });
      editor.open(definition);
      const actions = await editor.actions(definition, '"operationId": "DeleteTicket"');
      const title = 'Add "DeleteTicket" to the policy "Name the region"';
      expect(actions.find((each) => each.title === title)).toMatchObject({
        kind: "refactor.rewrite",
        diagnostics: [],
      });
      expect(await editor.choose(actions, title)).toEqual({
        [properties]: example["apiProperties.json"]!.replace(
          '"CreateTickets"]',
          '"CreateTickets", "DeleteTicket"]',
        ),
      });
      const kinds = await editor.actions(definition, '"operationId": "DeleteTicket"', ["refactor"]);
      expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(["refactor.rewrite"]));
    },
  );

  test("what is missing is created, for the finding that misses it", async () => {
    const { definition, properties } = contoso();
    const editor = await Editor.start({ capabilities: pulling });
    editor.open(definition);
    editor.open(properties);
    const actions = await editor.actions(definition, '"ListQueue"');
    const title = 'Create the operation "ListQueue"';
    expect(actions.find((each) => each.title === title)).toMatchObject({
      kind: "quickfix",
      diagnostics: [{ code: "referenced-operation-exists" }],
    });
    const { [definition]: made } = await editor.choose(actions, title);
    expect(JSON.parse(made!).paths["/list-queue"].get.operationId).toBe("ListQueue");
    const elsewhere = await editor.actions(properties, '"CreateTickets"');
    const { [definition]: other } = await editor.choose(
      elsewhere,
      'Create the operation "CreateTickets"',
    );
    expect(JSON.parse(other!).paths["/create-tickets"].get.operationId).toBe("CreateTickets");
    // When the text has changed so that it is not missing any more, it is refused.
    editor.edit(definition, '"ListQueue"', '"ListQueues"');
    await expect(editor.choose(actions, title)).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
  });

  test("nothing while the text is broken", async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    editor.edit(definition, '"operationId": "DeleteTicket",', '"operationId": "DeleteTicket" x');
    const actions = await editor.actions(definition, '"operationId": "DeleteTicket"');
    expect(actions.filter(({ kind }) => kind?.startsWith("refactor"))).toEqual([]);
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
