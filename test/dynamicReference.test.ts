import { describe, expect, test } from "vitest";
import { ApiDefinition } from "../connector/apiDefinition.js";
import {
  declarationOf,
  findByPath,
  findInputs,
  fullName,
  isArray,
  isInternalInput,
  isOpen,
  isRequiredInput,
  unmetExpectations,
} from "../connector/dynamicReference.js";
import type { JsonObject } from "../connector/values.js";

/** The parameter `queue` of `ListTickets` carries the extensions; `ListQueues` returns `result`. */
function withExtensions(
  extensions: JsonObject,
  root: JsonObject = {},
  result?: unknown,
): ApiDefinition {
  return new ApiDefinition({
    paths: {
      "/tickets": {
        get: {
          operationId: "ListTickets",
          parameters: [{ name: "queue", in: "query", type: "string", ...extensions }],
        },
      },
      "/queues": { get: { operationId: "ListQueues", responses: { 200: { schema: result } } } },
    },
    ...root,
  });
}

/** The schemas of a definition's `definitions`, and what a path finds from one of them. */
function withSchemas(definitions: JsonObject) {
  const definition = new ApiDefinition({ definitions });
  const at = (name: string) => definition.schemaAt(`/definitions/${name}`);
  return {
    at: (name: string) => at(name)!,
    find: (name: string, path: string) => {
      const found = findByPath(at(name), path);
      return typeof found === "string" ? found : found.found.pointer;
    },
  };
}

describe("the places that call an operation", () => {
  const queue = "/paths/~1tickets/get/parameters/0";
  test.each([
    ["x-ms-dynamic-values", undefined, queue],
    ["x-ms-dynamic-list", undefined, queue],
    ["x-ms-dynamic-schema", undefined, queue],
    ["x-ms-dynamic-properties", undefined, queue],
  ])("%s of a parameter", (kind, step, owner) => {
    const [reference] = withExtensions({ [kind]: { operationId: "ListQueues" } }).dynamicReferences;
    expect(reference).toMatchObject({
      kind,
      pointer: `${owner}/${kind}`,
      operationId: "ListQueues",
    });
    expect(reference!.step).toBe(step);
    expect(reference!.target?.id).toBe("ListQueues");
    expect(reference!.sources.map(({ id }) => id)).toEqual(["ListTickets"]);
    expect(reference!.owner?.pointer).toBe(owner);
  });

  test("both calls of x-ms-dynamic-tree", () => {
    const { dynamicReferences } = withExtensions({
      "x-ms-dynamic-tree": {
        open: { operationId: "ListQueues" },
        browse: { operationId: "Nowhere" },
      },
    });
    expect(
      dynamicReferences.map(({ kind, step, pointer, target }) => [kind, step, pointer, target?.id]),
    ).toEqual([
      ["x-ms-dynamic-tree", "open", `${queue}/x-ms-dynamic-tree/open`, "ListQueues"],
      ["x-ms-dynamic-tree", "browse", `${queue}/x-ms-dynamic-tree/browse`, undefined],
    ]);
  });

  test("x-ms-notification and x-ms-operation-context of an operation", () => {
    const { dynamicReferences } = new ApiDefinition({
      paths: {
        "/changes": {
          get: {
            operationId: "WhenTicketsChange",
            "x-ms-notification": { operationId: "Subscribe" },
            "x-ms-operation-context": { simulate: { operationId: "WhenTicketsChange" } },
          },
        },
      },
    });
    expect(
      dynamicReferences.map(({ kind, pointer, sources }) => [kind, pointer, sources[0]?.id]),
    ).toEqual([
      ["x-ms-notification", "/paths/~1changes/get/x-ms-notification", "WhenTicketsChange"],
      [
        "x-ms-operation-context",
        "/paths/~1changes/get/x-ms-operation-context/simulate",
        "WhenTicketsChange",
      ],
    ]);
  });

  test("testConnection and the file picker of the connector", () => {
    const { dynamicReferences } = withExtensions(
      {},
      {
        "x-ms-capabilities": {
          testConnection: { operationId: "ListQueues" },
          "file-picker": {
            open: { operationId: "ListQueues" },
            browse: { operationId: "ListQueues" },
            "value-path": "id",
          },
        },
      },
    );
    expect(dynamicReferences.map(({ kind, step, sources }) => [kind, step, sources])).toEqual([
      ["testConnection", undefined, []],
      ["file-picker", "open", []],
      ["file-picker", "browse", []],
    ]);
    expect(dynamicReferences[1]!.expectations).toContainEqual({
      what: "property",
      key: "value-path",
      path: "id",
      pointer: "/x-ms-capabilities/file-picker/value-path",
      from: "item",
    });
  });

  test("a shared definition once, with every operation that leads to it", () => {
    const body = (operationId: string) => ({
      post: {
        operationId,
        parameters: [{ name: "body", in: "body", schema: { $ref: "#/definitions/Ticket" } }],
      },
    });
    const { dynamicReferences } = new ApiDefinition({
      paths: { "/a": body("CreateA"), "/b": body("CreateB") },
      definitions: {
        Ticket: { properties: { queue: { "x-ms-dynamic-values": { operationId: "X" } } } },
        Unused: { "x-ms-dynamic-values": { operationId: "X" } },
      },
    });
    expect(dynamicReferences.map(({ sources }) => sources.map(({ id }) => id))).toEqual([
      ["CreateA", "CreateB"],
      [],
    ]);
  });

  test("no target when two operations have the id", () => {
    const { dynamicReferences } = withExtensions(
      { "x-ms-dynamic-values": { operationId: "Twice" } },
      {
        paths: {
          "/a": {
            get: {
              operationId: "Twice",
              parameters: [{ in: "query", "x-ms-dynamic-values": { operationId: "Twice" } }],
            },
          },
          "/b": { get: { operationId: "Twice" } },
        },
      },
    );
    expect(dynamicReferences.map(({ target }) => target)).toEqual([undefined]);
  });
});

