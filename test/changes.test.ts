import { expect, test } from "vitest";
import { changesOf } from "../connector/changes.js";
import { connectorOf } from "./fixture.js";

const name = "apiDefinition.swagger.json";

/** The changes that are not compatible, each as its kind and path. */
function changes(old: object, now: object, file = name): string[] {
  const [before, after] = [old, now].map((value) =>
    connectorOf([{ name: file, text: JSON.stringify(value) }]),
  );
  return changesOf(after!.since(before!))
    .filter(({ kind }) => kind !== "compatible")
    .map(({ kind, path, others }) => `${kind} ${path}${others > 0 ? ` +${others}` : ""}`);
}

/** Operations that give, or take, a definition called `Ticket`. */
function withTicket(ticket: object, more: object = {}) {
  const $ref = { $ref: "#/definitions/Ticket" };
  const result = { 200: { description: "OK", schema: $ref } };
  return {
    paths: {
      "/get": { get: { operationId: "Get", responses: result } },
      "/list": {
        get: {
          operationId: "List",
          responses: { 200: { description: "OK", schema: { type: "array", items: $ref } } },
        },
      },
      "/add": {
        post: {
          operationId: "Add",
          parameters: [{ name: "body", in: "body", schema: $ref }],
          responses: { 204: { description: "Done" } },
        },
      },
    },
    definitions: { Ticket: ticket, ...more },
  };
}

const text = { type: "string" };

test("what several operations share is told once for each direction", () => {
  expect(
    changes(
      withTicket({ type: "object", properties: { id: text, title: text } }),
      withTicket({ type: "object", properties: { id: text } }),
    ),
  ).toEqual([
    "outputDeleted operation/Get/responses/200/schema/title +2",
    "inputDeleted operation/Add/parameter/body/schema/title +2",
  ]);
});

test("schemas that hold themselves, before and after", () => {
  const tree = (leaf: object) =>
    withTicket({
      type: "object",
      properties: {
        leaf,
        parent: { $ref: "#/definitions/Ticket" },
        children: { type: "array", items: { $ref: "#/definitions/Ticket" } },
      },
    });
  expect(changes(tree(text), tree(text))).toEqual([]);
  expect(changes(tree(text), tree({ type: "integer" }))).toHaveLength(2);
  // A reference that leads back to itself stands for nothing.
  const loop = withTicket({ $ref: "#/definitions/Ticket" });
  expect(changes(loop, loop)).toEqual([]);
});

test("properties that move into a part of allOf stay", () => {
  const flat = withTicket({
    type: "object",
    required: ["id"],
    properties: { id: text, title: text },
  });
  const composed = withTicket(
    { allOf: [{ $ref: "#/definitions/Base" }, { type: "object", properties: { title: text } }] },
    { Base: { type: "object", required: ["id"], properties: { id: text } } },
  );
  expect(changes(flat, composed)).toEqual([]);
  expect(changes(composed, flat)).toEqual([]);
});

test("items of arrays, and arrays that are none any more", () => {
  const list = (items: object) =>
    withTicket({ type: "object", properties: { tags: { type: "array", items } } });
  expect(changes(list(text), list({ type: "string", enum: ["a"] }))).toEqual([
    "inputEnumAdded operation/Add/parameter/body/schema/tags/items/enum +2",
  ]);
  expect(changes(list(text), withTicket({ type: "object", properties: { tags: text } }))).toEqual([
    "outputTypeChanged operation/Get/responses/200/schema/tags/type +2",
    "inputTypeChanged operation/Add/parameter/body/schema/tags/type +2",
  ]);
});

function operation(id: string, path: string, more: object = {}) {
  return { paths: { [path]: { get: { operationId: id, ...more } } } };
}

test("an operation of another name at the same place is renamed, elsewhere it is gone", () => {
  expect(changes(operation("A", "/a/{x}"), operation("B", "/a/{y}"))).toEqual([
    "operationRenamed operation/A",
  ]);
  expect(changes(operation("A", "/a"), operation("B", "/b"))).toEqual([
    "operationDeleted operation/A",
  ]);
  expect(changes(operation("A", "/a"), operation("A", "/b"))).toEqual([
    "operationMoved operation/A",
  ]);
  // What nobody sees is in no flow.
  const hidden = { "x-ms-visibility": "internal" };
  expect(changes(operation("A", "/a", hidden), operation("B", "/b", hidden))).toEqual([]);
});

test("the payload of a webhook is a result", () => {
  const hook = (properties: object) => ({
    paths: {
      "/hooks": {
        "x-ms-notification-content": { schema: { type: "object", properties } },
        post: { operationId: "OnTicket", "x-ms-trigger": "single", parameters: [], responses: {} },
      },
    },
  });
  expect(changes(hook({ id: text, title: text }), hook({ id: text }))).toEqual([
    "outputDeleted operation/OnTicket/x-ms-notification-content/schema/title",
  ]);
});

test("a result that comes with another code stays", () => {
  const gives = (code: string) =>
    operation("A", "/a", {
      responses: {
        [code]: { description: "OK", schema: { type: "object", properties: { id: text } } },
      },
    });
  expect(changes(gives("200"), gives("201"))).toEqual([]);
  expect(
    changes(gives("200"), operation("A", "/a", { responses: { 204: { description: "Done" } } })),
  ).toEqual(["outputDeleted operation/A/responses/200/schema"]);
});

test("connection parameters become one of several ways to connect", () => {
  const single = { properties: { connectionParameters: { key: { type: "securestring" } } } };
  const several = {
    properties: {
      connectionParameterSets: {
        values: [
          { name: "key", parameters: { key: { type: "securestring" } } },
          { name: "oauth", parameters: { token: { type: "oauthSetting" } } },
        ],
      },
    },
  };
  const file = "apiProperties.json";
  expect(changes(single, several, file)).toEqual([]);
  const [, ...rest] = several.properties.connectionParameterSets.values;
  expect(
    changes(several, { properties: { connectionParameterSets: { values: rest } } }, file),
  ).toEqual(["authenticationRemoved connectionParameterSets/key"]);
});

test.each([
  {},
  { paths: 1 },
  { paths: { "/a": { get: { operationId: 1, parameters: 1, responses: [] } } } },
  { definitions: { Ticket: [] } },
])("%j is compared with anything", (odd) => {
  const ticket = withTicket({ type: "object", properties: { constructor: text, __proto__: text } });
  expect(() => [changes(odd, ticket), changes(ticket, odd), changes(odd, odd)]).not.toThrow();
});
