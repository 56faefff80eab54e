import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  applyEdits,
  changesOf,
  type JsonEdit,
  WrittenValue,
} from "../connector/edit.js";
import { JsonText } from "../connector/json.js";
import { child } from "../connector/pointer.js";
import { runs } from "./propertyRuns.js";

const fileOf = (text: string) => ({ text, json: new JsonText(text) });

function check(text: string, edits: JsonEdit | JsonEdit[], expected: string) {
  expect(applyEdits(text, [edits].flat())).toBe(expected);
  expect(applyChanges(text, changesOf(fileOf(text), [edits].flat()))).toBe(expected);
}

const nested = `{
    "info": {
        "title": "Contoso",   "version":"1.0"
    },
    "schemes": [
        "http"
    ],
    "paths": {}
}
`;

describe("set", () => {
  test("a value that is there", () => {
    check(
      nested,
      { set: "/info/title", value: 'A "B"' },
      nested.replace('"Contoso"', '"A \\"B\\""'),
    );
    check(nested, { set: "/schemes/0", value: "https" }, nested.replace("http", "https"));
    check('{"a":1}', { set: "", value: [] }, "[]");
  });

  test("a value over several lines", () => {
    check(
      nested,
      { set: "/info", value: { title: "Fabrikam", contact: {} } },
      nested.replace(
        /"info": \{[^}]*\}/,
        '"info": {\n        "title": "Fabrikam",\n        "contact": {}\n    }',
      ),
    );
  });

  test("a list in one line stays in one line", () => {
    check(
      '{\n  "schemes": ["http"],\n  "tags": []\n}',
      [
        { set: "/schemes", value: ["https", "http"] },
        { set: "/tags", value: ["a"] },
      ],
      '{\n  "schemes": ["https", "http"],\n  "tags": [\n    "a"\n  ]\n}',
    );
  });

  test("of two members with the same key the one that counts", () => {
    check('{"a":1,"a":2}', { set: "/a", value: 3 }, '{"a":1,"a":3}');
  });
});

describe("add", () => {
  test("a member after the last one, the line before untouched", () => {
    check(
      nested,
      { set: "/info/description", value: "x" },
      nested.replace('"version":"1.0"', '"version":"1.0", "description": "x"'),
    );
    check(
      nested,
      { set: "/host", value: "api.contoso.com" },
      nested.replace('"paths": {}', '"paths": {},\n    "host": "api.contoso.com"'),
    );
  });

  test("an item after the last one", () => {
    const expected = nested.replace('"http"', '"http",\n        "https"');
    check(nested, { set: "/schemes/-", value: "https" }, expected);
    check(nested, { set: "/schemes/1", value: "https" }, expected);
    check("[1, 2]", { set: "/-", value: { a: [1, {}] } }, '[1, 2, { "a": [1, {}] }]');
  });

  test("the first member", () => {
    check(
      nested,
      { set: "/paths/~1a~0b/get", value: { tags: ["t"] } },
      nested.replace(
        '"paths": {}',
        `"paths": {
        "/a~b": {
            "get": {
                "tags": [
                    "t"
                ]
            }
        }
    }`,
      ),
    );
    check('{\n\t"a": {\n\t}\n}', { set: "/a/b", value: 1 }, '{\n\t"a": {\n\t\t"b": 1\n\t}\n}');
    check(
      '{\n  "a": { "b": {} }\n}',
      { set: "/a/b/c", value: 1 },
      '{\n  "a": { "b": {"c": 1} }\n}',
    );
  });

  test("the containers that are missing", () => {
    check("{}", { set: "/a/b/-", value: 1 }, '{"a": { "b": [1] }}');
    check('{"a":1}', { set: "/responses/200", value: {} }, '{"a":1,"responses":{"200":{}}}');
    check("[]", { set: "/-", value: 1 }, "[1]");
    check("{}", { set: "/__proto__", value: 1 }, '{"__proto__": 1}');
    check('{"a":1}', { set: "/a/b", value: 1 }, '{"a":1}');
  });

  test("in the layout in use", () => {
    check('{"a":1}', { set: "/b", value: { c: [1, 2] } }, '{"a":1,"b":{"c":[1,2]}}');
    check('{ "a": 1 }', { set: "/b", value: { c: [1, 2] } }, '{ "a": 1, "b": { "c": [1, 2] } }');
    check(
      '{\r\n\t"a": 1\r\n}\r\n',
      { set: "/b", value: { c: 1 } },
      '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": 1\r\n\t}\r\n}\r\n',
    );
    check('\uFEFF{"a":1}', { set: "/b", value: 2 }, '\uFEFF{"a":1,"b":2}');
  });

  test("where comments and a trailing comma are", () => {
    check(
      '{\n  // c\n  "a": 1, // d\n}',
      { set: "/b", value: 2 },
      '{\n  // c\n  "a": 1,\n  "b": 2, // d\n}',
    );
    check("{\n  // c\n}", { set: "/b", value: 2 }, '{"b": 2\n  // c\n}');
  });
});