test("each form of a passed parameter", () => {
  const [reference] = withExtensions({
    "x-ms-dynamic-values": {
      parameters: {
        older: { parameter: "queue" },
        newer: { parameterReference: "body/queue" },
        tree: { selectedItemValuePath: "id" },
        picker: { "value-property": "id" },
        wrapped: { value: 7 },
        plain: "text",
        nothing: null,
        list: [],
        object: { parameter: 7 },
      },
    },
  }).dynamicReferences;
  const at = `${reference!.pointer}/parameters`;
  expect(reference!.parameters.map(({ name, passes }) => [name, passes])).toEqual([
    [
      "older",
      { what: "source", name: "queue", key: "parameter", pointer: `${at}/older/parameter` },
    ],
    [
      "newer",
      {
        what: "source",
        name: "body/queue",
        key: "parameterReference",
        pointer: `${at}/newer/parameterReference`,
      },
    ],
    [
      "tree",
      {
        what: "selectedItem",
        key: "selectedItemValuePath",
        pointer: `${at}/tree/selectedItemValuePath`,
      },
    ],
    [
      "picker",
      { what: "selectedItem", key: "value-property", pointer: `${at}/picker/value-property` },
    ],
    ["wrapped", { what: "literal", value: 7, pointer: `${at}/wrapped/value` }],
    ["plain", { what: "literal", value: "text", pointer: `${at}/plain` }],
    ["nothing", { what: "literal", value: null, pointer: `${at}/nothing` }],
    ["list", { what: "literal", value: [], pointer: `${at}/list` }],
    ["object", { what: "literal", value: { parameter: 7 }, pointer: `${at}/object` }],
  ]);
});

