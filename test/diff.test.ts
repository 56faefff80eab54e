/** `paconn diff` and `paconn validate --since`, in real repositories of git. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { corpusFolder } from "./corpus.js";
import { paconn } from "./terminal.js";

function definition(operations: Record<string, object>, more: object = {}): string {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([id, operation]) => [
      `/${id}`,
      { get: { operationId: id, ...operation } },
    ]),
  );
  return JSON.stringify({ swagger: "2.0", paths, ...more }, null, 2);
}

const page = { name: "page", in: "query", type: "integer" };
const before = definition({ ListTickets: { parameters: [page] }, GetTicket: {} });
const after = definition({ ListTickets: { parameters: [] }, GetTicket: { summary: "Get" } });

/** A repository with two commits and a change that is not committed. */
function repository(): string {
  const root = mkdtempSync(join(tmpdir(), "paconn-git-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      [
        "-c",
        "user.name=Contoso",
        "-c",
        "user.email=dev@contoso.com",
        "-c",
        "commit.gpgsign=false",
        ...args,
      ],
      { cwd: root, stdio: "pipe" },
    );
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  git("init", "-q", "-b", "main");
  write("contoso/apiDefinition.swagger.json", before);
  write(
    "contoso/apiProperties.json",
    JSON.stringify({
      properties: {
        connectionParameters: {
          key: { type: "securestring", defaultValue: "vK7-Contoso-9XqLm2" },
          region: { type: "string" },
        },
      },
    }),
  );
  git("add", ".");
  git("commit", "-qm", "One");
  git("tag", "v1");
  write("readme.md", "# Contoso");
  git("add", ".");
  git("commit", "-qm", "Two");
  write("contoso/apiDefinition.swagger.json", after);
  write(
    "contoso/apiProperties.json",
    JSON.stringify({ properties: { connectionParameters: { key: { type: "oauthSetting" } } } }),
  );
  write("new/apiDefinition.swagger.json", before);
  return root;
}

const rulesOf = (stdout: string): string[] =>
  JSON.parse(stdout)
    .findings.map(({ rule }: { rule: string }) => rule)
    .sort();

const broken = [
  "breaking-authentication-removed",
  "breaking-connection-parameter-removed",
  "breaking-input-field-deleted",
];

test("a version that is no JSON is told, and does not count as one in which nothing breaks", async () => {
  const root = repository();
  writeFileSync(join(root, "contoso/apiProperties.json"), '{ "properties": ');
  for (const args of [["contoso"], ["contoso", "HEAD:contoso"]]) {
    const { exitCode, stdout, stderr } = await paconn(["diff", ...args], { folder: root });
    expect(stderr).toMatch(
      /contoso.apiProperties\.json is no JSON object that can be read whole, so it is compared with nothing/,
    );
    expect(stdout).not.toMatch(/Nothing breaks/);
    expect(exitCode).toBe(3);
  }
});

test("a file that is gone is told, unless the other one was asked for alone", async () => {
  const root = repository();
  const definitions = ["diff", "HEAD:contoso", "contoso/apiDefinition.swagger.json"];
  expect((await paconn(definitions, { folder: root })).stderr).toBe("");
  rmSync(join(root, "contoso/apiProperties.json"));
  for (const args of [["contoso"], ["HEAD:contoso", "contoso"]]) {
    const { exitCode, stdout, stderr } = await paconn(["diff", ...args], { folder: root });
    expect(stderr).toMatch(/apiProperties\.json has no successor: all that it had is gone/);
    expect(stdout).not.toMatch(/Nothing breaks/);
    expect(exitCode).toBe(3);
  }
});

test("the working tree against the last commit", async () => {
  const folder = repository();
  const { exitCode, stdout, stderr } = await paconn(["diff"], { folder });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('The query parameter "page" of "ListTickets" is gone');
  expect(stdout).toContain("3 breaking changes in 2 connectors: 3 errors");
  expect(stderr).toBe("paconn: new/apiDefinition.swagger.json is new, so nothing can break.\n");
});

