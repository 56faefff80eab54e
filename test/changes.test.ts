import { describe, expect, test } from "vitest";
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
    "outputDeleted operation/Get/responses/200/schema/title +1",
    "inputDeleted operation/Add/parameter/body/schema/title",
  ]);
});

test("operations that only use the same definition have not changed", () => {
  const list = { type: "object", properties: { value: { type: "array", items: text } } };
  const ticket = { type: "object", properties: { id: text } };
  const old = withTicket(ticket, { List: list });
  const gives = (definition: ReturnType<typeof withTicket>, path: string, name: string) => {
    const schema = { $ref: `#/definitions/${name}` };
    const responses = { 200: { description: "OK", schema } };
    const paths = {
      ...definition.paths,
      [path]: { get: { operationId: path.slice(1), responses } },
    };
    return { ...definition, paths };
  };
  // Another definition for one operation.
  expect(changes(gives(old, "/Find", "List"), gives(old, "/Find", "Ticket"))).toEqual([
    "outputDeleted operation/Find/responses/200/schema/value",
  ]);
  // An operation that is new.
  const shorter = withTicket({ type: "object", properties: {} });
  expect(changes(old, gives(shorter, "/Find", "Ticket"))).toEqual([
    "outputDeleted operation/Get/responses/200/schema/id +1",
    "inputDeleted operation/Add/parameter/body/schema/id",
  ]);
});

