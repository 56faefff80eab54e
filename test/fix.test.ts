import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeFixed } from "../cli/fixing.js";
import { ConnectorFile } from "../connector/connector.js";
import { clean, under } from "./connectors.js";
import { folderWith, paconn } from "./terminal.js";

const name = "apiDefinition.swagger.json";
const definition = clean[name];
/** A certain fault, and one whose fix only proposes something. */
const crooked = definition.replace(/"host": "/, '"host": "https://');
const withoutId = crooked.replace('"operationId": "GetInvoice",', "");
const fixed = (folder: string, ...args: string[]) => paconn(["validate", ...args], { folder });
const text = (folder: string, file = name) => readFileSync(join(folder, file), "utf8");

test("the example holds what the tests need", () => {
  expect(crooked).not.toBe(definition);
  expect(withoutId).not.toBe(crooked);
});

describe("--fix", () => {
  test("mends what is certain and tells what is left", async () => {
    const folder = folderWith({ ...clean, [name]: withoutId });
    const { exitCode, stdout } = await fixed(folder, "--fix");
    expect(text(folder)).toBe(withoutId.replace("https://invoices", "invoices"));
    expect(stdout).toContain("1 problem in 1 file was fixed.");
    expect(stdout).toContain("operation-id-required");
    expect(exitCode).toBe(1);
  });

  test("a second time there is nothing to do", async () => {
    const folder = folderWith({ ...clean, [name]: crooked });
    expect((await fixed(folder, "--fix")).exitCode).toBe(0);
    const before = statSync(join(folder, name)).mtimeMs;
    const { stdout } = await fixed(folder, "--fix");
    expect(stdout).toContain("Nothing was fixed.");
    expect(statSync(join(folder, name)).mtimeMs).toBe(before);
  });

  test("keeps the byte order mark, line ends, mode and links", async () => {
    const windows = `\uFEFF${crooked.replaceAll("\n", "\r\n")}`;
    const folder = folderWith({ ...clean, "shared.json": windows });
    const path = join(folder, name);
    rmSync(path);
    symlinkSync("shared.json", path);
    chmodSync(join(folder, "shared.json"), 0o640);
    await fixed(folder, "--fix");
    expect(text(folder, "shared.json")).toBe(windows.replace("https://invoices", "invoices"));
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test("leaves files that are not UTF-8 as they are", async () => {
    const latin = Buffer.from(crooked.replace("Contoso", "Contos\u00F6"), "latin1");
    const folder = folderWith({ ...clean, [name]: latin });
    await fixed(folder, "--fix");
    expect(readFileSync(join(folder, name)).equals(latin)).toBe(true);
  });

  test("mends broken JSON where that is certain", async () => {
    const comma = definition.replace(/\}\s*$/, ",\n}\n");
    const folder = folderWith({ ...clean, [name]: comma });
    const { exitCode } = await fixed(folder, "--fix");
    expect(exitCode).toBe(0);
    expect(JSON.parse(text(folder))).toEqual(JSON.parse(definition));
  });

  test("touches only the named file", async () => {
    const folder = folderWith({
      ...under("a", { ...clean, [name]: crooked }),
      ...under("b", { ...clean, [name]: crooked }),
    });
    await fixed(folder, "--fix", `a/${name}`);
    expect(text(folder, `a/${name}`)).not.toBe(crooked);
    expect(text(folder, `b/${name}`)).toBe(crooked);
  });

  test("leaves alone what the configuration switches off", async () => {
    const folder = folderWith({
      ...clean,
      [name]: crooked,
      ".spectral.yaml": "extends: paconn\nrules: { host-valid: off }\n",
    });
    expect((await fixed(folder, "--fix")).stdout).toContain("Nothing was fixed.");
    expect(text(folder)).toBe(crooked);
  });

  test("tells which file cannot be written, and goes on with the others", async () => {
    const folder = folderWith({
      ...under("a", { ...clean, [name]: crooked }),
      ...under("b", { ...clean, [name]: crooked }),
    });
    chmodSync(join(folder, "a"), 0o555);
    try {
      const { exitCode, stderr } = await fixed(folder, "--fix");
      // Whoever may write everywhere, such as root, is not stopped by modes.
      if (process.getuid?.() !== 0) {
        expect(stderr).toMatch(/a.apiDefinition\.swagger\.json cannot be written/);
        expect(exitCode).toBe(3);
      }
      expect(text(folder, `b/${name}`)).not.toBe(crooked);
    } finally {
      chmodSync(join(folder, "a"), 0o755);
    }
  });

  test("loses no change that was made meanwhile", async () => {
    const folder = folderWith({ [name]: "{}\n" });
    const path = join(folder, name);
    const before = new ConnectorFile("apiDefinition", path, "{ }\n");
    const after = new ConnectorFile("apiDefinition", path, '{ "a": 1 }\n');
    await expect(writeFixed({ before, after, count: 1 }, name)).rejects.toThrow(/in the meantime/);
    expect(text(folder)).toBe("{}\n");
  });

  test("prints the text that was on standard input, and what is left on standard error", async () => {
    const folder = folderWith(clean);
    const { exitCode, stdout, stderr } = await paconn(
      ["validate", "--fix", "--stdin", "--stdin-filepath", name],
      { folder, stdin: withoutId },
    );
    expect(stdout).toBe(withoutId.replace("https://invoices", "invoices"));
    expect(stderr).toContain("operation-id-required");
    expect(exitCode).toBe(1);
    expect(text(folder)).toBe(definition);
  });

  test("gives standard input back byte for byte when nothing is fixed", async () => {
    const stdin = Buffer.from(`\uFEFF${definition.replaceAll("\n", "\r\n")}`);
    const { stdout } = await paconn(["validate", "--fix", "--stdin", "--stdin-filepath", name], {
      folder: folderWith(clean),
      stdin,
    });
    expect(Buffer.from(stdout).equals(stdin)).toBe(true);
  });

  test("counts its fixes in JSON", async () => {
    const folder = folderWith({ ...clean, [name]: crooked });
    const { stdout } = await fixed(folder, "--fix", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], fixes: [{ file: name, count: 1 }] });
  });
});

