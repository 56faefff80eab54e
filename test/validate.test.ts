import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConnectorFile } from "../connector/connector.js";
import { maskedLine } from "../connector/secrets.js";
import { clean, faulty, under } from "./connectors.js";
import { folderWith, paconn } from "./terminal.js";

const validate = (folder: string, ...args: string[]) => paconn(["validate", ...args], { folder });
const json = async (folder: string, ...args: string[]) => {
  const { stdout, exitCode } = await validate(folder, "-f", "json", ...args);
  return { exitCode, ...JSON.parse(stdout) };
};
const definition = "apiDefinition.swagger.json";

describe("paths", () => {
  test("the current folder is the default, and is searched", async () => {
    const folder = folderWith({
      ...under("a", clean),
      ...under("b/deep", faulty),
      ...under("node_modules/x", faulty),
    });
    const { summary, findings, exitCode } = await json(folder);
    expect(summary).toMatchObject({ connectors: 2, files: 6, error: 1 });
    expect(findings.map(({ file }: { file: string }) => file)).toEqual([`b/deep/${definition}`]);
    expect(exitCode).toBe(1);
  });

  test("a connector that several paths name is judged once", async () => {
    const folder = folderWith(under("a", faulty));
    const { summary } = await json(folder, "a", "./a", `a/${definition}`, "*");
    expect(summary).toMatchObject({ connectors: 1, error: 1 });
  });

  test("a connector that links lead to is judged once", async () => {
    const folder = folderWith(under("a", faulty));
    symlinkSync(".", join(folder, "a/again"));
    symlinkSync("a", join(folder, "other"));
    const { summary, findings } = await json(folder);
    expect(summary).toMatchObject({ connectors: 1, error: 1 });
    expect(findings[0].file).toBe(`a/${definition}`);
  });

  test("a file is judged with its siblings, and only its own findings are shown", async () => {
    const folder = folderWith(under("a", faulty));
    expect(await json(folder, "a/apiProperties.json")).toMatchObject({
      findings: expect.not.arrayContaining([expect.objectContaining({ file: `a/${definition}` })]),
      summary: { connectors: 1, files: 3, error: 0 },
    });
  });

  test("names are compared ignoring case, and another *.swagger.json counts beside the properties", async () => {
    const folder = folderWith({
      "a/APIDEFINITION.swagger.JSON": faulty[definition],
      "b/contoso.swagger.json": faulty[definition],
      "b/apiProperties.json": clean["apiProperties.json"],
      "c/contoso.swagger.json": faulty[definition],
    });
    const { findings } = await json(folder);
    const definitions = findings.filter(
      ({ rule }: { rule: string }) => rule === "operation-id-required",
    );
    expect(definitions.map(({ file }: { file: string }) => file)).toEqual([
      "a/APIDEFINITION.swagger.JSON",
      "b/contoso.swagger.json",
    ]);
  });

  test("settings.json names the files that count", async () => {
    const settings = { apiDefinition: "src/api.json", apiProperties: "src/properties.json" };
    const folder = folderWith({
      "a/settings.json": JSON.stringify(settings),
      "a/src/api.json": faulty[definition],
      "a/src/properties.json": clean["apiProperties.json"],
      "a/apiDefinition.swagger.json": clean[definition],
      "a/readme.md": clean["readme.md"],
    });
    const { findings, summary } = await json(folder, "a");
    expect(findings[0].file).toBe("a/src/api.json");
    expect(summary).toMatchObject({ connectors: 1, files: 4 });
    expect(await json(folder, "-s", "a/settings.json")).toMatchObject({ summary: { error: 1 } });
  });

  test("settings.json names no file outside of the connector and the current folder", async () => {
    const folder = folderWith({
      "secret.json": "{ this is none of ours",
      "a/settings.json": JSON.stringify({ apiDefinition: "../secret.json", icon: "/etc/hostname" }),
      "a/apiProperties.json": clean["apiProperties.json"],
    });
    const { exitCode, stdout, stderr } = await validate(join(folder, "a"), ".");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/secret\.json cannot be read: it lies outside of the connector/);
    expect(stdout).not.toMatch(/secret|not valid JSON/);
    // From the folder above it is inside.
    expect((await validate(folder, "a/settings.json", "a/apiProperties.json")).stderr).toMatch(
      /hostname/,
    );
  });

  test("folders into which one cannot look are told, and the others judged", async () => {
    const folder = folderWith({ ...under("a", faulty), ...under("b/closed", faulty) });
    const closed = join(folder, "b/closed");
    const isRoot = process.getuid?.() === 0;
    await validate(folder, "a");
    chmodSync(folder, 0o755);
    chmodSync(closed, 0);
    // Root may look everywhere.
    if (isRoot) process.seteuid?.(65_534);
    try {
      for (const args of [["."], ["*"], ["a", "b"], ["--whole-connectors", "."]]) {
        const { exitCode, stdout, stderr } = await validate(folder, ...args);
        expect(stderr).toBe("paconn: b/closed cannot be read: permission is denied.\n");
        expect(exitCode).toBe(3);
        if (!args.includes("b")) expect(stdout).toContain("a/apiDefinition.swagger.json");
      }
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(closed, 0o755);
    }
  });

  test.each(["", "{", "none"])("a settings.json that holds %j is told", async (text) => {
    const folder = folderWith({ ...under(".", clean), "settings.json": text });
    const { findings, summary } = await json(folder);
    expect(summary).toMatchObject({ files: 4 });
    expect(findings[0]).toMatchObject({ file: "settings.json", rule: "json-syntax" });
  });

  test("a settings.json that is begun is one of a connector", async () => {
    for (const text of ["{}", '{ "script": "" }']) {
      const folder = folderWith({ ...under(".", clean), "settings.json": text });
      expect(await json(folder)).toMatchObject({ summary: { files: 4, error: 0 } });
    }
  });

  test.each(["[]", '{ "editor.tabSize": 2', '// none\n{ "editor.tabSize": 2, }'])(
    "a settings.json that holds %j is left alone",
    async (text) => {
      const folder = folderWith({ ...under(".", clean), "settings.json": text });
      expect(await json(folder)).toMatchObject({ summary: { files: 3, error: 0 } });
    },
  );

  test("a settings.json of something else is no file of a connector", async () => {
    const folder = folderWith({ ...under(".", clean), "settings.json": '{ "editor.tabSize": 2 }' });
    expect(await json(folder)).toMatchObject({ summary: { files: 3, error: 0 } });
  });

  test("--api-def reads any file as a definition", async () => {
    const folder = folderWith({ "api.txt": faulty[definition] });
    expect(await json(folder, "-d", "api.txt")).toMatchObject({ summary: { error: 1 } });
  });

  test("standard input stands in for a file", async () => {
    const folder = folderWith(under("a", clean));
    const args = ["validate", "-f", "json", "--stdin", "--stdin-filepath", `a/${definition}`];
    const { stdout, exitCode } = await paconn(args, { folder, stdin: faulty[definition] });
    expect(JSON.parse(stdout).findings[0]).toMatchObject({
      file: `a/${definition}`,
      rule: "operation-id-required",
    });
    expect(exitCode).toBe(1);
  });

  test("standard input is decoded like a file", async () => {
    const args = ["validate", "-f", "json", "--stdin", "--stdin-filepath", definition];
    const stdin = Buffer.from(
      clean[definition].replace("Contoso Invoices", "Cont\xe9so"),
      "latin1",
    );
    const { stdout } = await paconn(args, { folder: folderWith({}), stdin });
    expect(stdout).toContain('"rule":"file-encoding"');
  });

  test("standard input may stand for a file that is not saved yet", async () => {
    const args = ["validate", "--stdin", "--stdin-filepath", `new/${definition}`];
    const { exitCode, stdout } = await paconn(args, { folder: folderWith({}), stdin: "{" });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`new/${definition}`);
  });

  test("--whole-connectors judges the connectors that files belong to", async () => {
    const folder = folderWith({ ...under("a", faulty), "readme.md": "", "x/settings.json": "{}" });
    expect(
      await json(
        folder,
        "--whole-connectors",
        "a/apiProperties.json",
        "readme.md",
        "x/settings.json",
      ),
    ).toMatchObject({
      summary: { connectors: 1, error: 1 },
      findings: [{ file: `a/${definition}` }],
    });
    expect((await validate(folder, "--whole-connectors", "readme.md")).exitCode).toBe(0);
    expect((await validate(folder, "--whole-connectors", "a")).exitCode).toBe(1);
  });

  test("--whole-connectors judges definitions of another name, too", async () => {
    const folder = folderWith({
      "one/tickets.swagger.json": faulty[definition],
      ...under("two", clean),
      "two/other.swagger.json": faulty[definition],
    });
    for (const file of ["one/tickets.swagger.json", "two/other.swagger.json"])
      expect((await validate(folder, "--whole-connectors", file)).exitCode, file).toBe(1);
  });
});