describe("what is expected of the result", () => {
  const expectations = (kind: string, value: JsonObject) =>
    withExtensions({ [kind]: value }).dynamicReferences[0]!.expectations.map(
      ({ what, key, path, from, pointer }) => [what, key, path, from, pointer !== undefined],
    );

  test("the whole result is the array when no path says where it is", () => {
    expect(expectations("x-ms-dynamic-values", { "value-path": "id" })).toEqual([
      ["array", "value-collection", "", "result", false],
      ["property", "value-path", "id", "item", true],
    ]);
  });

  test("the keys of x-ms-dynamic-list", () => {
    const value = { itemsPath: "data/value", itemValuePath: "id", itemTitlePath: "name" };
    expect(expectations("x-ms-dynamic-list", value)).toEqual([
      ["array", "itemsPath", "data/value", "result", true],
      ["property", "itemValuePath", "id", "item", true],
      ["property", "itemTitlePath", "name", "item", true],
    ]);
  });

  test("a schema is not in an item", () => {
    expect(expectations("x-ms-dynamic-schema", { "value-path": "schema" })).toEqual([
      ["property", "value-path", "schema", "result", true],
    ]);
    expect(expectations("x-ms-dynamic-properties", {})).toEqual([]);
  });

  test("nothing when the path of the array is no text", () => {
    expect(
      expectations("x-ms-dynamic-values", { "value-collection": 7, "value-path": "id" }),
    ).toEqual([]);
  });

  /** What `ListQueues` fails to give to `x-ms-dynamic-values` when it returns `result`. */
  const unmet = (value: JsonObject, result: unknown) => {
    const [reference] = withExtensions(
      { "x-ms-dynamic-values": { operationId: "ListQueues", ...value } },
      {},
      result,
    ).dynamicReferences;
    return unmetExpectations(reference!).map(({ expectation, problem, reached }) => [
      expectation.key,
      problem,
      reached.join("/"),
    ]);
  };
  const item = { type: "object", properties: { id: { type: "string" } } };
  const list = { type: "array", items: item };

  test.each([
    ["an array", {}, list, []],
    ["an object instead of an array", {}, item, [["value-collection", "notArray", ""]]],
    [
      "an array deeper down",
      { "value-collection": "data/value", "value-path": "id" },
      { properties: { data: { properties: { value: list } } } },
      [],
    ],
    [
      "no such array",
      { "value-collection": "data/values", "value-path": "key" },
      { properties: { data: { properties: { value: list } } } },
      [["value-collection", "missing", "data"]],
    ],
    ["no such property", { "value-path": "key" }, list, [["value-path", "missing", ""]]],
    ["a property of a text", { "value-path": "id/key" }, list, [["value-path", "missing", "id"]]],
    [
      "items that are texts",
      { "value-path": "" },
      { type: "array", items: { type: "string" } },
      [],
    ],
    ["items of which nothing is told", { "value-path": "id" }, { type: "array" }, []],
    ["an object of which nothing is told", { "value-path": "id" }, { type: "object" }, []],
    ["no type", {}, {}, []],
    ["no schema", { "value-path": "id" }, undefined, []],
    ["a dynamic object", {}, { type: "object", "x-ms-dynamic-schema": {} }, []],
  ] as const)("%s", (_, value, schema, expected) => {
    expect(unmet(value, schema)).toEqual(expected);
  });
});