test("--fix-suggestions applies the proposals, too", async () => {
  const folder = folderWith({ ...clean, [name]: withoutId });
  const { exitCode, stdout } = await fixed(folder, "--fix-suggestions");
  expect(stdout).toContain("2 problems in 1 file were fixed.");
  expect(exitCode).toBe(0);
  expect(JSON.parse(text(folder)).paths["/invoices/{id}"].get.operationId).toMatch(/^Get/);
});

describe("--fix-suggestions leaves what somebody has to choose", () => {
  const renamed = definition.replace('"GetInvoice"', '"get_invoice"');
  const extra = renamed.replace('"host"', '"contents": { "a": [1] },\n  "host"');

  test("and says how much and why", async () => {
    const folder = folderWith({ [name]: extra });
    const { stdout } = await fixed(folder, "--fix-suggestions");
    expect(text(folder)).toBe(extra);
    expect(stdout).toContain("Nothing was fixed.");
    expect(stdout).toContain(
      "1 fix was left, which would break flows that use the connector. 1 fix was left, which would remove an object or a list with something in it. An editor offers each of them by itself.",
    );
  });

  test("in JSON, too", async () => {
    const folder = folderWith({ [name]: extra });
    const { stdout } = await fixed(folder, "--fix-suggestions", "-f", "json");
    expect(JSON.parse(stdout)).toMatchObject({ fixes: [], fixesLeft: { breaks: 1, loses: 1 } });
  });

  test("in a dry run, too", async () => {
    const folder = folderWith({ [name]: renamed });
    const { stderr } = await fixed(folder, "--fix-suggestions", "--dry-run");
    expect(stderr).toContain("1 fix was left, which would break flows");
  });
});