test("what operations of a path share is told once for all of them", () => {
  const withId = (type: string) => ({
    paths: {
      "/a/{id}": {
        parameters: [{ name: "id", in: "path", required: true, type }],
        get: { operationId: "Get" },
        delete: { operationId: "Delete" },
      },
    },
  });
  expect(changes(withId("integer"), withId("string"))).toEqual([
    "inputTypeChanged operation/Get/parameter/id/type +1",
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
    "inputEnumAdded operation/Add/parameter/body/schema/tags/items/enum",
  ]);
  expect(changes(list(text), withTicket({ type: "object", properties: { tags: text } }))).toEqual([
    "outputTypeChanged operation/Get/responses/200/schema/tags/type +1",
    "inputTypeChanged operation/Add/parameter/body/schema/tags/type",
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

/** An operation with one parameter. */
const withInput = (parameter: object) =>
  operation("A", "/a/{x}", { parameters: [{ name: "x", in: "query", ...parameter }] });

test.each([
  ["a wider integer", { type: "integer", format: "int32" }, { type: "integer", format: "int64" }],
  ["a wider number", { type: "number", format: "float" }, { type: "number", format: "double" }],
  ["any number", { type: "integer", format: "int32" }, { type: "number", format: "double" }],
  ["a format that is empty", { type: "string", format: "" }, { type: "string", format: "date" }],
  ["a type that was none", { type: "int" }, { type: "integer" }],
  ["a place that was none", { in: "querry" }, { in: "query" }],
  ["a path that always had it", { in: "path" }, { in: "path", required: true }],
  ["no list of values for an empty one", { type: "string", enum: [] }, { type: "string" }],
  ["a default in another order", { default: { from: 1, to: 2 } }, { default: { to: 2, from: 1 } }],
  [
    "the same call in another way",
    { "x-ms-dynamic-list": { operationId: "A", parameters: {}, itemValuePath: "id" } },
    { "x-ms-dynamic-list": { itemValuePath: "id", operationId: "A" } },
  ],
  [
    "the same value for a call",
    { "x-ms-dynamic-values": { operationId: "A", parameters: { limit: "100" } } },
    { "x-ms-dynamic-values": { operationId: "A", parameters: { limit: 100 } } },
  ],
])("an input may get %s", (_, old, now) => {
  expect(changes(withInput(old), withInput(now))).toEqual([]);
});

test.each([
  ["narrower", { type: "integer", format: "int64" }, { type: "integer", format: "int32" }],
  ["other", { type: "string", format: "date" }, { type: "string", format: "date-time" }],
])("an input may not get a %s format", (_, old, now) => {
  expect(changes(withInput(old), withInput(now))).toEqual([
    "inputTypeChanged operation/A/parameter/x/format",
  ]);
});

test("a result may lose an empty format", () => {
  const of = (format: object) =>
    withTicket({ type: "object", properties: { id: { ...text, ...format } } });
  expect(changes(of({ format: "" }), of({}))).toEqual([]);
});

test("the address that the platform fills in may be hidden", () => {
  const hook = (more: object, isAddress = true) => {
    const url = { type: "string", "x-ms-notification-url": isAddress, ...more };
    const schema = { type: "object", properties: { url } };
    return operation("A", "/a", { parameters: [{ name: "body", in: "body", schema }] });
  };
  const hidden = { "x-ms-visibility": "internal" };
  expect(changes(hook({}), hook(hidden))).toEqual([]);
  expect(changes(hook({}, false), hook(hidden))).toEqual([
    "inputHidden operation/A/parameter/body/schema/url/x-ms-visibility",
  ]);
});

test("a trigger that was written with other capitals stays", () => {
  const of = (trigger: string) => operation("A", "/a", { "x-ms-trigger": trigger });
  expect(changes(of("Batch"), of("batch"))).toEqual([]);
  expect(changes(of("batch"), of("single"))).toEqual(["triggerChanged operation/A/x-ms-trigger"]);
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

/** All changes, each as its path and what became of it. */
function told(old: object, now: object, file = name): string[] {
  const [before, after] = [old, now].map((value) =>
    connectorOf([{ name: file, text: JSON.stringify(value) }]),
  );
  return changesOf(after!.since(before!)).map(({ path, what, did }) => `${path}: ${what} ${did}`);
}

test.each([
  ["info", { title: "A" }, { title: "B" }, 'info/title: the connector has another "title"'],
  ["schemes", undefined, ["https"], 'schemes: the connector has "schemes" now'],
  ["security", [], undefined, 'security: the connector has no "security" any more'],
  [
    "x-ms-capabilities",
    {},
    { a: 1 },
    'x-ms-capabilities: the connector has another "x-ms-capabilities"',
  ],
])("another %s of the definition is told", (key, old, now, expected) => {
  expect(told({ [key]: old }, { [key]: now })).toEqual([expected]);
  expect(told({ [key]: now }, { [key]: now })).toEqual([]);
});

test.each([
  [{ maximum: 100 }, { maximum: 10 }, "maximum", 'has the "maximum" 10 instead of 100'],
  [{}, { pattern: "^a" }, "pattern", 'has "pattern" now'],
  [{ maxLength: 3 }, {}, "maxLength", 'has no "maxLength" any more'],
  [{}, { format: "date" }, "format", 'has "format" now'],
  [{ type: "integer" }, { type: "number" }, "type", "takes every number now"],
  [{}, { "x-ms-dynamic-list": {} }, "x-ms-dynamic-list", 'has "x-ms-dynamic-list" now'],
])("an input from %j to %j is told", (old, now, key, did) => {
  expect(told(withInput(old), withInput(now))).toEqual([
    `operation/A/parameter/x/${key}: the query parameter "x" of "A" ${did}`,
  ]);
});

test("another code, and a result that is hidden, are told", () => {
  const gives = (code: string, more: object = {}) =>
    operation("A", "/a", {
      responses: {
        [code]: { schema: { type: "object", properties: { id: { ...text, ...more } } } },
      },
    });
  expect(told(gives("201"), gives("202"))).toEqual([
    'operation/A/responses/201: the response 201 of "A" was removed',
    'operation/A/responses/202: the response 202 of "A" was added',
  ]);
  expect(told(gives("200"), gives("200", { "x-ms-visibility": "internal" }))).toEqual([
    'operation/A/responses/200/schema/id/x-ms-visibility: the property "id" in the result of "A" is shown in another way',
  ]);
});

test("items of a list that is a parameter", () => {
  const list = (type: string) => withInput({ type: "array", items: { type } });
  expect(changes(list("integer"), list("string"))).toEqual([
    "inputTypeChanged operation/A/parameter/x/items/type",
  ]);
});

test("the address and the ways to authenticate", () => {
  const old = { host: "contoso.com", basePath: "/v1" };
  expect(changes(old, { host: "Contoso.com", basePath: "/v1/" })).toEqual([]);
  expect(changes({ ...old, host: "https://contoso.com/v1" }, old)).toEqual([]);
  expect(changes(old, { host: "api.contoso.com" })).toEqual([
    "addressChanged host",
    "addressChanged basePath",
  ]);
  const by = (...schemes: object[]) => ({ securityDefinitions: { ...schemes } });
  const key = { type: "apiKey", in: "header", name: "x-key" };
  expect(changes(by(key), by({ type: "basic" }, { ...key, name: "X-Key: " }))).toEqual([]);
  expect(changes(by(key), by({ type: "basic" }))).toEqual(["securityChanged securityDefinitions"]);
  expect(changes(by(key), by({ ...key, name: "key" }))).toEqual([
    "securityChanged securityDefinitions",
  ]);
});

test("members of the properties are told, and policies by their titles", () => {
  const policy = (title: string, value: string) => ({
    title,
    templateId: "setheader",
    parameters: { "x-ms-apimTemplateParameter.value": value },
  });
  const of = (color: string, ...policyTemplateInstances: object[]) => ({
    properties: { iconBrandColor: color, policyTemplateInstances },
  });
  const [a, b, c] = [policy("A", "1"), policy("B", "1"), policy("C", "1")];
  expect(
    told(of("#111111", a, b), of("#222222", b, policy("A", "2"), c), "apiProperties.json"),
  ).toEqual([
    'policyTemplateInstances: the policy "A" does something else',
    'policyTemplateInstances: the policy "C" was added',
    'iconBrandColor: the connector has another "iconBrandColor"',
  ]);
  expect(told(of("#111111", a), of("#111111"), "apiProperties.json")).toEqual([
    'policyTemplateInstances: the policy "A" was removed',
  ]);
});

describe("connection parameters", () => {
  const file = "apiProperties.json";
  const withKey = (key: object, more: object = {}) => ({
    properties: { connectionParameters: { key, ...more } },
  });
  const constraints = (constraints: object) => ({ uiDefinition: { constraints } });

  test.each([
    ["in other capitals", "oAuthSetting", "oauthSetting", []],
    ["that was none", "secret", "securestring", []],
    ["of another value", "string", "securestring", ["connectionParameterTypeChanged"]],
    ["of another sign-in", "securestring", "oauthSetting", ["authenticationRemoved"]],
  ])("a type %s", (_, old, now, kinds) => {
    const found = changes(withKey({ type: old }), withKey({ type: now }), file);
    expect(found).toEqual(kinds.map((kind) => `${kind} connectionParameters/key/type`));
  });

  test.each([
    ["new", {}, { type: "string", ...constraints({ required: "true" }) }, true],
    [
      "new, with a default",
      {},
      { type: "string", defaultValue: "eu", ...constraints({ required: "true" }) },
      false,
    ],
    [
      "new and hidden",
      {},
      { type: "string", ...constraints({ required: "true", hidden: "true" }) },
      false,
    ],
    ["new and optional", {}, { type: "string" }, false],
    ["a new sign-in", {}, { type: "oauthSetting" }, true],
    [
      "not optional any more",
      { type: "string" },
      { type: "string", ...constraints({ required: true }) },
      true,
    ],
    [
      "required as before",
      { type: "string", ...constraints({ required: "true" }) },
      { type: "string", ...constraints({ required: true }) },
      false,
    ],
  ])("one that is %s", (_, old, now, isBreak) => {
    const key = { type: "securestring" };
    const before = withKey(key, Object.keys(old).length > 0 ? { region: old } : {});
    expect(changes(before, withKey(key, { region: now }), file)).toEqual(
      isBreak
        ? [expect.stringMatching(/^connectionParameterRequired connectionParameters\/region/)]
        : [],
    );
  });
});

test.each([
  {},
  { paths: 1 },
  { paths: { "/a": { get: { operationId: 1, parameters: 1, responses: [] } } } },
  { definitions: { Ticket: [] } },
  {
    properties: {
      connectionParameters: { a: 1 },
      connectionParameterSets: { values: [1] },
      policyTemplateInstances: [{}, 1],
    },
  },
])("%j is compared with anything", (odd) => {
  const ticket = withTicket({ type: "object", properties: { constructor: text, __proto__: text } });
  for (const file of [name, "apiProperties.json"])
    expect(() => [
      changes(odd, ticket, file),
      changes(ticket, odd, file),
      changes(odd, odd, file),
    ]).not.toThrow();
});