describe("remove", () => {
  test("the first, a middle and the last one, with its comma", () => {
    const text = '{\n  "a": 1,\n  "b": [1, 2, 3],\n  "c": {\n    "d": 1\n  }\n}';
    check(text, { remove: "/a" }, text.replace('"a": 1,\n  ', ""));
    check(text, { remove: "/b" }, text.replace('"b": [1, 2, 3],\n  ', ""));
    check(text, { remove: "/c" }, '{\n  "a": 1,\n  "b": [1, 2, 3]\n}');
    check(text, { remove: "/c/d" }, text.replace(/\{\n {4}"d": 1\n {2}\}/, "{}"));
    check(text, { remove: "/b/1" }, text.replace("2, ", ""));
    check(text, [{ remove: "/b/2" }, { remove: "/b/0" }], text.replace("1, 2, 3", "2"));
  });

  test("what is not there", () => {
    check(nested, [{ remove: "/none" }, { remove: "" }, { remove: "/schemes/7" }], nested);
  });

  test("and keep a comment beside the only member", () => {
    check('{ /* c */ "a": 1 }', { remove: "/a" }, "{ /* c */  }");
  });
});

describe("renameKey", () => {
  test("keeps the value", () => {
    check(
      '{"basepath" : [ 1 ]}',
      { renameKey: "/basepath", to: "basePath" },
      '{"basePath" : [ 1 ]}',
    );
    check(
      '{"a":{"b":1}}',
      [
        { renameKey: "/a", to: "c" },
        { set: "/c/b", value: 2 },
      ],
      '{"c":{"b":2}}',
    );
  });

  test("does nothing to what has no key", () => {
    check("[1]", { renameKey: "/0", to: "a" }, "[1]");
    check(
      "{}",
      [
        { renameKey: "", to: "a" },
        { renameKey: "/a", to: "b" },
      ],
      "{}",
    );
  });
});

describe("replace", () => {
  test("several, by the offsets of the text as it was", () => {
    check(
      "/**/[1,/**/]",
      [
        { replace: { offset: 0, length: 4 }, by: "" },
        { replace: { offset: 6, length: 5 }, by: "" },
      ],
      "[1]",
    );
  });
});

describe("a value as it is written", () => {
  const moved = (text: string, from: string, to: string) => (expected: string) =>
    check(text, { set: to, value: WrittenValue.at(fileOf(text), from) }, expected);

  test("keeps digits and layout, and takes the indentation of its place", () => {
    moved(
      '{\n  "a": {\n    "b": [\n      1.0, 12345678901234567890\n    ]\n  },\n  "c": {}\n}',
      "/a/b",
      "/d",
    )(
      '{\n  "a": {\n    "b": [\n      1.0, 12345678901234567890\n    ]\n  },\n  "c": {},\n  "d": [\n    1.0, 12345678901234567890\n  ]\n}',
    );
    moved(
      '{\r\n\t"a": {\r\n\t\t"b": 1e0\r\n\t},\r\n\t"c": 1\r\n}',
      "/a",
      "/c",
    )('{\r\n\t"a": {\r\n\t\t"b": 1e0\r\n\t},\r\n\t"c": {\r\n\t\t"b": 1e0\r\n\t}\r\n}');
    moved('{"a":{"b" : 1.0},"c":{}}', "/a", "/c/d")('{"a":{"b" : 1.0},"c":{"d":{"b" : 1.0}}}');
  });

  test("is in one line where others are", () => {
    moved(
      '{\n  "a": [\n    1.0\n  ],\n  "c": [1, 2]\n}',
      "/a",
      "/c/-",
    )('{\n  "a": [\n    1.0\n  ],\n  "c": [1, 2, [ 1.0 ]]\n}');
  });

  test("is none with comments, and where nothing stands", () => {
    const file = fileOf('{ "a": { /* c */ "b": 1 }, "d": [1,], "e": 1 /* c */ }');
    expect(WrittenValue.at(file, "/a")).toBeUndefined();
    expect(WrittenValue.at(file, "/d")).toBeUndefined();
    expect(WrittenValue.at(file, "/f")).toBeUndefined();
    expect(JSON.stringify({ e: WrittenValue.at(file, "/e") })).toBe('{"e":1}');
  });
});