describe("output", () => {
  test("json has exactly the documented members", async () => {
    const folder = folderWith(faulty);
    const { stdout } = await validate(folder, "-f", "json", "--no-config");
    const { findings, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      version: 1,
      summary: {
        connectors: 1,
        files: 3,
        error: 1,
        warning: 0,
        info: expect.any(Number),
        hint: expect.any(Number),
      },
    });
    const [finding] = findings.filter(({ severity }: { severity: string }) => severity === "error");
    expect(finding).toEqual({
      file: definition,
      pointer: "/paths/~1invoices~1{id}/get",
      range: {
        start: { line: expect.any(Number), column: 7 },
        end: { line: expect.any(Number), column: 12 },
      },
      rule: "operation-id-required",
      validatorCode: "OperationIdRequired",
      severity: "error",
      message: "GET /invoices/{id} has no operationId.",
      related: [],
      help: expect.stringMatching(/^file:\/\/.*\/docs\/rules\/operation-id-required\.md$/),
      fixable: true,
    });
    expect(existsSync(new URL(finding.help))).toBe(true);
  });

  test("people get groups, a summary and the command for more", async () => {
    const { stdout, stderr } = await validate(folderWith(faulty), "--quiet");
    expect(stdout).toMatch(
      /^apiDefinition\.swagger\.json\n {2}\d+:7 {2}error {2}GET \/invoices\/\{id\} has no operationId\. {2}operation-id-required\n\n1 problem in 1 connector: 1 error\nWhy, and what is right: paconn explain operation-id-required\n$/,
    );
    expect(stderr).toBe("");
  });

  test("a terminal shows the line under an error", async () => {
    const { stdout } = await paconn(["validate", "--quiet"], {
      folder: folderWith(faulty),
      isTerminal: true,
      env: { NO_COLOR: "1" },
    });
    expect(stdout).toMatch(/\| {2} {6}"get": \{\n.*\| {2} {6}\^{5}\n/);
  });

  test.each([
    ['{ "clientSecret": "s3cr\\"et" }', '{ "clientSecret": "********" }'],
    ['{ "api_key": "abc", "name": "abc" }', '{ "api_key": "***", "name": "abc" }'],
    ['{ "clientSecret": 12345 }', '{ "clientSecret": ***** }'],
    ['{ "clientSecret": { "value": "abc" } }', '{ "clientSecret": { "value": "***" } }'],
    [
      '{ "x": { "type": "securestring", "defaultValue": "abc" } }',
      '{ "x": { "type": "securestring", "defaultValue": "***" } }',
    ],
    ['{ "token": { "type": "string" } }', '{ "token": { "type": "string" } }'],
    ['{ "host": "https://me:pw@contoso.com" }', '{ "host": "https://*****@contoso.com" }'],
    ['{ "title": "Contoso" }', '{ "title": "Contoso" }'],
    ['{ "clientSecret": "abc", ', '{ "clientSecret": "***", '],
    ['{ "default": "Basic Y29udG9zbzpHcjMzbiBUZWEh" }', `{ "default": "${"*".repeat(30)}" }`],
    ['{ "default": "Basic Y29udG9zbzpHcjMzbiBUZWEh", ', `{ "default": "${"*".repeat(30)}", `],
  ])("no line shows a secret: %s", (line, shown) => {
    expect(maskedLine(new ConnectorFile("apiDefinition", "/x.json", line), 0)).toBe(shown);
  });

  test("no message shows a secret that its form gives away", async () => {
    const parameter = {
      name: "a",
      in: "query",
      type: "integer",
      default: "Basic Y29udG9zbzpHcjMzbiBUZWEh",
    };
    const text = JSON.stringify({ swagger: "2.0", parameters: { A: parameter } }, null, 2);
    const { stdout } = await validate(folderWith({ [definition]: text }));
    expect(stdout).toContain("no-secrets");
    expect(stdout).toContain("default-type-mismatch");
    expect(stdout).not.toContain("Y29udG9zb");
  });

  test("no message shows what an address gives away", async () => {
    const text = '{ "swagger": "2.0", "host": "https://me:pw@contoso.com/?token=abc" }';
    const { stdout } = await validate(folderWith({ [definition]: text }));
    expect(stdout).toContain('"https://***@contoso.com/?***" is not a host');
    expect(stdout).not.toMatch(/pw@|abc/);
  });

  test.each([
    [{}, [], false],
    [{ FORCE_COLOR: "1" }, [], true],
    [{ NO_COLOR: "1" }, ["--color"], true],
    [{ FORCE_COLOR: "1" }, ["--no-color"], false],
  ])("colors with %o and %o: %s", async (env, args, expected) => {
    const { stdout } = await paconn(["validate", ...args], { folder: folderWith(faulty), env });
    expect(stdout.includes("\u001b[")).toBe(expected);
  });

  test("what would steer a terminal does not reach it", async () => {
    const path = "/a\\u001b]0;x\\u0007";
    const folder = folderWith({
      "apiProperties.json": clean["apiProperties.json"],
      [definition]: `{"swagger":"2.0","paths":{"${path}":{"get":{}}}}`,
    });
    const { stdout } = await validate(folder);
    expect(stdout).not.toContain("\u001b]");
    expect(stdout).toContain("has no operationId");
  });

  test("--output writes the whole report, and nothing to stdout", async () => {
    const folder = folderWith(faulty);
    const { stdout } = await validate(folder, "-f", "json", "-o", "out.json");
    expect(stdout).toBe("");
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8")).version).toBe(1);
    const device = await validate(folder, "-o", "/dev/null");
    expect(device.exitCode).toBe(1);
    expect(statSync("/dev/null").isFile()).toBe(false);
    const missing = await validate(folder, "-o", "no/such/folder.txt");
    expect(missing).toMatchObject({
      exitCode: 3,
      stderr: expect.stringMatching(/cannot be written: its folder does not exist/),
    });
  });

  test("--timing goes to stderr", async () => {
    const { stderr, stdout } = await validate(folderWith(clean), "--timing", "-f", "json");
    expect(stderr).toMatch(/^find +[\d.]+ ms\n/);
    // After the parts of the run, the ten rules that took longest.
    expect(stderr.trimEnd().split("\n").slice(-10).join("\n")).toMatch(
      /^([a-z0-9-]+ +[\d.]+ ms\n?){10}$/,
    );
    expect(JSON.parse(stdout).version).toBe(1);
  });
});

