import fc from "fast-check";
import { expect, test } from "vitest";
import { exactValue, isSameExact, printExact, toExact } from "../connector/exactJson.js";
import { JsonText } from "../connector/json.js";
import { runs } from "./propertyRuns.js";

const read = (text: string) => exactValue(new JsonText(text))!;

test.each([
  ["1.0"],
  ["12345678901234567890"],
  ["-1E+400"],
  ["1e-8"],
  ['{"200":1,"default":2,"100":3}'],
  ['{"__proto__":{"a":1},"constructor":2}'],
  ['"\\u2028\\"😀 – é"'],
  ["[]"],
  ["{}"],
  ['[null,true,false,"",[[]],{"a":{}}]'],
])("%s is printed as it was written", (text) => {
  expect(JSON.parse(printExact(read(text)))).toEqual(JSON.parse(text));
  expect(printExact(read(text)).replace("\\u2028", "\u2028")).toBe(
    text.replace("\\u2028", "\u2028"),
  );
});

test("of members with the same key the last one counts, in the place of the first", () => {
  expect(printExact(read('{"a":1,"b":2,"a":3.0}'))).toBe('{"a":3.0,"b":2}');
});

test("lines are indented as JSON.stringify does it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(printExact(read(text))).toBe(text);
      expect(printExact(read(text), 2)).toBe(JSON.stringify(value, null, 2));
      expect(isSameExact(read(JSON.stringify(value, null, "\t")), read(text))).toBe(true);
      expect(isSameExact(toExact(value), read(text))).toBe(true);
    }),
    runs(),
  );
});

test("1 and 1.0 are not the same, and what is broken gives what could be read", () => {
  expect(isSameExact(read("1"), read("1.0"))).toBe(false);
  expect(printExact(read('{"a":1,"b":'))).toBe('{"a":1}');
  expect(exactValue(new JsonText(""))).toBeUndefined();
});
