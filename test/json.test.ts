import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConnectorFile } from "../connector/connector.js";
import { type JsonProblem, JsonText, maximumDepth } from "../connector/json.js";
import { child } from "../connector/pointer.js";
import { decode } from "../connector/text.js";
import { runs } from "./propertyRuns.js";

/** The problems of a text as `type "what is underlined"`, syntax with what is expected. */
function check(text: string, ...expected: string[]): JsonText {
  const json = new JsonText(text);
  const shown = json.problems.map((problem) => {
    const underlined = JSON.stringify(text.slice(problem.offset, problem.offset + problem.length));
    return problem.type === "syntax"
      ? `${underlined}: ${problem.expected}`
      : `${problem.type} ${underlined}`;
  });
  expect(shown).toEqual(expected);
  return json;
}

describe("strict JSON has the value of JSON.parse and no problem", () => {
  test.each([
    '{"a":[1,-2.5e3,"x",true,false,null,{}],"b":{}}',
    "[]",
    ' \t\r\n"text"\r\n',
    "0",
    "-0",
    "1e999",
    '{"":{"":1}}',
    '{"\\u0061":1,"\\n":"\\ud83d\\ude00"}',
    '{"__proto__":{"polluted":true},"constructor":1,"hasOwnProperty":2,"toString":3}',
    '{"200":1,"b":2,"100":3}',
    '{"a":"\u2028 \u007f"}',
  ])("%s", (text) => {
    const { value } = check(text);
    expect(value).toEqual(JSON.parse(text));
    expect(Object.keys(Object(value))).toEqual(Object.keys(Object(JSON.parse(text))));
  });

  test("any value, however it is indented", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("", " ", "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(check(text).value).toEqual(JSON.parse(text));
      }),
      runs(),
    );
  });

  test("a key named __proto__ is an own member and changes no prototype", () => {
    const { value } = check('{"__proto__":{"polluted":true}}');
    expect(Object.hasOwn(value as object, "__proto__")).toBe(true);
    expect((value as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test("there is a problem exactly where JSON.parse throws", () => {
  const token = fc.constantFrom(
    ...'{}[]:," \n\\u01e.-+/*a',
    '"a"',
    "true",
    "nul",
    '"b":1',
    "//",
    "'",
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
      const text = tokens.join("");
      const json = new JsonText(text);
      const strict = json.problems.filter(({ type }) => type !== "duplicateKey").length === 0;
      expect(strict).toBe(isJson(text));
      if (strict) expect(json.value).toEqual(JSON.parse(text));
      for (const { offset, length } of json.problems)
        expect(text.slice(offset, offset + length)).toHaveLength(length);
    }),
    runs(5_000),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("what strict JSON does not allow", () => {
  test("comments and trailing commas leave the value whole", () => {
    const json = check(
      '// first\n{"a": [1, 2,], /* second */ "b": 3,}',
      'comment "// first"',
      'trailingComma ","',
      'comment "/* second */"',
      'trailingComma ","',
    );
    expect(json.value).toEqual({ a: [1, 2], b: 3 });
    expect(json.isComplete).toBe(true);
  });

  test("of two members with the same key the last one counts", () => {
    const text = '{"x":{"a":1,"b":2,"a":3}}';
    const json = check(text, 'duplicateKey "\\"a\\""');
    expect(json.value).toEqual({ x: { a: 3, b: 2 } });
    const problem = json.problems[0] as JsonProblem & { type: "duplicateKey" };
    expect(problem.key).toBe("a");
    expect(problem.object).toBe("/x");
    expect(problem.offset).toBe(text.lastIndexOf('"a"'));
    expect(text.slice(problem.first.offset).slice(0, problem.first.length)).toBe('"a":1');
    expect(json.isComplete).toBe(true);
  });

  test.each(["__proto__", "hasOwnProperty"])("the key %s counts like any other", (key) => {
    check(`{"${key}":1}`);
    check(`{"${key}":1,"${key}":2}`, `duplicateKey "\\"${key}\\""`);
  });

  test("each fault is told once", () => {
    check("", 'empty ""');
    check("\uFEFF \n", 'empty ""');
    check('{"a":1 "b":2}', '"\\"b\\"": a "," is expected here');
    check('{"a" 1,"b":2}', '"1": a ":" is expected between a key and its value');
    check('{"a":,"b":2}', '",": a value is expected here');
    check("{a:1,b:2}", `"a": ${words}`, `"b": ${words}`);
    check("{'a':'x'}", `"'a'": ${words}`);
    check('{"a":True}', `"True": ${words}`);
    check("[1,@]", `"@": ${words}`);
    check("[1,,2]", '",": a value is expected here');
    check("[01]", '"1": a "," is expected here');
    check('{"a":[1,2}', '"}": a "]" is expected here to close the array');
    check('{"a":{"b":[1\n', '"1": a "]" is expected here to close the array');
    check('{"a":', '":": a value is expected here');
    check("{} {}", '"{": nothing may follow the end of the value');
    check('{"a: 1,\n"b": 2}', '"\\"a: 1,": this text has no closing quote');
    check(
      '{"a":"\\x"}',
      `"\\"\\\\x\\"": this escape does not exist, and a backslash itself is written \\\\`,
    );
    check("{} /* open", '"/* open": this comment has no end');
    expect(check("[1", '"1": a "]" is expected here to close the array').isComplete).toBe(false);
  });

  const words =
    "texts and keys need double quotes, and the only bare words are true, false and null";
});

describe("a member that is not written to its end takes nothing from the next one", () => {
  const colon = 'a ":" is expected between a key and its value';
  test.each([
    ['"a"\n "b": { "c": 1 }, "d": 2', `"\\"b\\"": ${colon}`],
    ['"a" "b": { "c": 1 }, "d": 2', `"\\"b\\"": ${colon}`],
    ['"a":\n "b": { "c": 1 }, "d": 2', '":": a value is expected here'],
    ['"a\n "b": { "c": 1 }, "d": 2', '"\\"a": this text has no closing quote'],
    [
      '200\n "b": { "c": 1 }, "d": 2',
      '"200": a key in double quotes is expected here, such as "title"',
    ],
  ])("%s", (members, problem) => {
    expect(check(`{ ${members} }`, problem).value).toEqual({ b: { c: 1 }, d: 2 });
    const { root } = check(`\uFEFF{ "o": { ${members} } }`, problem);
    expect(root!.length).toBe(members.length + 13);
  });

  test("a few of them, each told", () => {
    const problems = ["b", "c", "f"].map((key) => `"\\"${key}\\"": ${colon}`);
    const { value } = check('{ "a" "b" "c": 1, "d": { "e" "f": [1] } }', ...problems);
    expect(value).toEqual({ c: 1, d: { f: [1] } });
  });
});

test("a byte order mark is no problem and shifts nothing", () => {
  const json = check('\uFEFF{"a":1}');
  expect(json.value).toEqual({ a: 1 });
  expect(json.range("/a")).toEqual({
    start: { line: 0, character: 6 },
    end: { line: 0, character: 7 },
  });
});

describe("depth", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

  test(`${maximumDepth} levels are read`, () => {
    expect(check(nested(maximumDepth)).isComplete).toBe(true);
  });

  test.each([maximumDepth + 1, 100_000])("%d levels are one problem", (depth) => {
    const json = check(nested(depth), 'tooDeep "["');
    expect(json.isComplete).toBe(false);
    expect(json.root).toMatchObject({ offset: 0, length: 2 * depth });
  });
});

describe("ranges and pointers", () => {
  const text = '{\r\n  "a/b": {\r\n    "c~d": [10, {"e": 20}]\r\n  }\r\n}';
  const json = new JsonText(text);
  const at = (pointer: string, part?: "key") => {
    const { start, end } = json.range(pointer, part);
    return text.slice(json.lines.offset(start), json.lines.offset(end));
  };

  test("a value, a key, and the nearest thing around what does not exist", () => {
    expect(at("/a~1b/c~0d/0")).toBe("10");
    expect(at("/a~1b/c~0d", "key")).toBe('"c~d"');
    expect(at("/a~1b/c~0d/1", "key")).toBe("{");
    expect(at("/a~1b/c~0d/1/e/none")).toBe("20");
    expect(at("/a~1b/none", "key")).toBe('"a/b"');
    expect(at("", "key")).toBe("{");
    expect(at("")).toBe(text);
    expect(json.node("/a~1b/c~0d/")).toBeUndefined();
    expect(json.node("/a~1b/c~0d/-1")).toBeUndefined();
    expect(json.range("/a~1b/c~0d/1").start).toEqual({ line: 2, character: 16 });
  });

  test("the last one of two members with the same key", () => {
    const twice = new JsonText('{"a":1,"a":2}');
    expect(twice.range("/a").start.character).toBe(11);
  });

  test("the pointer at each place of a value leads back to it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = new JsonText(JSON.stringify(value, null, 2));
        const visit = (item: unknown, pointer: string) => {
          expect(json.pointerAt(json.node(pointer)!.offset)).toBe(pointer);
          if (typeof item === "object" && item !== null)
            for (const [key, member] of Object.entries(item)) visit(member, child(pointer, key));
        };
        visit(value, "");
      }),
      runs(),
    );
  });

  test("a key belongs to its member, the space between members to the object", () => {
    expect(json.pointerAt(text.indexOf("c~d"))).toBe("/a~1b/c~0d");
    expect(json.pointerAt(1)).toBe("");
  });

  test("what broken text left open ends with the text", () => {
    const broken = new JsonText('{"a": {"b": [1, ');
    expect(broken.value).toEqual({ a: { b: [1] } });
    expect(broken.pointerAt(16)).toBe("/a/b");
  });
});

