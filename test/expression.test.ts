import { expect, test } from "vitest";
import { readExpressions, readName, replaced } from "../connector/expression.js";

const calls = (text: string) =>
  readExpressions(text).calls.map((call) => ({
    is: text.slice(call.offset, call.offset + call.length),
    name: readName(call),
    members: call.members,
  }));

const problems = (text: string) =>
  readExpressions(text).problems.map(({ kind, offset, length, repair }) => [
    kind,
    text.slice(offset, offset + length),
    repair && replaced(text, repair),
  ]);

test.each([
  ["@connectionParameters('host')", [["@connectionParameters('host')", "host"]]],
  ["https://@headers('shop').contoso.com", [["@headers('shop')", "shop"]]],
  [
    "api@connectionParameters('token:area')/v1",
    [["@connectionParameters('token:area')", "token:area"]],
  ],
  [
    "@connectionParameters('a')@{queryParameters('b')}/c",
    [
      ["@connectionParameters('a')", "a"],
      ["@{queryParameters('b')}", "b"],
    ],
  ],
  ["@connectionParameters('a','')", [["@connectionParameters('a','')", "a"]]],
  ["@connectionParameters( 'it''s' , 'x' )", [["@connectionParameters( 'it''s' , 'x' )", "it's"]]],
  ["@headers('a)b')", [["@headers('a)b')", "a)b"]]],
  ["{@headers('a')}", [["@headers('a')", "a"]]],
  ["(@headers('a'))", [["@headers('a')", "a"]]],
  ["@ConnectionParameters('host')", [["@ConnectionParameters('host')", "host"]]],
  [
    '@environmentVariables("contoso_host")',
    [['@environmentVariables("contoso_host")', "contoso_host"]],
  ],
  [
    "@body(headers('a'))",
    [
      ["@body(headers('a'))", undefined],
      ["headers('a')", "a"],
    ],
  ],
])("%s", (text, found) => {
  expect(calls(text).map(({ is, name }) => [is, name])).toEqual(found);
  expect(problems(text)).toEqual([]);
});

test.each([
  ["@body()", []],
  ["@body().gifts.payments", ["gifts", "payments"]],
  ["@body()['@odata.id']", ["@odata.id"]],
  ["@triggerBody()?['value']?[0]?.id", ["value", "0", "id"]],
  [
    "Severity eq 'High' and changed gt @{triggerBody().value[0].changed}",
    ["value", "0", "changed"],
  ],
  ["[{@body().gifts}]", ["gifts"]],
  ['{ "values": {@body().filters} }', ["filters"]],
  ["@item()._assignments", ["_assignments"]],
  ["@headers('shop').contoso.com", []],
])("the members of %s", (text, members) => {
  expect(calls(text).map((call) => call.members)).toEqual([members]);
  expect(problems(text)).toEqual([]);
});

test.each([
  "@odata.nextLink",
  "support@contoso.com",
  "support@contoso.com (weekdays)",
  "@Request.OriginalHTTPMethod",
  "/v1/@{id}",
  "/me/folders('{folder_id}')/tasks",
  "groupTypes/any(c:c eq 'Unified')",
  "@@headers('a')",
  "and(eq(a, 'b'))",
  "",
])("%s has no expression", (text) => {
  expect(calls(text)).toEqual([]);
  expect(problems(text)).toEqual([]);
});

test.each([
  ['@headers("a")', "wrongQuotes", '"a"', "@headers('a')"],
  ["@headers(\u2018a\u2019)", "wrongQuotes", "\u2018a\u2019", "@headers('a')"],
  ["@headers(a)/b", "unquoted", "a", "@headers('a')/b"],
  ["@headers(a')/b", "unquoted", "a'", "@headers('a')/b"],
  ["@headers('a)/b", "openQuote", "@headers('a)", "@headers('a')/b"],
  ["@headers('a)/@headers('b')", "openQuote", "@headers('a)", "@headers('a')/@headers('b')"],
  ["@headers('a", "openQuote", "@headers('a", undefined],
  ["@headers('a'", "openParenthesis", "@headers('a'", "@headers('a')"],
  ["@headers('a'/b", "openParenthesis", "@headers('a'", "@headers('a')/b"],
  ["@body(", "openParenthesis", "@body(", undefined],
  ["@headers('a'))", "surplusParenthesis", ")", "@headers('a')"],
  ["@{headers('a')", "openBrace", "@{headers('a')", "@{headers('a')}"],
  ["@headers('a')}", "surplusBrace", "}", "@headers('a')"],
  ["@{headers('a')}}", "surplusBrace", "}", "@{headers('a')}"],
  ["@body()['a", "openBracket", "@body()[", undefined],
  ["@headers()", "noName", "@headers()", undefined],
  ["@header('a')", "unknownFunction", "header", undefined],
  ["https://headers('a')", "noSign", "headers(", "https://@headers('a')"],
  ["https://{headers('a')}", "noSign", "headers(", "https://@{headers('a')}"],
])("what is wrong with %s", (text, kind, place, repaired) => {
  expect(problems(text)).toEqual([[kind, place, repaired]]);
});

test("many calls inside one another", () => {
  expect(() => readExpressions("@body(".repeat(100_000))).not.toThrow();
  expect(() => readExpressions(`@body(${"a(".repeat(100_000)}`)).not.toThrow();
});
