import { describe, expect, test } from "vitest";
import { patternProblem } from "../rulesets/regularExpression.js";

describe("patterns that JavaScript or .NET takes", () => {
  test.each([
    "",
    "^[A-Z]{2}$",
    "]",
    "a{,5}",
    "{",
    "[^]",
    "(?<=a)b(?!c)",
    "\\p{Lu}\\P{IsGreek}",
    "\\u{1F600}",
    "[😀-😎]",
    // .NET alone.
    "(?i)abc",
    "(?i-s:abc)+",
    "(?im)^(a|b)$",
    "(?>a+)b",
    "(?'queue'a)\\k'queue'",
    "(?<open>\\()+(?<-open>\\))+(?(open)(?!))",
    "(?<close-open>\\))",
    "(?<1>a)(?<1>b)",
    "(?(?=a)ab|cd)",
    "(?(1)a)(?>b)",
    "\\A(?>a)\\Z|\\G\\z",
    "(?>a)^*$?\\b+",
    "(?>a)[a-z-[aeiou]]+",
    "(?>a)[^a-z-[^aeiou]]",
    "(?>a)[]a]",
    "(?>a)[[a]",
    "(?>a)[\\e-\\x20]",
    "(?>a)(?#a comment (with a parenthesis)b",
    "(?x) a b # not closed: (",
    "(?x: ( a )",
    "(?<=a)*b",
  ])("%s", (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });
});

describe("patterns that neither takes", () => {
  test.each([
    ["(a", "a parenthesis is not closed"],
    ["a)", "a parenthesis is closed that was not opened"],
    ["[a-z", "a bracket is not closed"],
    ["(?>a)[a-z-[b]", "a bracket is not closed"],
    ["*a", "a quantifier follows nothing that it can repeat"],
    ["a++", "a quantifier follows nothing that it can repeat"],
    ["a**", "a quantifier follows nothing that it can repeat"],
    ["(?>a)(*b)", "a quantifier follows nothing that it can repeat"],
    ["[z-a]", "a range in brackets runs backwards"],
    ["a{2,1}", "the numbers of a quantifier run backwards"],
    ["a\\", "it ends with a single backslash"],
    ["(?>a)\\", "it ends with a single backslash"],
    ["(?P<name>a)", "nothing is known that begins with (?P<"],
    ["(?<a b>c)", "nothing is known that begins with (?<a"],
    ["(?", "nothing is known that begins with (?"],
    ["(?#a", "a comment is not closed"],
  ])("%s", (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });
});

test("says nothing about a pattern that nobody writes", () => {
  expect(patternProblem(`${"a".repeat(20_000)}(`)).toBeUndefined();
});

test("takes not long for patterns made to be slow", () => {
  const start = performance.now();
  for (const part of ["(", "[", "(?i)", "a{1,", "(?#", "\\", "[a-[", "(?P<", "((?"])
    patternProblem(part.repeat(9000 / part.length));
  patternProblem(`(?P<${"a".repeat(9000)}`);
  expect(performance.now() - start).toBeLessThan(1000);
});
