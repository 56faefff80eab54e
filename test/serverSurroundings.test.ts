/** Conversations with the language server. Files, settings and rulesets around the texts, and a disk that is not as it should be. */
import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { describe, expect, test, vi } from "vitest";
import { DiagnosticSeverity, WorkspaceDiagnosticRequest } from "vscode-languageserver/node";
import { aWhile, contoso, example } from "./contoso.js";
import { Editor, type EditorOptions, pulling, rulesOf, uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 30_000 });

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
    await editor.until(() =>
      rulesOf(editor.shownFor(properties)!).every((rule) => rule === "folder-required-files"),
    );
  });

  test("a script, an icon and a readme that change on disk", async () => {
    const script = (id: string) =>
      `public class Script : ScriptBase {
  public override async Task<HttpResponseMessage> ExecuteAsync() {
    return this.Context.OperationId == "${id}" ? null : null;
  }
}`;
    const { folder, definition } = contoso({
      "script.csx": script("ListTickets"),
      "icon.png": "no image",
    });
    const [csx, icon, readme] = ["script.csx", "icon.png", "readme.md"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const editor = await Editor.start();
    editor.open(definition);
    const shown = (path: string) => rulesOf(editor.shownFor(path) ?? []);
    await editor.until(() => shown(icon).includes("icon-format-png"));
    expect(shown(csx)).toEqual([]);
    const changed = (path: string, content: string | Uint8Array, type = 2) => {
      writeFileSync(path, content);
      editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(path), type }] });
    };
    changed(csx, script("ListTicket"));
    await editor.until(() => shown(csx).includes("script-operation-id-exists"));
    changed(icon, PNG.sync.write(new PNG({ width: 100, height: 100 })));
    await editor.until(() => shown(icon).includes("icon-no-transparency"));
    expect(shown(icon)).not.toContain("icon-format-png");
    rmSync(readme);
    editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(readme), type: 3 }],
    });
    await editor.until(() => shown(readme).includes("readme-present"));
    changed(readme, example["readme.md"]!, 1);
    await editor.until(() => !shown(readme).includes("readme-present"));
  });

  test("what a file says of the others is told while it is written", async () => {
    const { folder, definition, properties } = contoso({
      "script.csx": "public class Script : ScriptBase { }",
    });
    const editor = await Editor.start();
    const csx = join(folder, "script.csx");
    editor.open(csx, undefined, 1, "csharp");
    expect(await editor.rules(csx)).toContain("script-class");
    editor.open(properties);
    editor.open(definition);
    const uses = async () =>
      (await editor.rules(properties)).filter(
        (rule) => rule === "policy-connection-parameter-exists",
      );
    expect(await uses()).toHaveLength(1);
    // The parameter that another policy reads goes.
    editor.edit(
      properties,
      "\"@connectionParameters('region')\"",
      "\"@connectionParameters('api_key')\"",
    );
    expect(await uses()).toHaveLength(0);
    editor.edit(properties, '"api_key": {', '"api_kez": {');
    expect(await uses()).toHaveLength(1);
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
    expect(await ask()).toEqual(
      ["apiDefinition.swagger.json", "apiProperties.json", "readme.md"].map((name) =>
        uriOf(join(two, name)),
      ),
    );
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
    // The other one lies there in vain.
    await editor.until(
      () => rulesOf(editor.shownFor(definition) ?? []).join() === "folder-no-extra-files",
    );
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
    const isMissing = () =>
      rulesOf(editor.shownFor(properties)!).every((rule) => rule === "folder-required-files");
    await editor.until(isMissing);
    renameSync(`${folder}-away`, folder);
    editor.edit(definition, "Other API", "Third API");
    await editor.until(() => !isMissing());
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
    const two = {
      "two/apiDefinition.swagger.json": '{ "swagger": "2.0" }',
      "two/apiProperties.json": example["apiProperties.json"]!,
      "two/readme.md": example["readme.md"]!,
    };
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
    expect(items.map(({ uri }) => uri)).toEqual(
      ["apiDefinition.swagger.json", "apiProperties.json"].map((name) =>
        uriOf(join(root, "two", name)),
      ),
    );
    expect(editor.log).toEqual([`${properties} cannot be read: its symbolic links form a loop.`]);
  });

  test("a definition of 20 MB", { timeout: 120_000 }, async () => {
    const { definition } = contoso();
    const editor = await Editor.start();
    editor.open(definition);
    expect(await editor.rules(definition)).toContain("host-valid");
    const items = Array.from({ length: 400_000 }, (_, id) => `{ "name": "a thing", "id": ${id} }`);
    const long = `"x-long": [${items.join(",\n")}],\n`;
    expect(long.length).toBeGreaterThan(14_000_000);
    editor.edit(definition, '"paths": {', `${long}${" ".repeat(6_000_000)}"paths": {`);
    await editor.until(() => editor.shownFor(definition)?.length === 0, "nothing is shown of it");
    expect(editor.log).toEqual([expect.stringMatching(/cannot be read: it has 2\d{7} characters/)]);
    editor.edit(definition, "Contoso Tickets API", "Contoso Tickets");
    editor.edit(definition, `${long}`, "");
    editor.edit(definition, " ".repeat(6_000_000), "");
    const rules = await editor.rules(definition);
    expect(rules).toContain("host-valid");
    expect(rules).not.toContain("info-title-no-restricted-words");
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
  expect(alone.published.map(({ uri }) => uri)).not.toContain(path);
  expect(rulesOf(alone.shownFor(join(root, "one", "settings.json"))!)).toContain(
    "settings-file-exists",
  );
});
