/** Conversations with the language server about all connectors of the workspace, and its commands about rules. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  ErrorCodes,
  ExecuteCommandRequest,
  LSPErrorCodes,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { rules } from "../rulesets/index.js";
import { aWhile, contoso, example } from "./contoso.js";
import { Editor, pulling, pushing, rulesOf, uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 60_000 });

type Told = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

const showingProgress = (capabilities: ClientCapabilities): ClientCapabilities => ({
  ...capabilities,
  window: { ...capabilities.window, workDoneProgress: true },
});

/** An editor that shows progress. */
async function start(
  folders: readonly string[],
  capabilities: ClientCapabilities = pushing,
  onTold: (told: Told, token: string | number, editor: Editor) => void = () => {},
) {
  const editor = await Editor.start({ capabilities: showingProgress(capabilities), folders });
  const told: Told[] = [];
  const listen = (token: string | number) =>
    editor.connection.onProgress(WorkDoneProgress.type, token, (each) => {
      told.push(each);
      onTold(each, token, editor);
    });
  editor.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    listen(token);
  });
  return { editor, told, listen };
}

const execute = (editor: Editor, command: string, ...given: unknown[]) =>
  editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: given });

const validateWorkspace = (editor: Editor) => execute(editor, "paconn.validateWorkspace");

/** So many connectors, each with 8 errors. */
const manyConnectors = (count: number) =>
  folderWith(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `c${index}/apiDefinition.swagger.json`,
        JSON.stringify({
          ...JSON.parse(example["apiDefinition.swagger.json"]!),
          host: "https://x",
        }),
      ]),
    ),
  );

describe("paconn.validateWorkspace", () => {
  test("judges all, shows how far it is, and what is found", async () => {
    const { root, definition, properties } = contoso(
      {
        "two/apiDefinition.swagger.json": '{ "swagger": "2.0", "info": { "title": "Two API" } }',
        ".vscode/settings.json": "{",
      },
      "one",
    );
    const two = join(root, "two", "apiDefinition.swagger.json");
    const { editor, told } = await start([root]);
    editor.open(definition);
    const answer = (await validateWorkspace(editor)) as Record<string, unknown>;
    const shown = editor.published.filter(
      ({ uri }, index) => editor.published.findLastIndex((each) => each.uri === uri) === index,
    );
    const count = (severity: number) =>
      shown
        .flatMap(({ diagnostics }) => diagnostics)
        .filter((diagnostic) => diagnostic.severity === severity).length;
    expect(answer).toEqual({
      connectors: 2,
      errors: count(1),
      warnings: count(2),
      cancelled: false,
    });
    expect(answer.errors).toBeGreaterThan(7);
    expect(rulesOf(editor.shownFor(two)!)).toContain("info-title-no-restricted-words");
    expect(editor.shownFor(properties)).not.toEqual([]);
    expect(told[0]).toEqual({
      kind: "begin",
      title: "Validating connectors",
      percentage: 0,
      cancellable: true,
    });
    expect(told.at(-1)).toEqual({ kind: "end" });
    const steps = told.slice(1, -1) as WorkDoneProgressReport[];
    expect(steps.map(({ message }) => message)).toContain("1 of 2: two");
    const percentages = steps.map(({ percentage }) => percentage!);
    expect(percentages).toEqual(percentages.toSorted((a, b) => a - b));

    // What changes on disk later is judged again.
    writeFileSync(two, '{ "swagger": "2.0", "info": { "title": "Two" } }');
    editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(two), type: 2 }] });
    await editor.until(
      () => !rulesOf(editor.shownFor(two)!).includes("info-title-no-restricted-words"),
    );
    // Asked again, nothing is left to do.
    expect(await validateWorkspace(editor)).toMatchObject({ connectors: 2, cancelled: false });
  });

  test("an editor that asks for diagnostics gets those of closed files as it asks for them", async () => {
    const { root, definition, properties } = contoso({}, "one");
    const { editor } = await start([root], pulling);
    editor.open(definition);
    await editor.pull(definition);
    const known = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    expect(known.items.map(({ uri }) => uri)).toContain(uriOf(properties));
    expect(await validateWorkspace(editor)).toMatchObject({ connectors: 1, errors: 7 });
    expect(editor.shownFor(properties) ?? []).toEqual([]);
  });

  test("it is ended where its progress is shown, at once, and goes on when it is asked again", async () => {
    const root = manyConnectors(40);
    let isEnded = false;
    const { editor, told } = await start([root], pushing, (each, token) => {
      if (isEnded) return;
      if (each.kind === "report" && each.message?.startsWith("3 of "))
        editor.notify("window/workDoneProgress/cancel", { token });
    });
    const answer = (await validateWorkspace(editor)) as { connectors: number; cancelled: boolean };
    isEnded = true;
    expect(answer.cancelled).toBe(true);
    expect(answer.connectors).toBeLessThan(10);
    expect(told.at(-1)).toEqual({ kind: "end" });
    const { length } = editor.published;
    await aWhile();
    expect(editor.published.length).toBeLessThan(length + 3);
    // The ones that were judged count.
    told.length = 0;
    expect(await validateWorkspace(editor)).toMatchObject({
      connectors: 40,
      errors: 40 * 8,
      cancelled: false,
    });
    const steps = told.filter(({ kind }) => kind === "report") as WorkDoneProgressReport[];
    expect(steps[0]!.message).toMatch(/^[3-9] of 40: /);
  });

  test("it is ended by taking it back, however early", async () => {
    const root = manyConnectors(30);
    const { editor } = await start([root]);
    for (const wait of [0, 1, 20, 60]) {
      const source = new CancellationTokenSource();
      const asked = editor.connection.sendRequest(
        ExecuteCommandRequest.type,
        { command: "paconn.validateWorkspace" },
        source.token,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      source.cancel();
      expect(await asked).toMatchObject({ cancelled: true });
    }
    expect(await validateWorkspace(editor)).toMatchObject({ connectors: 30, cancelled: false });
  });

  test.each<[string, ClientCapabilities, (() => Promise<void>) | undefined]>([
    ["knows no progress", pushing, undefined],
    ["wants none", showingProgress(pushing), () => Promise.reject(new Error("no"))],
    ["does not answer", showingProgress(pushing), () => new Promise(() => {})],
  ])("an editor that %s is served", async (_, capabilities, create) => {
    const { root } = contoso({}, "one");
    const editor = await Editor.start({ capabilities, folders: [root] });
    if (create !== undefined)
      editor.connection.onRequest(WorkDoneProgressCreateRequest.type, create);
    expect(await validateWorkspace(editor)).toMatchObject({ connectors: 1, errors: 7 });
    expect(editor.log).toEqual([]);
  });

  test("an editor that watches no files gets what is there now", async () => {
    const { root, definition } = contoso({}, "one");
    const { didChangeWatchedFiles: _, ...workspace } = pushing.workspace!;
    const { editor } = await start([root], { ...pushing, workspace });
    expect(await validateWorkspace(editor)).toMatchObject({ errors: 7 });
    writeFileSync(
      definition,
      example["apiDefinition.swagger.json"]!.replace("Contoso Tickets API", "Contoso Tickets"),
    );
    expect(await validateWorkspace(editor)).toMatchObject({ errors: 6 });
  });

  test("without open folders the open connectors count", async () => {
    const { definition } = contoso();
    const { editor } = await start([]);
    expect(await validateWorkspace(editor)).toEqual({
      connectors: 0,
      errors: 0,
      warnings: 0,
      cancelled: false,
    });
    editor.open(definition);
    expect(await validateWorkspace(editor)).toMatchObject({ connectors: 1, errors: 7 });
  });
});