describe("a path through a schema", () => {
  const { find, at } = withSchemas({
    Ticket: {
      type: "object",
      properties: {
        owner: { $ref: "#/definitions/Person" },
        "a/b": { type: "string" },
        labels: { type: "object", additionalProperties: { type: "string" } },
        fields: { type: "object", "x-ms-dynamic-schema": { operationId: "GetFields" } },
        lost: { $ref: "#/definitions/Nowhere" },
        anything: {},
      },
    },
    Person: {
      allOf: [
        { $ref: "#/definitions/Named" },
        { type: "object", properties: { manager: { $ref: "#/definitions/Person" } } },
      ],
    },
    Named: { type: "object", properties: { name: { type: "string" } } },
    Extended: { allOf: [{ $ref: "#/definitions/Named" }, { $ref: "#/definitions/Nowhere" }] },
    Either: { properties: { a: {} }, anyOf: [{ properties: { b: {} } }] },
    Loop: { $ref: "#/definitions/Back" },
    Back: { $ref: "#/definitions/Loop" },
    Ring: { allOf: [{ $ref: "#/definitions/Ring" }], properties: { name: { type: "string" } } },
    List: { type: "array", items: { $ref: "#/definitions/Named" } },
    Closed: { type: "object", properties: { id: {} }, additionalProperties: false },
    OpenToo: { type: "object", properties: { id: {} }, additionalProperties: true },
  });

  test.each([
    ["Ticket", "", "/definitions/Ticket"],
    ["Ticket", "owner", "/definitions/Person"],
    ["Ticket", "owner/name", "/definitions/Named/properties/name"],
    ["Ticket", "owner/manager/manager/name", "/definitions/Named/properties/name"],
    ["Ticket", "/owner", "/definitions/Person"],
    ["Ticket", "title", "missing"],
    ["Ticket", "owner/title", "missing"],
    ["Ticket", "owner/name/first", "missing"],
    ["Ticket", "constructor", "missing"],
    ["Ticket", "labels/blue", "unknown"],
    ["Ticket", "fields/priority", "unknown"],
    ["Ticket", "lost", "unknown"],
    ["Ticket", "lost/name", "unknown"],
    ["Ticket", "anything/name", "unknown"],
    ["Extended", "name", "/definitions/Named/properties/name"],
    ["Extended", "title", "unknown"],
    ["Either", "b", "unknown"],
    ["Loop", "name", "unknown"],
    ["Loop", "", "unknown"],
    ["Ring", "name", "/definitions/Ring/properties/name"],
    ["Ring", "title", "missing"],
    ["List", "name", "missing"],
    ["Closed", "name", "missing"],
    ["OpenToo", "name", "unknown"],
    ["Nowhere", "name", "unknown"],
  ])("%s: %s", (name, path, expected) => {
    expect(find(name, path)).toBe(expected);
  });

  test("what is open", () => {
    const open = ["Ticket", "Person", "Extended", "Either", "Loop", "List", "Closed", "OpenToo"];
    expect(open.filter((name) => isOpen(at(name)))).toEqual([
      "Extended",
      "Either",
      "Loop",
      "OpenToo",
    ]);
  });

  test("what is an array", () => {
    expect(isArray(at("List"))).toBe(true);
    expect(isArray(at("Named"))).toBe(false);
    expect(isArray(at("Loop"))).toBe("unknown");
  });
});

