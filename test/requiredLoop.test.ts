import { expect, test } from "vitest";
import rule from "../rulesets/apiDefinition/schemas/no-required-schema-loop.js";
import { judge } from "../rulesets/judge.js";
import { connectorOf } from "./fixture.js";

function messages(definitions: object): string[] {
  const text = JSON.stringify({ swagger: "2.0", definitions });
  const connector = connectorOf([{ name: "apiDefinition.swagger.json", text }]);
  const judged = connector.all;
  const { findings, failures } = judge(connector, judged, "certified", [rule]);
  expect(failures).toEqual([]);
  return findings.map(({ message }) => message);
}

const ref = (name: string | number) => ({ $ref: `#/definitions/${name}` });

test("follows allOf, where the property and its requirement may stand apart", () => {
  const Base = { type: "object", properties: { next: ref("Ticket") } };
  const Ticket = { allOf: [ref("Base"), { type: "object", required: ["next"] }] };
  expect(messages({ Base, Ticket })).toEqual([
    'The definition "Ticket" contains itself without end through the required property "next" of the definition "Base".',
  ]);
});

test("takes a schema that is a part of itself, a null and an array for no loop", () => {
  const A = { allOf: [ref("A")], required: ["a"], properties: { a: { type: "string" } } };
  const B = { required: ["b"], properties: { b: { allOf: [ref("B")], "x-nullable": true } } };
  const C = { required: ["c"], properties: { c: { type: "array", items: ref("C") } } };
  expect(messages({ A, B, C })).toEqual([]);
});

test("names like those of every object are properties like others", () => {
  const text =
    '{"A":{"required":["__proto__","constructor"],"properties":{"__proto__":{"$ref":"#/definitions/A"}}}}';
  expect(messages(JSON.parse(text))).toHaveLength(1);
  expect(messages({ A: { required: ["constructor", "toString", 1, null] } })).toEqual([]);
});

test("tells a loop of ten thousand definitions in short, and stops at none", () => {
  const count = 10_000;
  const chain = (end: object) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        index,
        {
          type: "object",
          required: ["next"],
          properties: { next: index + 1 < count ? ref(index + 1) : end },
        },
      ]),
    );
  expect(messages(chain(ref(0)))).toEqual([
    'The definition "0" contains itself without end through the required properties "next" → "next" of the definition "1" → "next" of the definition "2" → 9996 more → "next" of the definition "9999".',
  ]);
  expect(messages(chain({ type: "string" }))).toEqual([]);
}, 30_000);

test("takes not long for objects that all require one another", () => {
  const names = Array.from({ length: 150 }, (_, index) => `D${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const each = { type: "object", required: names, properties };
  const start = performance.now();
  const found = messages(Object.fromEntries(names.map((name) => [name, each])));
  expect(found.length).toBeGreaterThan(149);
  expect(found.length).toBeLessThan(1000);
  expect(performance.now() - start).toBeLessThan(5000);
}, 30_000);