describe("the diagnostics of the whole workspace", () => {
  test("how far it is is told to who gives a token, and it can be taken back at any time", async () => {
    const root = manyConnectors(25);
    const { editor, told, listen } = await start([root], pulling);
    listen("mine");
    for (const wait of [0, 5, 50]) {
      told.length = 0;
      const source = new CancellationTokenSource();
      const asked = editor.connection.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds: [], workDoneToken: "mine" },
        source.token,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      source.cancel();
      await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
      expect(told.map(({ kind }) => kind).filter((kind) => kind !== "report")).toEqual(
        told.length === 0 ? [] : ["begin", "end"],
      );
    }
    told.length = 0;
    const { items } = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      workDoneToken: "mine",
    });
    expect(items.filter(({ uri }) => uri.endsWith("apiDefinition.swagger.json"))).toHaveLength(25);
    expect(told[0]).toMatchObject({ kind: "begin", cancellable: true });
    expect(told.at(-1)).toEqual({ kind: "end" });
    expect(editor.log).toEqual([]);
  });
});

describe("rules", () => {
  test("the page of a rule is found by its name or by a code", async () => {
    const { editor } = await start([]);
    const page = { uri: expect.stringMatching(/^file:.*\/docs\/rules\/host-valid\.md$/) };
    const explain = (...given: unknown[]) => execute(editor, "paconn.explainRule", ...given);
    expect(await explain("host-valid")).toEqual({ ...page, title: "host-valid" });
    expect(await explain("docs/rules/Host-Valid.md")).toMatchObject(page);
    const { name, validatorCodes } = rules.find((rule) => rule.validatorCodes.length === 1)!;
    expect(await explain(validatorCodes[0])).toMatchObject({ title: name });
    expect(await explain("no-such-rule")).toBeNull();
    await expect(explain()).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    await expect(explain({})).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  });

  test("all are listed", async () => {
    const { editor } = await start([]);
    expect(await execute(editor, "paconn.listRules")).toEqual(
      rules.map(({ name, summary }) => ({ name, summary })),
    );
  });

  test("a command that does not exist is refused", async () => {
    const { editor } = await start([]);
    for (const command of ["paconn.nothing", "toString", "__proto__"])
      await expect(execute(editor, command)).rejects.toMatchObject({
        code: ErrorCodes.InvalidParams,
        message: `There is no command "${command}".`,
      });
  });
});
