import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scriptReader } from "../connector/readScript.js";
import { packageFile } from "../host/packageFile.js";

const read = await scriptReader(readFileSync(packageFile("host", "grammar", "c-sharp.wasm")));

function inMethod(body: string): string {
  return `public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        ${body}
    }
}`;
}

/** The ids that a script asks for, `~` after those whose capitals do not count. */
function ids(body: string): string[] {
  const text = inMethod(body);
  const found = read(text).operationIds;
  for (const { value, offset, length } of found)
    expect(text.slice(offset, offset + length)).toBe(value);
  return found.map(({ value, ignoresCase }) => value + (ignoresCase ? "~" : ""));
}

test.each([
  [`if (this.Context.OperationId == "A") { }`, ["A"]],
  [`if ("A" != Context.OperationId) { }`, ["A"]],
  [`if (Context.OperationId == ("A")) { }`, ["A"]],
  [`if (Context.OperationId.ToLower() == "a") { }`, ["a~"]],
  [`var id = this.Context.OperationId; if (id == "A") { }`, ["A"]],
  [`string operationId = Decode(this.Context.OperationId); if (operationId == "A") { }`, ["A"]],
  [`if (string.Equals(Context.OperationId, "A", StringComparison.OrdinalIgnoreCase)) { }`, ["A~"]],
  [`if (String.Equals("A", Context.OperationId)) { }`, ["A"]],
  [`if ("A".Equals(Context.OperationId) || Context.OperationId.Equals("B")) { }`, ["A", "B"]],
  [
    `switch (Context.OperationId) { case "A": case "B" when x: break; default: break; }`,
    ["A", "B"],
  ],
  [`var r = Context.OperationId switch { "A" => 1, "B" or "C" => 2, _ => 3 };`, ["A", "B", "C"]],
  [`if (Context.OperationId is "A" or "B") { }`, ["A", "B"]],
  [`const string List = "A"; if (Context.OperationId == List) { }`, ["A"]],
  [`if (new[] { "A", "B" }.Contains(this.Context.OperationId)) { }`, ["A", "B"]],
  [
    `string[] some = { "A" }; if (some.Contains(Context.OperationId) || !some.Contains(Context.OperationId)) { }`,
    ["A"],
  ],
  [
    `var some = new List<string>() { "A" }; if (some.Contains(Context.OperationId, StringComparer.OrdinalIgnoreCase)) { }`,
    ["A~"],
  ],
  [
    `if (true) { var some = new[] { "A" }; } else { var some = new[] { "B" }; if (some.Contains(Context.OperationId)) { } }`,
    ["B"],
  ],
  [
    `var some = new[] { "A" }; if (some.Contains("B") || "AB".Contains(Context.OperationId)) { }`,
    [],
  ],
  [`if (name == "A") { }`, []],
  [`// if (Context.OperationId == "A") { }`, []],
  [`var help = @"Context.OperationId == ""A""";`, []],
  ['var help = $"{Context.OperationId} == \\"A\\"";', []],
  [`if (Context.OperationId.StartsWith("A")) { }`, []],
  [`var isList = Context.OperationId == "A"; if (isList == "B") { }`, ["A"]],
  [
    `var tickets = new Dictionary<string, List<Func<string, bool>>>(); if (Context.OperationId == "A") { }`,
    ["A"],
  ],
  [`/* 🎫 */ if (Context.OperationId == "Tïcket🎫") { }`, ["Tïcket🎫"]],
  [`if (Context.OperationId == "A") {\r\n }\r\n if (Context.OperationId == "B") { }`, ["A", "B"]],
])("%s", (body, wanted) => {
  expect(ids(body)).toEqual(wanted);
});

test("classes, methods, usings", () => {
  const { classes, usings, isUnderstood } = read(`using System;
using static System.Math;
using Json = Newtonsoft.Json.Linq;
public class Ticket<T> where T : class { }
${inMethod("return null;")}`);
  expect(isUnderstood).toBe(true);
  expect(classes.map(({ name, bases }) => [name, bases])).toEqual([
    ["Ticket", []],
    ["Script", ["ScriptBase"]],
  ]);
  expect(classes[1]!.methods).toMatchObject([
    {
      name: "ExecuteAsync",
      modifiers: ["public", "override", "async"],
      returns: "Task<HttpResponseMessage>",
      parameters: 0,
    },
  ]);
  expect(usings.map(({ name, alias }) => [name, alias])).toEqual([
    ["System", undefined],
    ["System.Math", undefined],
    ["Newtonsoft.Json.Linq", "Json"],
  ]);
});

test("directives, outside of texts and comments", () => {
  const text = `#r "Contoso.dll"\n/*\n#load "a.csx"\n*/\n#if DEBUG\n#endif\n  #load "b.csx"\nclass A { string b = @"\n#r ""c""\n"; }`;
  const { directives } = read(text);
  expect(directives.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
    '#r "Contoso.dll"',
    '#load "b.csx"',
  ]);
});

test("what is given to a name", () => {
  const { assignments } = read(
    inMethod(
      'var apiKey = "a1"; headers.Add("X-Key", "b2"); settings["secret"] = "c3"; this.Password = "d4"; Call("e5");',
    ),
  );
  expect(assignments.map(({ name, value }) => `${name}=${value}`)).toEqual([
    "apiKey=a1",
    "X-Key=b2",
    "secret=c3",
    "Password=d4",
  ]);
});

test.each([
  "",
  "{",
  "public class",
  "\0\0\0",
  "class Script : ScriptBase { void A( { if (Context.OperationId == ",
  `${"(".repeat(5_000)}`,
  `class A { ${"{".repeat(3_000)}`,
  `class A { int b = ${"1 + ".repeat(20_000)}1; }`,
  `class A { string b = "${"x".repeat(1_000_000)}"; }`,
])("broken and hostile code is read in time: %.40s", (text) => {
  const started = performance.now();
  const { isUnderstood } = read(text);
  expect(typeof isUnderstood).toBe("boolean");
  expect(performance.now() - started).toBeLessThan(5_000);
});

test.each([
  [inMethod("return null;"), undefined],
  [inMethod("foreach (var field in fields) { field.Remove(); }"), undefined],
  [`${inMethod("return null;")}}`, "} at 136"],
  [inMethod("return null;").slice(0, -1), "{ at 33"],
  [inMethod("var a = b[1;"), "[ at 125"],
  [inMethod('var a = $"{b(}"; // )'), "( at 128"],
  [inMethod("#if DEBUG\nif (a) {\n#else\nif (b) {\n#endif\n}"), undefined],
  ["(".repeat(100_000), "( at 99999"],
])("brackets in pairs, %#", (text, expected) => {
  const { unpaired } = read(text);
  expect(unpaired && `${unpaired.name} at ${unpaired.offset}`).toBe(expected);
});

test("an id that is kept in a field", () => {
  const text = inMethod(
    "if (Context.OperationId == List || Context.OperationId == Other) { }",
  ).replace("{", '{ private readonly string List = "A"; private string Other = "B";');
  expect(read(text).operationIds.map(({ value }) => value)).toEqual(["A"]);
});
