import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { askSecret, askText, choose, confirm, isInteractive } from "../cli/prompts.js";
import { Interrupted } from "../host/errors.js";

/** A terminal at which a person types each text when what is shown since the last one matches. */
function terminal(...keys: (readonly [after: RegExp, typed: string])[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  let shown = "";
  let typedAt = 0;
  stderr.on("data", (chunk) => {
    shown += chunk;
    const [next] = keys;
    if (!next?.[0].test(stripVTControlCharacters(shown.slice(typedAt)))) return;
    keys.shift();
    typedAt = shown.length;
    // After the prompt that was shown has begun to listen.
    setTimeout(() => stdin.write(next[1]), 50);
  });
  const world = { stdin, stderr, stdout: new PassThrough(), env: {} };
  return { world, shown: () => shown };
}

const fruit = [
  { value: { id: 1 }, label: "Apple" },
  { value: { id: 2 }, label: "Pear\u001b[31m", hint: "from\u0007 a server" },
  { value: { id: 3 }, label: "Plum" },
];

describe("isInteractive", () => {
  test.each([
    [{}, true],
    [{ env: { CI: "" } }, true],
    [{ env: { CI: "false" } }, true],
    [{ env: { CI: "0" } }, true],
    [{ env: { CI: "true" } }, false],
    [{ env: { CI: "1" } }, false],
    [{ stdin: new PassThrough() }, false],
    [{ stderr: new PassThrough() }, false],
  ])("%#: a person can be asked: %s", (differences, expected) => {
    expect(isInteractive({ ...terminal().world, ...differences })).toBe(expected);
  });
});

describe("choose", () => {
  test("the first one is taken when nothing is typed", async () => {
    const { world } = terminal([/Which\?/, "\r"]);
    expect(await choose(world, "Which?", fruit)).toEqual({ id: 1 });
  });

  test("typing searches", async () => {
    const { world } = terminal([/Which\?/, "plu"], [/Plum/, "\r"]);
    expect(await choose(world, "Which?", fruit)).toEqual({ id: 3 });
  });

  test("what others wrote does not steer the terminal", async () => {
    const { world, shown } = terminal([/Which\?/, "\u001b[B"], [/Pear/, "\r"]);
    expect(await choose(world, "Which?", fruit)).toEqual({ id: 2 });
    expect(shown()).not.toContain("Pear\u001b[31m");
    expect(shown()).not.toContain("\u0007");
  });

  test("a single one is asked for, too", async () => {
    const { world, shown } = terminal([/Which\?/, "\r"]);
    expect(await choose(world, "Which?", [{ value: 0, label: "Zero" }])).toBe(0);
    expect(shown()).toContain("Which?");
  });
});

test.each([
  ["y", true],
  ["n", false],
  ["\r", false],
])("confirm: %j is %s", async (typed, expected) => {
  const { world } = terminal([/Sure\?/, typed]);
  expect(await confirm(world, "Sure?")).toBe(expected);
});

test("confirm begins with what it is told", async () => {
  const { world } = terminal([/Sure\?/, "\r"]);
  expect(await confirm(world, "Sure?", true)).toBe(true);
});

test("a text is taken when it passes the check", async () => {
  const { world } = terminal([/Name\?/, "x\r"], [/Too short/, "yz\r"]);
  const check = (text: string) => (text.length > 2 ? undefined : "Too short.");
  expect(await askText(world, "Name?", { check })).toBe("xyz");
});

test.each([
  [{}, ""],
  [{ initial: "" }, ""],
  [{ initial: "Contoso" }, "Contoso"],
  [{ placeholder: "such as Contoso" }, ""],
])("an empty text with %j is %j", async (options, expected) => {
  const { world } = terminal([/Name\?/, "\r"]);
  expect(await askText(world, "Name?", options)).toBe(expected);
});

test("a secret is not shown, and must not be empty", async () => {
  const { world, shown } = terminal([/Secret\?/, "\r"], [/It is empty/, "s3cr3t-of-mine\r"]);
  expect(await askSecret(world, "Secret?")).toBe("s3cr3t-of-mine");
  expect(shown()).not.toMatch(/s3|mine/);
});

describe.each([
  ["Ctrl-C", "\u0003"],
  ["Escape", "\u001b"],
])("%s", (_, key) => {
  test.each([
    ["choose", (world: ReturnType<typeof terminal>["world"]) => choose(world, "Now?", fruit)],
    ["confirm", (world: ReturnType<typeof terminal>["world"]) => confirm(world, "Now?")],
    ["askText", (world: ReturnType<typeof terminal>["world"]) => askText(world, "Now?")],
    ["askSecret", (world: ReturnType<typeof terminal>["world"]) => askSecret(world, "Now?")],
  ])("leaves %s", async (_name, ask) => {
    const { world } = terminal([/Now\?/, key]);
    await expect(ask(world)).rejects.toThrow(Interrupted);
  });
});
