import { expect, test } from "vitest";
import {
  choice,
  filled,
  membersOf,
  place,
  snippetOf,
  valuePlace,
  withoutPlaces,
} from "../language/completion/snippet.js";

test("places are numbered in their order, and those of one name are one", () => {
  const value = {
    [`/${place("items", "path")}`]: {
      id: place("a"),
      [place("key")]: `see ${place("items", "path")}`,
    },
    list: [choice(["x", "y,z|"]), valuePlace()],
    code: valuePlace("401"),
  };
  const snippet = `{
	"/\${1:items}": {
		"id": "\${2:a}",
		"\${3:key}": "see $1"
	},
	"list": ["\${4|x,y\\,z\\||}", $5],
	"code": \${6:401}
}`;
  expect(snippetOf(value)).toBe(snippet);
  expect(membersOf(value)).toBe(snippet.split("\n").slice(1, -1).join("\n").replace(/^\t/gm, ""));
  expect(withoutPlaces(snippet)).toBe(
    `{
	"/items": {
		"id": "a",
		"key": "see items"
	},
	"list": ["x", ],
	"code": 401
}`,
  );
  expect(filled(value)).toEqual({
    "/items": { id: "a", key: "see items" },
    list: ["x", ""],
    code: "401",
  });
});

test.each([
  ["a$b", "a$b"],
  ["{ClientId}", "{ClientId}"],
  ['a "b" \\ c', 'a "b" \\ c'],
  ["a\nb\tc", "a\nb\tc"],
  ["", ""],
])("%j is written as it is, in a place and outside of one", (text) => {
  for (const written of [text, place(text), choice([text, "other"])]) {
    const value = { $ref: written, list: [written, written] };
    expect(JSON.parse(withoutPlaces(snippetOf(value)))).toEqual({ $ref: text, list: [text, text] });
    expect(filled(value)).toEqual({ $ref: text, list: [text, text] });
  }
});

test("short values stand in one line", () => {
  expect(snippetOf({ a: ["b", 1, true], c: { d: "e" }, f: { g: [], h: {} }, i: [{ j: 1 }] })).toBe(
    `{
	"a": ["b", 1, true],
	"c": { "d": "e" },
	"f": {
		"g": [],
		"h": {}
	},
	"i": [
		{ "j": 1 }
	]
}`,
  );
});
