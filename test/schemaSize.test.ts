import { expect, test } from "vitest";
import { ApiDefinition } from "../connector/apiDefinition.js";
import type { SchemaSize } from "../connector/schemaSize.js";

function sizeOf(definitions: object, name: string): SchemaSize | undefined {
  const definition = new ApiDefinition({ definitions });
  return definition.schemaSizes.get(definition.schemaAt(`/definitions/${name}`)!);
}

const ref = (name: string | number) => ({ $ref: `#/definitions/${name}` });

test("counts every schema that is written in another one", () => {
  const Ticket = {
    type: "object",
    properties: {
      id: { type: "string" },
      watchers: { type: "array", items: { type: "object", properties: { name: {} } } },
    },
    allOf: [{ type: "object" }],
    additionalProperties: { type: "string" },
  };
  expect(sizeOf({ Ticket }, "Ticket")).toEqual({ count: 7, depth: 4 });
});

test("counts what a reference stands for each time, and the reference itself not at all", () => {
  const Person = { type: "object", properties: { name: { type: "string" } } };
  const Ticket = { type: "object", properties: { owner: ref("Person"), creator: ref("Person") } };
  expect(sizeOf({ Ticket, Person }, "Ticket")).toEqual({ count: 5, depth: 3 });
  expect(sizeOf({ Person, Ticket }, "Ticket")).toEqual({ count: 5, depth: 3 });
});

test("counts a reference that leads nowhere, or only to references, as one schema", () => {
  expect(sizeOf({ A: { properties: { b: ref("Missing") } } }, "A")).toEqual({ count: 2, depth: 2 });
  expect(sizeOf({ A: ref("B"), B: ref("A") }, "A")).toEqual({ count: 1, depth: 1 });
  expect(sizeOf({ A: { properties: { b: { $ref: 5 } } } }, "A")).toEqual({ count: 2, depth: 2 });
});

test("counts a reference back to something on the way as one schema", () => {
  const Ticket = {
    type: "object",
    properties: { parent: ref("Ticket"), children: { type: "array", items: ref("Ticket") } },
  };
  expect(sizeOf({ Ticket }, "Ticket")).toEqual({ count: 4, depth: 3 });
  const A = { type: "object", properties: { b: ref("B") } };
  const B = { type: "object", properties: { a: ref("A"), id: { type: "string" } } };
  expect(sizeOf({ A, B }, "A")).toEqual({ count: 4, depth: 3 });
});

test("measures a loop of ten thousand definitions", () => {
  const definitions = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      index,
      { type: "object", properties: { next: ref((index + 1) % 10_000) } },
    ]),
  );
  expect(sizeOf(definitions, "0")).toEqual({ count: 10_001, depth: 10_001 });
});

test("measures a chain of ten thousand definitions, whatever their order", () => {
  const entries = Array.from({ length: 10_000 }, (_, index) => [
    `D${index}`,
    { type: "object", ...(index > 0 && { properties: { next: ref(`D${index - 1}`) } }) },
  ]);
  for (const each of [entries, entries.toReversed()])
    expect(sizeOf(Object.fromEntries(each), "D9999")).toEqual({ count: 10_000, depth: 10_000 });
});

test("measures definitions that double sixty times at once", () => {
  const definitions = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `D${index}`,
      { type: "object", properties: { a: ref(`D${index + 1}`), b: ref(`D${index + 1}`) } },
    ]),
  );
  const start = performance.now();
  const size = sizeOf({ ...definitions, D60: { type: "string" } }, "D0")!;
  expect(performance.now() - start).toBeLessThan(500);
  expect(size.count).toBeGreaterThan(1e12);
  expect(size.depth).toBe(61);
});

test("measures what every definition refers to from every other one", () => {
  const names = Array.from({ length: 200 }, (_, index) => `D${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, ref(name)]));
  const definitions = Object.fromEntries(
    names.map((name) => [name, { type: "object", properties }]),
  );
  const start = performance.now();
  const { count, depth } = sizeOf(definitions, "D0")!;
  expect(performance.now() - start).toBeLessThan(2000);
  expect(count).toBeGreaterThan(200 * 200);
  expect(depth).toBeGreaterThan(199);
});
