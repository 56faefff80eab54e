import fc from "fast-check";
import { expect, test } from "vitest";
import { readExpressions } from "../connector/expression.js";

/** Each call as it would be written again, and the kinds of problems. */
function read(text: string): string[] {
  const { calls, problems } = readExpressions(text);
  for (const { name, offset, arguments: list } of calls) {
    expect(text.slice(offset, offset + name.length)).toBe(name);
    for (const { value, offset, length } of list)
      if (value !== undefined && !value.includes("'"))
        expect(text.slice(offset, offset + length)).toBe(value);
  }
  return [
    ...calls.map(
      ({ name, arguments: list }) => `${name}(${list.map(({ value }) => value ?? "…").join("|")})`,
    ),
    ...problems.map(({ kind }) => kind),
  ];
}

test.each<[string, string[]]>([
  ["@headers('x')", ["headers(x)"]],
  ["https://@connectionParameters('host')/v1", ["connectionParameters(host)"]],
  ["https://@{connectionParameters('host')}.contoso.com", ["connectionParameters(host)"]],
  ["@connectionParameters('host','api')", ["connectionParameters(host|api)"]],
  ["@connectionParameters( 'host' , 'it''s' )", ["connectionParameters(host|it's)"]],
  ["@body().value", ["body()"]],
  ["@triggerBody()?['value']?[0].id", ["triggerBody()"]],
  ["@{body()['a']}/@{item().b}", ["body()", "item()"]],
  ["@if(equals(headers('x'),'y'),1,true)", ["if(…|…|…)", "equals(…|y)", "headers(x)"]],
  ['@environmentVariables("host")', ["environmentVariables(host)"]],
  ["@odata.nextLink", []],
  ["@Request.OriginalHTTPMethod", []],
  ["help@contoso.com (support)", []],
  ["@", []],
  ["", []],
  ["@@headers('x')", ["headers(x)"]],
  ["@headers('x'", ["headers(x)", "unclosedCall"]],
  ["@headers('x", ["headers()", "unclosedText"]],
  ["@headers(x)", ["headers(…)", "unquoted"]],
  ['@headers("x")', ["headers(x)", "doubleQuotes"]],
  ["@{headers('x')", ["headers(x)", "unclosedBrace"]],
  ["@headers('x' 'y')", ["headers(x)", "unclosedCall"]],
  ["🎫@headers('ü🎫')", ["headers(ü🎫)"]],
])("%s", (text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test("any text is read", () => {
  const pieces = fc.constantFrom(
    "@",
    "{",
    "}",
    "(",
    ")",
    "'",
    '"',
    ",",
    "headers",
    "body()",
    ".a",
    "?[",
    "]",
    " ",
    "é",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { calls, problems } = readExpressions(text);
      for (const { offset } of [...calls, ...problems]) expect(offset).toBeLessThan(text.length);
    }),
    { numRuns: 2_000 },
  );
});

test("a long text is read in time", () => {
  const started = performance.now();
  for (const piece of ["@headers(", "@{", "@headers('x')", "@a('", "@a(b("])
    readExpressions(piece.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