describe("bytes", () => {
  const text = '{"título": "Größe 😀"}';
  const utf16 = Buffer.from(text, "utf16le");

  test.each([
    ["UTF-8", Buffer.from(text), undefined],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${text}`), undefined],
    ["UTF-16 LE", utf16, "UTF-16 little endian"],
    ["UTF-16 LE with mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "UTF-16 little endian"],
    ["UTF-16 BE", Buffer.from(utf16).swap16(), "UTF-16 big endian"],
    ["UTF-16 BE with mark", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), "UTF-16 big endian"],
  ])("%s", (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.problem?.encoding).toBe(encoding);
    expect(check(decoded.text).value).toEqual({ título: "Größe 😀" });
  });

  test.each([
    ["é of Latin-1", '{"caf\xe9": 1}', 5],
    ["a character that is cut", '{"a\xc3', 3],
    ["a byte that begins no character", "\xef\xbb\xbf{\xff}", 4],
    ["half of a surrogate pair", '"\xed\xa0\x80"', 1],
    ["nothing but such a byte", "\xff", 0],
  ])("the first byte that is no UTF-8: %s", (_, latin1, byteOffset) => {
    const { problem, text } = decode(Buffer.from(latin1, "latin1"));
    expect(problem).toMatchObject({ encoding: "not UTF-8", byteOffset });
    expect(text.charAt(problem!.offset)).toBe("\uFFFD");
  });

  test("a file of no bytes is empty", () => {
    const file = new ConnectorFile("settings", "/settings.json", new Uint8Array());
    expect(file.encodingProblem).toBeUndefined();
    expect(file.json.problems).toEqual([{ type: "empty", offset: 0, length: 0 }]);
    expect(file.isJudgeable).toBe(false);
  });

  test("an array is JSON but nothing that can be judged", () => {
    const file = new ConnectorFile("apiProperties", "/apiProperties.json", "[]");
    expect(file.json.isComplete).toBe(true);
    expect(file.isJudgeable).toBe(false);
  });
});

test("10 MB are read in seconds, with a duplicate of each key", () => {
  const members = Array.from({ length: 40_000 }, (_, index) => {
    const member = `"key ${index}": {"type": "string", "description": "${"x".repeat(60)}"}`;
    return member;
  });
  const text = `{${[...members, ...members].join(",\n")}}`;
  expect(text.length).toBeGreaterThan(8_000_000);
  const start = performance.now();
  const json = new JsonText(text);
  expect(json.problems).toHaveLength(members.length);
  expect(json.range("/key 39999").start.line).toBe(79_999);
  expect(performance.now() - start).toBeLessThan(5_000);
});