test("a text that cannot be read is left alone", () => {
  check('{"a": [1', { set: "/b", value: 1 }, '{"a": [1');
  check("", { set: "/b", value: 1 }, "");
});

test("whatever is added to whatever can be read again, and removed to what it was", () => {
  const indents = fc.constantFrom("", " ", "\t", "    ");
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.jsonValue(),
      indents,
      (object, value, indent) => {
        const text = JSON.stringify(object, null, indent);
        const parsed = JSON.parse(text);
        if (Object.hasOwn(parsed, "added")) return;
        const added = applyEdits(text, [{ set: "/added", value }]);
        expect(JSON.parse(added)).toEqual({ ...parsed, added: JSON.parse(JSON.stringify(value)) });
        expect(applyEdits(added, [{ remove: "/added" }])).toBe(text);
        // A text that is laid out by JSON.stringify stays so.
        if (indent !== "" && text !== "{}")
          expect(added).toBe(JSON.stringify(JSON.parse(added), null, indent));
      },
    ),
    runs(),
  );
});

describe("changes", () => {
  const changes = (text: string, edits: JsonEdit[]) => changesOf(fileOf(text), edits);

  test("leave alone what lies between them", () => {
    expect(
      changes(nested, [
        { set: "/schemes/0", value: "https" },
        { set: "/info/title", value: "Fabrikam" },
      ]),
    ).toEqual([
      { offset: nested.indexOf('"Contoso"'), length: 9, text: '"Fabrikam"' },
      { offset: nested.indexOf('"http"'), length: 6, text: '"https"' },
    ]);
  });

  test("are one where edits concern one another", () => {
    expect(changes('{"a":[1,2,3],"b":1}', [{ remove: "/a/0" }, { remove: "/a/0" }])).toEqual([
      { offset: 6, length: 4, text: "" },
    ]);
    expect(changes("[1]", [{ set: "/0", value: 1 }])).toEqual([
      { offset: 1, length: 1, text: "1" },
    ]);
    expect(changes("[1]", [{ remove: "/7" }])).toEqual([]);
  });

  test("make the same text as the edits one after the other", { timeout: 60_000 }, () => {
    const value = fc.jsonValue({ depthSize: "small", maxDepth: 3 });
    const pointersIn = (value: unknown, at = ""): string[] => [
      at,
      ...(typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => pointersIn(inner, child(at, key)))
        : []),
    ];
    const choice = fc.record({
      index: fc.nat(),
      does: fc.constantFrom("set", "add", "append", "remove", "renameKey"),
      value,
    });
    fc.assert(
      fc.property(
        fc.object({ depthSize: "medium", values: [fc.jsonValue()] }),
        fc.array(choice, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "  ", "\t"),
        (whole, choices, indent) => {
          const text = JSON.stringify(whole, null, indent);
          const pointers = pointersIn(JSON.parse(text));
          const edits = choices.map(({ index, does, value }): JsonEdit => {
            const at = pointers[index % pointers.length]!;
            if (does === "remove") return { remove: at };
            if (does === "renameKey") return { renameKey: at, to: "renamed" };
            return { set: does === "set" ? at : `${at}/${does === "add" ? "added" : "-"}`, value };
          });
          const parts = changesOf(fileOf(text), edits);
          expect(applyChanges(text, parts)).toBe(applyEdits(text, edits));
          for (const [index, { offset, length }] of parts.entries())
            expect(offset + length).toBeLessThanOrEqual(parts[index + 1]?.offset ?? text.length);
        },
      ),
      runs(300),
    );
  });
});