describe("exit codes", () => {
  const warning = { ".spectral.yaml": "extends: paconn\nrules: { operation-id-required: warn }\n" };

  test.each([
    [[], 0],
    [["--fail-on", "warning"], 1],
    [["--fail-on", "hint"], 1],
    [["--fail-on", "never"], 0],
    [["--max-warnings", "1"], 0],
    [["--max-warnings", "0"], 1],
    [["--fail-on", "never", "--max-warnings", "0"], 1],
    [["--quiet", "--max-warnings", "0"], 1],
  ])("one warning with %o gives %d", async (args, exitCode) => {
    const folder = folderWith({ ...faulty, ...warning });
    expect((await validate(folder, "--quiet", ...args)).exitCode).toBe(exitCode);
  });

  test.each([
    [["no/such/path"], /no\/such\/path: It does not exist/],
    [["empty"], /empty: No connector was found here or below/],
    [["yaml"], /connectors are written in JSON.*YAML/],
    [["yaml/apiDefinition.swagger.yaml"], /this file is YAML/],
    [["half"], /half\/apiDefinition\.swagger\.yml: Connectors are written in JSON/],
    [["other.json"], /no file of a connector/],
    [["*.nothing"], /No connector matches/],
    [["--profil"], /unknown option '--profil'/],
    [["--profile", "x"], /'x' is invalid.*certified, independent-publisher, custom/],
    [["--max-warnings", "many"], /whole number/],
    [["--format", "xml"], /Allowed choices are stylish, json/],
    [["--stdin"], /belong together/],
    [["--config", "nothing.yaml"], /nothing\.yaml cannot be read: it does not exist/],
    [["-s", "other.json"], /not the settings of a connector/],
  ])("%o is wrong usage", async (args, message) => {
    const folder = folderWith({
      ...clean,
      "empty/readme.md": "",
      "yaml/apiDefinition.swagger.yaml": "swagger: '2.0'",
      "half/apiDefinition.swagger.yml": "swagger: '2.0'",
      "half/apiProperties.json": clean["apiProperties.json"],
      "half/readme.md": clean["readme.md"],
      "other.json": "{}",
    });
    const { exitCode, stdout, stderr } = await validate(folder, ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("a file that cannot be read is 3, and the rest is judged first", async () => {
    const folder = folderWith({ ...under("a", faulty), "b/apiProperties.json": "{}" });
    symlinkSync("loop", join(folder, "b", definition));
    symlinkSync(definition, join(folder, "b/loop"));
    const { exitCode, stdout, stderr } = await validate(folder, "a", "b");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /b\/apiDefinition\.swagger\.json cannot be read: its symbolic links form a loop/,
    );
    expect(stdout).toMatch(/a\/apiDefinition/);
  });

  test("what is there but cannot be read is not told to be missing", async () => {
    const folder = folderWith(under("a", { "apiDefinition.swagger.json": "{}" }));
    for (const name of ["apiProperties.json", "readme.md"]) mkdirSync(join(folder, "a", name));
    const { exitCode, stdout, stderr } = await validate(folder, "a");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/readme\.md cannot be read: it is a folder/);
    expect(stdout).not.toMatch(/readme\.md|apiProperties\.json/);
  });

  test.each([
    ["broken JSON", '{ "swagger": "2.0", '],
    ["nothing", ""],
    ["a top-level array", "[]"],
    ["deep nesting", "[".repeat(100_000)],
    [
      "OpenAPI 3",
      '{ "openapi": "3.0.3", "info": { "title": "Contoso", "version": "1" }, "paths": {} }',
    ],
    ["no text at all", new Uint8Array([0xff, 0xfe, 0x00])],
  ])("%s in a definition is a finding", async (_, content) => {
    const folder = folderWith({ ...clean, [definition]: content as string });
    const { exitCode, findings } = await json(folder);
    expect(exitCode).toBe(1);
    const errors = findings.filter(({ severity }: { severity: string }) => severity === "error");
    // One for what it is, and at most one for what it therefore is not.
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThan(3);
  });
});

test("a broken configuration of one connector does not lose the findings of another", async () => {
  const folder = folderWith({
    ...under("a", faulty),
    ...under("b", clean),
    "b/.spectral.yaml": "extends: nothing",
  });
  const { exitCode, stdout, stderr } = await validate(folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("b/.spectral.yaml:1:1");
  expect(stdout).toContain("a/apiDefinition");
});

test("as many findings as a large file can have", async () => {
  const names = Array(30_000).fill("1").join(",\n");
  const text = `{"swagger":"2.0","definitions":{"x":{"type":"object","required":[${names}]}}}`;
  const { stdout } = await validate(folderWith({ [definition]: text }));
  expect(stdout).toMatch(/3\d{4} problems/);
});

test("one bad connector does not stop the others", async () => {
  const folder = folderWith({
    ...under("a", { ...clean, [definition]: "{" }),
    ...under("b", faulty),
  });
  const { summary } = await json(folder);
  expect(summary).toMatchObject({ connectors: 2, error: 2 });
});

test("the profile is told by the folder, else by the option", async () => {
  const folder = folderWith(under("custom-connectors/a", clean));
  const { exitCode } = await validate(folder, "--profile", "independent-publisher");
  expect([0, 1]).toContain(exitCode);
});

test("a title is counted without what independent publishers add", async () => {
  const title = "Fabrikam Tasks and more items 12 (Independent Publisher)";
  const folder = folderWith({ [definition]: JSON.stringify({ info: { title } }) });
  const { stdout } = await validate(folder, "--profile", "independent-publisher");
  expect(stdout).toContain(
    'The title has 32 characters without "(Independent Publisher)"; at most',
  );
});