test.each([
  ["a folder in a version", ["v1:contoso", "contoso"], broken],
  ["from the current folder", ["v1:./contoso", "contoso"], broken],
  [
    "a file in a version",
    ["HEAD~1:contoso/apiDefinition.swagger.json", "contoso/apiDefinition.swagger.json"],
    broken.slice(2),
  ],
  ["one file since the last commit", ["contoso/apiProperties.json"], broken.slice(0, 2)],
  ["two versions", ["v1:contoso", "HEAD:contoso"], []],
  ["two folders", ["new", "contoso"], broken.slice(2)],
  ["a folder and a version", ["contoso", "main:contoso"], ["breaking-authentication-removed"]],
])("%s", async (_, args, rules) => {
  const folder = repository();
  const { exitCode, stdout, stderr } = await paconn(["diff", "--format", "json", ...args], {
    folder,
  });
  expect(stderr).toBe("");
  expect(rulesOf(stdout)).toEqual(rules);
  expect(exitCode).toBe(rules.length > 0 ? 1 : 0);
});

test("programs read what was there before", async () => {
  const folder = repository();
  const { stdout } = await paconn(["diff", "--json", "v1:contoso", "contoso"], { folder });
  const { findings } = JSON.parse(stdout);
  expect(
    findings.find(({ rule }: { rule: string }) => rule === "breaking-input-field-deleted"),
  ).toMatchObject({
    file: "contoso/apiDefinition.swagger.json",
    validatorCode: "InputFieldDeleted",
    severity: "error",
    pointer: "/paths/~1ListTickets/get/parameters",
    change: { path: "operation/ListTickets/parameter/page", old: page, new: null },
  });
  expect(stdout).not.toContain("vK7");
});

