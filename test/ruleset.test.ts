import { describe, expect, test } from "vitest";
import { clean, faulty, under } from "./connectors.js";
import { folderWith, paconn } from "./terminal.js";

const definition = "apiDefinition.swagger.json";

/** The rules and severities that are found with a configuration, info and hints of ours left out. */
async function found(files: Record<string, string>, args: string[] = []) {
  const folder = folderWith(files);
  const { stdout, stderr, exitCode } = await paconn(["validate", "-f", "json", ...args], {
    folder,
  });
  const findings = stdout === "" ? [] : JSON.parse(stdout).findings;
  return {
    exitCode,
    stderr,
    findings: findings
      .filter(
        ({ rule, severity }: { rule: string; severity: string }) =>
          /^(error|warning)$/.test(severity) || /^contoso|^info-contact$/.test(rule),
      )
      .map(({ file, rule, severity }: Record<string, string>) => `${file} ${rule} ${severity}`),
  };
}

const ownRule = `
  contoso-title:
    description: The title names Contoso.
    severity: info
    given: $.info.title
    then: { function: pattern, functionOptions: { match: Fabrikam } }`;

describe("a .spectral file", () => {
  test.each([
    ["without one", {}, [`${definition} operation-id-required error`]],
    [
      "changes a severity",
      { ".spectral.yaml": "extends: paconn\nrules: { operation-id-required: warn }" },
      [`${definition} operation-id-required warning`],
    ],
    [
      "switches off",
      { ".spectral.yml": "extends: paconn\nrules: { operation-id-required: off }" },
      [],
    ],
    [
      "may extend nothing",
      { ".spectral.json": '{ "rules": { "operation-id-required": "off" } }' },
      [],
    ],
    [
      "pins a profile",
      { ".spectral.yaml": "extends: paconn/custom" },
      [`${definition} operation-id-required error`],
    ],
    [
      "adds rules",
      { ".spectral.yaml": `extends: paconn\nrules:${ownRule}\n  operation-id-required: off` },
      [`${definition} contoso-title info`],
    ],
    [
      "extends a file",
      {
        ".spectral.yaml": "extends: ./rules/base.yaml",
        "rules/base.yaml": `extends: paconn\nrules:${ownRule}\n  operation-id-required: off`,
      },
      [`${definition} contoso-title info`],
    ],
    [
      "extends a package",
      {
        ".spectral.yaml": "extends: [paconn, contoso-rules]\nrules: { operation-id-required: off }",
        "node_modules/contoso-rules/package.json":
          '{ "name": "contoso-rules", "version": "1.0.0", "main": "rules.yaml" }',
        "node_modules/contoso-rules/rules.yaml": `rules:${ownRule}`,
      },
      [`${definition} contoso-title info`],
    ],
    [
      "has overrides by file",
      {
        ".spectral.yaml": `overrides:\n  - files: ["**/apiDefinition.swagger.json"]\n    rules: { operation-id-required: off }`,
      },
      [],
    ],
    [
      "has overrides by pointer",
      {
        ".spectral.yaml": `extends: paconn\noverrides:\n  - files: ["apiDefinition.swagger.json#/paths/~1invoices~1%7Bid%7D"]\n    rules: { operation-id-required: off }`,
      },
      [],
    ],
    [
      "has overrides for another pointer",
      {
        ".spectral.yaml": `extends: paconn\noverrides:\n  - files: ["apiDefinition.swagger.json#/paths/~1invoices/get"]\n    rules: { operation-id-required: off }`,
      },
      [`${definition} operation-id-required error`],
    ],
    [
      "is a module",
      {
        ".spectral.js": `import paconn from "paconn"; import { pattern } from "@stoplight/spectral-functions"; export default { extends: [paconn], rules: { "operation-id-required": "off", "contoso-title": { severity: "hint", given: "$.info.title", then: { function: pattern, functionOptions: { match: "x{9}" } } } } };`,
      },
      [`${definition} contoso-title hint`],
    ],
    [
      "is CommonJS",
      { ".spectral.js": `module.exports = { rules: { "operation-id-required": "off" } };` },
      [],
    ],
    [
      "has functions",
      {
        ".spectral.yaml": `extends: paconn\nfunctions: [shout]\nrules:\n  operation-id-required: off\n  contoso-shout: { severity: hint, given: $.info.title, then: { function: shout } }`,
        "functions/shout.js": `export default (title) => [{ message: title.toUpperCase() }];`,
      },
      [`${definition} contoso-shout hint`],
    ],
    [
      "extends spectral:oas",
      {
        ".spectral.yaml": `extends: [paconn, [spectral:oas, off]]\nrules: { operation-id-required: off, info-contact: hint }`,
      },
      [],
    ],
  ] as [string, Record<string, string>, string[]][])("%s", async (_, files, expected) => {
    expect(await found({ ...faulty, ...files })).toMatchObject({ findings: expected, stderr: "" });
  });

  test("two files may extend the same one", async () => {
    const { exitCode, stderr } = await found({
      ...clean,
      "base.yaml": "rules: {}",
      "a.yaml": "extends: ./base.yaml",
      "b.yaml": "extends: ./base.yaml",
      ".spectral.yaml": "extends: [paconn, ./a.yaml, ./b.yaml]",
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  test("the nearest one above a connector counts", async () => {
    const { findings } = await found({
      ".spectral.yaml": "rules: { operation-id-required: off }",
      ...under("a", faulty),
      "b/.spectral.yaml": "rules: { operation-id-required: warn }",
      ...under("b/c", faulty),
    });
    expect(findings).toEqual([`b/c/${definition} operation-id-required warning`]);
  });

  test("--no-config and --config", async () => {
    const files = {
      ...faulty,
      ".spectral.yaml": "rules: { operation-id-required: off }",
      "other.yaml": "rules: { operation-id-required: hint }",
    };
    expect((await found(files, ["--no-config"])).exitCode).toBe(1);
    expect((await found(files, ["--config", "other.yaml"])).exitCode).toBe(0);
  });

  test("a rule of spectral:oas gets references resolved, and nothing is fetched", async () => {
    const text = clean[definition].replace(
      "#/definitions/InvoiceList",
      "http://127.0.0.1:9/x.json",
    );
    const { findings, stderr } = await found({
      ...clean,
      [definition]: text,
      ".spectral.yaml": "extends: [spectral:oas]\nrules: { oas2-schema: error }",
    });
    expect(findings.join("\n")).not.toMatch(/invalid-ref/);
    expect(stderr).toBe("");
  });
});

test.each([
  [
    "rules:\n  operation-id-requird: off",
    '.spectral.yaml:2:3: There is no rule "operation-id-requird".\nDid you mean "operation-id-required"?',
  ],
  [
    "overrides:\n  - files: ['*']\n    rules: { nothing-at-all: off }",
    '.spectral.yaml:3:14: There is no rule "nothing-at-all"',
  ],
  ["rules:\n  a: [", ".spectral.yaml:2:7: This is not valid YAML"],
  [
    "extends: https://contoso.com/rules.yaml",
    '.spectral.yaml:1:1: "https://contoso.com/rules.yaml" would have to be fetched, and nothing is fetched.',
  ],
  ["extends: [paconn, paconn/strict]", '.spectral.yaml:1:19: There is no ruleset "paconn/strict"'],
  ["extends: ./nothing.yaml", '.spectral.yaml:1:1: There is no ruleset "./nothing.yaml"'],
  ["extends: ./.spectral.yaml", "extends itself"],
  ["rules: { host-valid: fatal }", 'not "fatal"'],
  ["extends: [[paconn, sometimes]]", 'not as "sometimes"'],
  ["a: 1\nextends: *y", ".spectral.yaml:1:1: This is not valid YAML"],
  ["rulez: {}", '.spectral.yaml:1:1: A ruleset has no "rulez".\nDid you mean "rules"?'],
  ["rules:\n  operation-id-required: severe", ".spectral.yaml:2:3: "],
  [
    "rules:\n  contoso-a:\n    given: $\n    then: { function: trooty }",
    '.spectral.yaml:4:13: There is no function "trooty"',
  ],
  ["rules:\n  contoso-a:\n    given: $", ".spectral.yaml:2:3: "],
  ["functions: [shout]", ".spectral.yaml:1:13: functions/shout.js does not exist."],
  ["- paconn", ".spectral.yaml:1:1: A ruleset is an object"],
])("a broken configuration tells its place: %s", async (text, message) => {
  const { exitCode, stderr } = await found({ ...clean, ".spectral.yaml": text });
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
});

test("a fault in JavaScript tells its place", async () => {
  const { exitCode, stderr } = await found({
    ...clean,
    ".spectral.mjs": "import './part.js';\nexport default {};",
    "part.js": "\nlet a = ;",
  });
  expect(stderr).toMatch(/part\.js:2:9: This cannot be loaded: Unexpected token\./);
  expect(exitCode).toBe(2);
});

test("a rule that throws ends with 3 after the rest of the run", async () => {
  const { exitCode, stderr, findings } = await found({
    ...faulty,
    ".spectral.js": `export default { rules: { "contoso-a": { given: "$", then: { function() { throw new Error("out of ink"); } } } } };`,
  });
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(
    /The rule "contoso-a" of the configuration failed and found nothing: out of ink/,
  );
  expect(findings).toEqual([`${definition} operation-id-required error`]);
});