describe("--dry-run", () => {
  test("prints a diff that git can apply, and writes nothing", async () => {
    const windows = `\uFEFF${crooked.replaceAll("\n", "\r\n").replace("{\r\n", "{")}`;
    const folder = folderWith({ ...under("a", { ...clean, [name]: windows }) });
    const { exitCode, stdout, stderr } = await fixed(folder, "--fix", "--dry-run");
    expect(text(folder, `a/${name}`)).toBe(windows);
    expect(stderr).toContain("1 problem in 1 file would be fixed.");
    // As without --fix: nothing has been fixed.
    expect(exitCode).toBe(1);
    writeFileSync(join(folder, "fixes.patch"), stdout);
    execFileSync("git", ["init", "-q"], { cwd: folder });
    execFileSync("git", ["apply", "fixes.patch"], { cwd: folder });
    expect(text(folder, `a/${name}`)).toBe(windows.replace("https://invoices", "invoices"));
  });

  test("is silent on standard output when there is nothing to fix", async () => {
    const { exitCode, stdout, stderr } = await fixed(folderWith(clean), "--fix", "--dry-run");
    expect(stdout).toBe("");
    expect(stderr).toContain("Nothing would be fixed.");
    expect(exitCode).toBe(0);
  });

  test("hides secrets", async () => {
    const properties = JSON.parse(clean["apiProperties.json"]);
    properties.properties.connectionParameters = {
      token: { type: "securestring", defaultValue: "s3cr3t-value", uIDefinition: { x: 1 } },
    };
    properties.properties.iconBrandColor = "0b5394";
    const folder = folderWith({
      ...clean,
      "apiProperties.json": JSON.stringify(properties, null, 2),
    });
    const { stdout } = await fixed(folder, "--fix-suggestions", "--dry-run");
    expect(stdout).toContain("iconBrandColor");
    expect(stdout).not.toContain("s3cr3t");
  });

  describe("where a secret may stand", () => {
    const file = "apiProperties.json";
    const lines = (clientId: string, between: string[]) =>
      JSON.stringify(
        {
          properties: {
            iconbrandcolor: "#0b5394",
            connectionParameters: {
              token: {
                type: "oauthSetting",
                oAuthSettings: {
                  identityprovider: "oauth2",
                  ...Object.fromEntries(between.map((key) => [key, ["a"]])),
                  clientId,
                  customParameters: { tokenUrl: { value: "https://login.contoso.com/token" } },
                },
              },
            },
          },
        },
        null,
        1,
      );
    const secret = "vK7-Contoso-9XqLm2";
    test.each([
      ["a placeholder is shown", "[[DUMMY]]", [], true],
      ["a secret further away is left out", secret, ["scopes"], true],
      ["a secret beside a change is hidden", secret, [], false],
    ])("%s", async (_, clientId, between, applies) => {
      const folder = folderWith({ [file]: lines(clientId, between) });
      const run = (...more: string[]) => fixed(folder, "--fix", "--dry-run", ...more);
      const { stdout, stderr } = await run();
      expect(stdout).not.toContain(secret);
      expect(stderr.includes(`The diff of ${file} cannot be applied`)).toBe(!applies);
      const { fixes } = JSON.parse((await run("-f", "json")).stdout);
      expect(fixes[0].hidesSecret).toBe(applies ? undefined : true);
      writeFileSync(join(folder, "fixes.patch"), stdout);
      execFileSync("git", ["init", "-q"], { cwd: folder });
      const apply = () =>
        execFileSync("git", ["apply", "fixes.patch"], { cwd: folder, stdio: "pipe" });
      if (!applies) return expect(apply).toThrow();
      apply();
      expect(text(folder, file)).toBe(
        lines(clientId, between).replace("brandc", "BrandC").replace("typrov", "tyProv"),
      );
    });
  });

  test("is in JSON, too", async () => {
    const folder = folderWith({ ...clean, [name]: crooked });
    const { stdout } = await fixed(folder, "--fix", "--dry-run", "-f", "json");
    const { findings, fixes } = JSON.parse(stdout);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(["host-valid"]);
    expect(fixes[0]).toMatchObject({ file: name, diff: expect.stringContaining("+++ b/") });
  });

  test("needs a kind of fix", async () => {
    const { exitCode, stderr } = await fixed(folderWith(clean), "--dry-run");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--fix");
  });
});