test("what breaks nothing is listed when it is asked for", async () => {
  const folder = repository();
  const { stdout, exitCode } = await paconn(
    ["diff", "--all", "--fail-on", "never", "HEAD:contoso", "contoso"],
    { folder },
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain('hint   The operation "GetTicket" has "summary" now.');
  expect(stdout).toContain("5 changes in 1 connector");
});

test("nothing has changed only where both versions say the same", async () => {
  const folder = repository();
  const said = async (text: string) => {
    writeFileSync(join(folder, "now.swagger.json"), text);
    return (await paconn(["diff", "--all", "new", "now.swagger.json"], { folder })).stdout;
  };
  expect(await said(JSON.stringify(JSON.parse(before)))).toBe(
    "Nothing has changed in 1 connector.\n",
  );
  expect(await said(before.replace("{", '{ "definitions": {},'))).toBe(
    "Nothing that makers or flows see has changed in 1 connector.\n",
  );
});

test("a table for a pull request, in which nothing is markup", async () => {
  const folder = repository();
  const id = "a|b`<img src=x>@contoso [x](https://contoso.com)";
  writeFileSync(join(folder, "new/apiDefinition.swagger.json"), definition({ [id]: {} }));
  writeFileSync(join(folder, "old.swagger.json"), definition({ [id]: { parameters: [page] } }));
  const { stdout } = await paconn(
    [
      "diff",
      "-f",
      "markdown",
      "-o",
      "out.md",
      "old.swagger.json",
      "new/apiDefinition.swagger.json",
    ],
    { folder },
  );
  expect(stdout).toBe("");
  const table = readFileSync(join(folder, "out.md"), "utf8");
  const row = table.split("\n").find((line) => line.includes("breaking-input-field-deleted"))!;
  expect(row.split("|")).toHaveLength(6);
  expect(row).not.toMatch(/[<`@[]/);
});

test("a severity of the configuration counts", async () => {
  const folder = repository();
  writeFileSync(
    join(folder, ".spectral.yaml"),
    "extends: paconn\nrules:\n  breaking-input-field-deleted: off\n  compatible-change: warn\n",
  );
  const { stdout } = await paconn(
    [
      "diff",
      "--json",
      "HEAD:contoso/apiDefinition.swagger.json",
      "contoso/apiDefinition.swagger.json",
    ],
    { folder },
  );
  expect(rulesOf(stdout)).toEqual(["compatible-change"]);
});

test("validate adds what breaks to what it finds", async () => {
  const folder = repository();
  const { stdout } = await paconn(
    ["validate", "--no-config", "--json", "--since", "v1", "contoso"],
    { folder },
  );
  const rules = rulesOf(stdout);
  expect(rules).toEqual(expect.arrayContaining([...broken, "operation-summary-present"]));
  const alone = await paconn(["validate", "--no-config", "--json", "contoso"], { folder });
  expect(rulesOf(alone.stdout).filter((rule) => rule.startsWith("breaking"))).toEqual([]);
});

describe("what cannot be compared is told", () => {
  test.each([
    [["nowhere:contoso", "contoso"], 2, /There is no version "nowhere" in the repository/],
    [["HEAD:nothing", "contoso"], 2, /There is no connector of that path in HEAD/],
    [["HEAD:../../etc", "contoso"], 2, /There is no connector of that path in HEAD/],
    [["--", "--output=x:contoso", "contoso"], 2, /is no version of git/],
    [["--", "-x:contoso", "contoso"], 2, /is no version of git/],
    [
      ["HEAD:my contoso/x.json"],
      2,
      /compared with something that is not named\.\s+For example: paconn diff "HEAD:my contoso\/x\.json" "my contoso\/x\.json"/,
    ],
    [
      ["main", "contoso"],
      2,
      /main is a version of git.*\s+For example: paconn diff main:contoso contoso/,
    ],
    [
      ["contoso", "v1"],
      2,
      /v1 is a version of git.*\s+For example: paconn diff v1:contoso contoso/,
    ],
    [["HEAD~1"], 2, /HEAD~1 is a version of git.*\s+For example: paconn diff HEAD~1:\. \./],
    [["nothing", "contoso"], 2, /does not exist/i],
    [[".", "contoso"], 2, /holds 2 connectors/],
    [
      ["contoso/apiProperties.json", "contoso/apiDefinition.swagger.json"],
      2,
      /no file of the same kind/,
    ],
    [["HEAD:contoso", "contoso", "more"], 2, /too many arguments/],
  ])("%j", async (args, code, words) => {
    const folder = repository();
    const { exitCode, stderr, stdout } = await paconn(["diff", ...args], { folder });
    expect(stderr).toMatch(words);
    expect(stdout).toBe("");
    expect(exitCode).toBe(code);
    expect(existsSync(join(folder, "x"))).toBe(false);
  });

  test("a folder outside of a repository", async () => {
    const folder = mkdtempSync(join(tmpdir(), "paconn-plain-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "apiDefinition.swagger.json"), before);
    for (const args of [["diff"], ["validate", "--since", "HEAD"]]) {
      const { exitCode, stderr } = await paconn(args, { folder });
      expect(stderr).toMatch(/lies in no repository of git/);
      expect(exitCode).toBe(2);
    }
  });

  test("a version that is not there, while validating", async () => {
    const folder = repository();
    const { exitCode, stderr } = await paconn(["validate", "--since", "gone", "contoso"], {
      folder,
    });
    expect(stderr).toMatch(/There is no version "gone"/);
    expect(exitCode).toBe(2);
  });

  test("git that is not installed", async () => {
    const folder = repository();
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const { exitCode, stderr } = await paconn(["diff", "contoso"], { folder });
      expect(stderr).toMatch(/git is not installed/);
      expect(exitCode).toBe(2);
    } finally {
      process.env.PATH = path;
    }
  });
});

/** Real pairs from pull requests, with the rows of Microsoft's own list that each must show. */
const pairs = join(dirname(corpusFolder), "changes");
const isThere = existsSync(pairs);
if (!isThere) console.warn(`Skipped: pairs of published versions, since there is no ${pairs}.`);

describe.skipIf(!isThere)("published pairs", () => {
  test.each([
    ["1381", ["breaking-output-enum-removed"]],
    ["2649", ["breaking-output-type-changed"]],
    ["3122", ["breaking-operation-moved", "breaking-parameter-moved"]],
    ["619", ["breaking-input-enum-added"]],
    ["720", ["breaking-operation-hidden"]],
    ["729", ["breaking-output-field-deleted"]],
  ])("%s", async (number, wanted) => {
    const [old, now] = ["old.json", "new.json"].map((name) => join(pairs, number, name));
    const { stdout } = await paconn(["diff", "--json", old!, now!]);
    expect(rulesOf(stdout)).toEqual(expect.arrayContaining(wanted));
    const self = await paconn(["diff", "--all", "--json", now!, now!]);
    expect(rulesOf(self.stdout)).toEqual([]);
  });
});
