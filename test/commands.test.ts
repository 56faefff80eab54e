import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../cli/specs/index.js";
import { packageFile } from "../host/packageFile.js";
import { paconn } from "./terminal.js";

/** The options of Microsoft's paconn 0.0.21, with which scripts call it. */
const spellings: Record<string, string[]> = {
  login: [
    "-i --clid",
    "-t --tenant",
    "-a --authority_url",
    "-r --resource",
    "-s --settings",
    "-f --force",
  ],
  logout: [],
  download: [
    "-e --env",
    "-c --cid",
    "-d --dest",
    "-u --pau",
    "-v --pav",
    "-s --settings",
    "-w --overwrite",
  ],
  create: [
    ...[
      "-e --env",
      "-p --api-prop",
      "-d --api-def",
      "-i --icon",
      "-x --script",
      "-u --pau",
      "-v --pav",
    ],
    ...["-r --secret", "-s --settings", "-w --overwrite-settings"],
  ],
  update: [
    ...["-e --env", "-c --cid", "-p --api-prop", "-d --api-def", "-i --icon", "-x --script"],
    ...["-u --pau", "-v --pav", "-r --secret", "-s --settings"],
  ],
  validate: ["-d --api-def", "-u --pau", "-v --pav", "-s --settings"],
};

test.each(Object.entries(spellings))("paconn's options of %s work", (name, options) => {
  const { options: ours } = commands.find((command) => command.name === name)!;
  const known = ours.map(({ flags, alias }) => [
    ...flags.split(/[ ,]+/),
    ...(alias ? [`--${alias}`] : []),
  ]);
  for (const option of [...options, ...(name === "logout" ? [] : ["--verbose", "--debug"])])
    expect(
      known.some((words) => option.split(" ").every((word) => words.includes(word))),
      `${name} ${option}`,
    ).toBe(true);
});

test.each(commands.map(({ name }) => name))(
  "%s has help, and takes no option that it does not know",
  async (name) => {
    const { exitCode, stdout, stderr } = await paconn([...name.split(" "), "--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: paconn/);
    expect(stdout).toContain("Examples:");
    expect(await paconn([...name.split(" "), "--no-such-option"])).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringMatching(new RegExp(`unknown option[\\s\\S]*paconn ${name} --help`)),
    });
  },
);

test("every command but the server has --json", () => {
  const without = commands.filter(
    ({ options }) => !options.some(({ flags }) => flags === "--json"),
  );
  expect(without.map(({ name }) => name)).toEqual(["lsp"]);
});

test("another spelling of an option counts like the first", async () => {
  const one = await paconn(["login", "--authority_url", "nonsense"]);
  const other = await paconn(["login", "--authority-url=nonsense"]);
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/--authority-url is "nonsense"/),
  });
});

test("the documentation tells every command that talks to the service", () => {
  const page = readFileSync(packageFile("docs", "commands.md"), "utf8");
  const elsewhere = ["rules", "explain", "preview", "lsp", "package check"];
  for (const { name } of commands)
    if (!elsewhere.includes(name))
      expect(page, name).toMatch(new RegExp(`\`(${name})( [^\`]*)?\``));
});

test("explain lists the rules of a policy", async () => {
  const { stdout, exitCode } = await paconn(["explain", "5000.1.1.7"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^\d rules are about 5000\.1\.1\.7:\n {2}package-same-connector /);
});

test.each([
  [["help", "nope"], 2, "error: unknown command 'nope'\n(`paconn --help` tells more)\n"],
  [
    ["help", "package", "nope"],
    2,
    "error: unknown command 'nope'\n(`paconn package --help` tells more)\n",
  ],
  [["package", "foo"], 2, "error: unknown command 'foo'\n(`paconn package --help` tells more)\n"],
  [["help", "package", "check"], 0, "Usage: paconn package check "],
  [["help", "validate", "."], 0, "Usage: paconn validate "],
  [["help"], 0, "Usage: paconn [options] [command]"],
  [["help", "help"], 0, "Usage: paconn [options] [command]"],
])("%j", async (args, code, words) => {
  const { stdout, stderr, exitCode } = await paconn(args);
  expect((stdout + stderr).startsWith(words)).toBe(true);
  expect(exitCode).toBe(code);
});
