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
  typeOfInput,
  unmetExpectations,
} from "../connector/dynamicReference.js";
import type { JsonObject } from "../connector/values.js";
import { ownUnmetExpectations, proposedPath } from "../rulesets/resultPath.js";

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

describe("what is taken from the item that is opened", () => {
  const item = { type: "object", properties: { id: { type: "string" } } };
  const result = { properties: { value: { type: "array", items: item } } };

  test("in a tree, with the title of what is chosen", () => {
    const call = {
      operationId: "ListQueues",
      itemsPath: "value",
      itemValuePath: "id",
      itemFullTitlePath: "path",
      parameters: { folder: { selectedItemValuePath: "key" } },
    };
    const tree = { "x-ms-dynamic-tree": { open: call, browse: call } };
    const told = withExtensions(tree, {}, result).dynamicReferences.map((reference) =>
      unmetExpectations(reference).map(({ expectation }) => expectation.key),
    );
    // Nothing is opened yet when the root is listed.
    expect(told).toEqual([["itemFullTitlePath"], ["itemFullTitlePath", "selectedItemValuePath"]]);
  });

  test("in a file picker, of which shared paths are told once", () => {
    const picker = {
      open: { operationId: "ListQueues" },
      browse: { operationId: "ListQueues", parameters: { folder: { "value-property": "key" } } },
      "value-collection": "value",
      "value-title": "name",
      "value-folder-property": "id",
      "value-media-property": "media",
    };
    const root = { "x-ms-capabilities": { "file-picker": picker } };
    const told = withExtensions({}, root, result).dynamicReferences.map((reference) =>
      ownUnmetExpectations(reference).map(({ expectation }) => expectation.key),
    );
    expect(told).toEqual([["value-title"], ["value-property"]]);
  });
});