describe("what a name means among the inputs of an operation", () => {
  const definition = new ApiDefinition({
    paths: {
      "/tickets": {
        parameters: [{ name: "desk", in: "header", type: "string", required: true, default: "a" }],
        post: {
          operationId: "CreateTicket",
          parameters: [
            { name: "queue", in: "query", type: "string" },
            { $ref: "#/parameters/Ticket" },
          ],
        },
        get: {
          operationId: "SearchTickets",
          parameters: [{ name: "filter", in: "body", schema: { type: "object" } }],
        },
        put: {
          operationId: "ReplaceTickets",
          parameters: [
            { name: "list", in: "body", schema: { type: "array", items: { type: "object" } } },
          ],
        },
      },
    },
    parameters: {
      Ticket: {
        name: "ticket",
        in: "body",
        required: true,
        schema: { $ref: "#/definitions/Ticket" },
      },
    },
    definitions: {
      Ticket: {
        type: "object",
        required: ["owner"],
        properties: {
          owner: {
            type: "object",
            required: ["id"],
            properties: { id: { type: "string", default: "me" }, name: { type: "string" } },
          },
          queue: { type: "string", "x-ms-visibility": "internal" },
          "a.b": { type: "string" },
        },
      },
    },
  });
  const inputs = (operation: string, name: string, fullNames?: boolean) =>
    findInputs(definition.operationsById(operation)[0]!, name, fullNames);
  const names = (operation: string, name: string, fullNames?: boolean) => {
    const found = inputs(operation, name, fullNames);
    return typeof found === "string" ? found : found.found.map(fullName);
  };

  test.each([
    ["CreateTicket", "desk", false, ["desk"]],
    ["CreateTicket", "desk", true, ["desk"]],
    ["CreateTicket", "ticket", true, ["ticket"]],
    ["CreateTicket", "owner", false, ["ticket/owner"]],
    ["CreateTicket", "owner", true, "missing"],
    ["CreateTicket", "owner.id", false, ["ticket/owner/id"]],
    ["CreateTicket", "owner/id", false, ["ticket/owner/id"]],
    ["CreateTicket", "ticket/owner/id", false, ["ticket/owner/id"]],
    ["CreateTicket", "ticket/owner/id", true, ["ticket/owner/id"]],
    ["CreateTicket", "body/owner", true, "missing"],
    ["CreateTicket", "a.b", false, ["ticket/a.b"]],
    ["CreateTicket", "queue", false, ["queue", "ticket/queue"]],
    ["CreateTicket", "queue", true, ["queue"]],
    ["CreateTicket", "Desk", false, "missing"],
    ["CreateTicket", "", false, "missing"],
    ["SearchTickets", "anything", false, "unknown"],
    ["SearchTickets", "anything", true, "missing"],
    ["SearchTickets", "filter/anything", true, "unknown"],
    ["SearchTickets", "desk", false, ["desk"]],
    ["ReplaceTickets", "anything", false, "unknown"],
  ])("%s: %s", (operation, name, fullNames, expected) => {
    expect(names(operation, name, fullNames)).toEqual(expected);
  });

  test("whether it is required, internal and has a default", () => {
    const told = (name: string) => {
      const found = inputs("CreateTicket", name, true);
      const [input] = typeof found === "string" ? [] : found.found;
      return [isRequiredInput(input!), isInternalInput(input!), declarationOf(input!)?.default];
    };
    expect(told("desk")).toEqual([true, false, "a"]);
    expect(told("queue")).toEqual([false, false, undefined]);
    expect(told("ticket/owner/id")).toEqual([true, false, "me"]);
    expect(told("ticket/owner/name")).toEqual([false, false, undefined]);
    expect(told("ticket/queue")).toEqual([false, true, undefined]);
  });
});

describe("wrong types", () => {
  const wrong = [null, true, 7, "text", [], [null], {}, { operationId: 7, parameters: [] }];
  test.each([
    "x-ms-dynamic-values",
    "x-ms-dynamic-list",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-properties",
    "x-ms-dynamic-tree",
  ])("%s", (kind) => {
    for (const value of wrong) {
      const references = withExtensions({ [kind]: value }).dynamicReferences;
      for (const reference of references) {
        expect(reference.operationId).toBeUndefined();
        expect(unmetExpectations(reference)).toEqual([]);
      }
    }
  });

  test("of the connector's capabilities and of an operation's extensions", () => {
    for (const value of wrong) {
      const root = { "x-ms-capabilities": { testConnection: value, "file-picker": value } };
      expect(() => withExtensions({}, root).dynamicReferences).not.toThrow();
      expect(
        () => withExtensions({}, { "x-ms-capabilities": value }).dynamicReferences,
      ).not.toThrow();
      const operation = { "x-ms-notification": value, "x-ms-operation-context": value };
      const definition = new ApiDefinition({ paths: { "/a": { get: operation } } });
      expect(() => definition.dynamicReferences).not.toThrow();
    }
  });
});