describe("the path that was probably meant", () => {
  const text = { type: "string" };
  const object = (properties: JsonObject) => ({ type: "object", properties });
  const list = (properties: JsonObject) => ({ type: "array", items: object(properties) });
  const proposals = (value: JsonObject, result: unknown, kind = "x-ms-dynamic-values") =>
    withExtensions(
      { [kind]: { operationId: "ListQueues", ...value } },
      {},
      result,
    ).dynamicReferences.flatMap((reference) =>
      unmetExpectations(reference).map((unmet) => proposedPath(reference, unmet)),
    );

  const pages = object({
    data: object({ queues: list({ id: text, names: object({ title: text }) }), ids: list({}) }),
  });
  test.each([
    ["another case", { "value-collection": "Data/Queues", "value-path": "id" }, "data/queues"],
    ["one level deeper", { "value-collection": "queues", "value-path": "id" }, "data/queues"],
    [
      "one level too deep",
      { "value-collection": "data/queues/id", "value-path": "id" },
      "data/queues",
    ],
    ["dots instead of slashes", { "value-collection": "data.queues" }, "data/queues"],
    ["misspelt", { "value-collection": "data/queus", "value-path": "id" }, "data/queues"],
    ["the array not told of", { "value-path": "id" }, "data/queues"],
    [
      "a value deeper in an item",
      { "value-collection": "data/queues", "value-path": "title" },
      "names/title",
    ],
    [
      "a path from the result instead of the item",
      { "value-collection": "data/queues", "value-path": "data/queues/id" },
      "id",
    ],
    // The items of what it may mean have no such value.
    ["a fault that another would follow", { "value-path": "key" }, undefined],
    ["nothing near", { "value-collection": "data/queues", "value-path": "colour" }, undefined],
  ])("%s", (_, value, expected) => {
    expect(proposals(value, pages)).toEqual([expected]);
  });

  test("nothing where two are as good", () => {
    const result = object({ a: object({ list: list({}) }), b: object({ list: list({}) }) });
    expect(proposals({ "value-collection": "list" }, result)).toEqual([undefined]);
  });

  test("no properties of a schema instead of the schema", () => {
    const result = object({ schemas: object({ properties: { type: "object" } }) });
    const kind = "x-ms-dynamic-schema";
    expect(proposals({ "value-path": "schema" }, result, kind)).toEqual(["schemas"]);
    expect(proposals({ "value-path": "properties" }, result, kind)).toEqual(["schemas/properties"]);
  });

  test("a schema that holds itself ends", () => {
    const result = { $ref: "#/definitions/Node" };
    const Node = object({ child: { $ref: "#/definitions/Node" }, id: text });
    const definition = withExtensions(
      { "x-ms-dynamic-schema": { operationId: "ListQueues", "value-path": "schema" } },
      { definitions: { Node } },
      result,
    );
    const [reference] = definition.dynamicReferences;
    const [unmet] = unmetExpectations(reference!);
    expect(proposedPath(reference!, unmet!)).toBeUndefined();
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

describe("inputs in arrays, parts and shared places", () => {
  const text = { type: "string" };
  const definition = new ApiDefinition({
    paths: {
      "/orders": {
        post: {
          operationId: "CreateOrder",
          parameters: [
            { name: "order", in: "body", required: true, schema: { $ref: "#/definitions/Order" } },
          ],
        },
        put: {
          operationId: "ReplaceOrders",
          parameters: [
            {
              name: "orders",
              in: "body",
              schema: { type: "array", items: { $ref: "#/definitions/Order" } },
            },
          ],
        },
      },
    },
    definitions: {
      Order: {
        allOf: [{ $ref: "#/definitions/Named" }],
        required: ["lines"],
        properties: {
          lines: {
            type: "array",
            items: {
              type: "object",
              required: ["product"],
              properties: {
                product: { allOf: [{ $ref: "#/definitions/Number" }] },
                items: text,
                hidden: { $ref: "#/definitions/Hidden" },
              },
            },
          },
          grid: { type: "array", items: { type: "array", items: { properties: { x: text } } } },
          ring: { $ref: "#/definitions/Ring" },
          secret: {
            "x-ms-visibility": "internal",
            type: "array",
            items: { properties: { x: {} } },
          },
        },
      },
      Named: { type: "object", properties: { name: text } },
      Number: { type: "integer" },
      Hidden: { type: "object", "x-ms-visibility": "internal", properties: { key: text } },
      Ring: { type: "array", items: { $ref: "#/definitions/Ring" } },
    },
  });
  const inputs = (operation: string, name: string) =>
    findInputs(definition.operationsById(operation)[0]!, name, true);

  test.each([
    ["order/lines/product", "order/lines/product"],
    ["order/lines/items/product", "missing"],
    ["order/lines/items", "order/lines/items"],
    ["order/lines/[*]/product", "order/lines/product"],
    ["order/lines/*/product", "order/lines/product"],
    ["order/lines/0/product", "order/lines/product"],
    ["order/lines/colour", "missing"],
    ["order/grid/x", "order/grid/x"],
    ["order/grid/items/items/x", "order/grid/x"],
    ["order/grid/y", "missing"],
    ["order/ring/x", "missing"],
    ["order/name", "order/name"],
    ["order/name/0", "missing"],
  ])("%s", (name, expected) => {
    const found = inputs("CreateOrder", name);
    expect(typeof found === "string" ? found : fullName(found.found[0]!)).toBe(expected);
  });

  test("a body that is a list", () => {
    const found = inputs("ReplaceOrders", "orders/name");
    expect(typeof found === "string" ? found : fullName(found.found[0]!)).toBe("orders/name");
    expect(inputs("ReplaceOrders", "orders/title")).toBe("unknown");
  });

  test("what is said of them", () => {
    const told = (name: string) => {
      const found = inputs("CreateOrder", name);
      const [input] = typeof found === "string" ? [] : found.found;
      return [typeOfInput(input!), isRequiredInput(input!), isInternalInput(input!)];
    };
    expect(told("order/lines/product")).toEqual(["integer", true, false]);
    expect(told("order/lines/hidden/key")).toEqual(["string", false, true]);
    expect(told("order/lines/hidden")).toEqual(["object", false, true]);
    expect(told("order/secret/x")).toEqual([undefined, false, true]);
    expect(told("order/name")).toEqual(["string", false, false]);
    expect(told("order")).toEqual(["object", true, false]);
  });

  test("the payload of a webhook depends on what the trigger takes, not on what removes it", () => {
    const { dynamicReferences } = new ApiDefinition({
      paths: {
        "/hooks": {
          "x-ms-notification-content": { schema: { "x-ms-dynamic-schema": { operationId: "X" } } },
          post: { operationId: "WhenTicketCreated", "x-ms-trigger": "single" },
          delete: { operationId: "DeleteHook" },
        },
      },
    });
    expect(dynamicReferences[0]!.sources.map(({ id }) => id)).toEqual(["WhenTicketCreated"]);
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
