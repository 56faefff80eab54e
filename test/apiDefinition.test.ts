import { describe, expect, test } from "vitest";
import { ApiDefinition, type Operation } from "../connector/apiDefinition.js";
import { Connector, ConnectorFile } from "../connector/connector.js";
import { isObject } from "../connector/values.js";
import { rules } from "../rulesets/index.js";
import { nodeKinds } from "../rulesets/nodes.js";

/** A definition with these paths, and the operation with the id `Get` in it. */
function read(
  paths: unknown,
  rest: object = {},
): { definition: ApiDefinition; operation: Operation } {
  const definition = new ApiDefinition({ swagger: "2.0", paths, ...rest });
  return { definition, operation: definition.operationsById("Get")[0]! };
}

const query = (name: string, more: object = {}) => ({ name, in: "query", type: "string", ...more });

describe("operations", () => {
  test("stand in the order of the file; unknown methods and extensions are left out", () => {
    const { definition } = read({
      "/b": { post: { operationId: "B1" }, get: { operationId: "B2" }, GET: {}, "x-get": {} },
      "x-order": { get: { operationId: "No" } },
      "/a": { parameters: [], head: { operationId: "A" } },
    });
    expect(definition.operations.map(({ id, pointer }) => [id, pointer])).toEqual([
      ["B1", "/paths/~1b/post"],
      ["B2", "/paths/~1b/get"],
      ["A", "/paths/~1a/head"],
    ]);
  });

  test("are found by id, exactly or ignoring case", () => {
    const { definition } = read({
      "/a": { get: { operationId: "Get" }, put: { operationId: "GET" } },
    });
    expect(definition.operationsById("Get").map(({ method }) => method)).toEqual(["get"]);
    expect(definition.operationsIgnoringCase("gEt").map(({ method }) => method)).toEqual([
      "get",
      "put",
    ]);
    expect(definition.operationsById("toString")).toEqual([]);
  });

  test("are called by their id, else by method and path", () => {
    const { definition } = read({
      "/a": { get: { operationId: "Get" }, put: { operationId: 5 }, post: { operationId: "" } },
    });
    expect(definition.operations.map(({ label }) => label)).toEqual(['"Get"', "PUT /a", "POST /a"]);
  });

  test.each([
    ["important", "important", false],
    ["internal", "internal", true],
    ["Internal", undefined, false],
    ["", undefined, false],
    [true, undefined, false],
  ])("with the visibility %j", (written, visibility, isInternal) => {
    const { operation } = read({
      "/a": { get: { operationId: "Get", "x-ms-visibility": written } },
    });
    expect([operation.visibility, operation.isInternal]).toEqual([visibility, isInternal]);
  });

  test.each([
    ["single", "single"],
    ["batch", "batch"],
    ["Single", undefined],
    [["single"], undefined],
  ])("with the trigger %j", (written, trigger) => {
    const { operation } = read({ "/a": { get: { operationId: "Get", "x-ms-trigger": written } } });
    expect(operation.trigger).toBe(trigger);
  });

  test.each([
    [
      { family: "Get", revision: 2, status: "Production" },
      { family: "Get", revision: 2, status: "Production" },
    ],
    [{ family: "Get", revision: "2" }, { family: "Get" }],
    ["Get", {}],
    [undefined, {}],
  ])("with the annotation %j", (written, annotation) => {
    const { operation } = read({
      "/a": { get: { operationId: "Get", "x-ms-api-annotation": written } },
    });
    expect(operation.annotation).toEqual(annotation);
  });

  test.each([
    [undefined, undefined, []],
    [["application/json"], undefined, ["application/json"]],
    [["application/json"], ["text/xml"], ["text/xml"]],
    [["application/json"], [], []],
    [["application/json", 5], undefined, ["application/json"]],
    ["application/json", undefined, []],
  ])("with the media types %j at the root and %j of their own", (root, own, inForce) => {
    const { operation } = read(
      { "/a": { get: { operationId: "Get", consumes: own, produces: own } } },
      { consumes: root, produces: root },
    );
    expect(operation.consumes).toEqual(inForce);
    expect(operation.produces).toEqual(inForce);
  });

  test("are named by extensions of any kind, not by data", () => {
    const { definition } = read(
      {
        "/a": {
          get: {
            operationId: "Get",
            "x-ms-openai-data": { operations: [{ operationId: "Get" }] },
            parameters: [query("q", { "x-ms-dynamic-values": { operationId: "Get" } })],
            responses: { 200: { examples: { "application/json": { operationId: "Get" } } } },
          },
        },
      },
      { "x-ms-capabilities": { testConnection: { operationId: "Get" } } },
    );
    expect(definition.operationMentions.get("Get")).toEqual([
      "/paths/~1a/get/x-ms-openai-data/operations/0/operationId",
      "/paths/~1a/get/parameters/0/x-ms-dynamic-values/operationId",
      "/x-ms-capabilities/testConnection/operationId",
    ]);
  });
});

describe("paths", () => {
  test.each([
    ["/a", []],
    ["/a/{id}/{b c}/v{n}-{id}", ["id", "b c", "n", "id"]],
    ["/a/{}", [""]],
    ["/a/{id", []],
    ["/a/{{id}}", ["id"]],
  ])("%s has the variables %j", (path, names) => {
    const { definition } = read({ [path]: {} });
    expect(definition.pathItems[0]!.templateNames).toEqual(names);
  });

  test("may hold the payload of a webhook", () => {
    const { definition } = read({
      "/a": { "x-ms-notification-content": { schema: { type: "object" } } },
      "/b": { "x-ms-notification-content": "no" },
    });
    expect(definition.pathItems.map(({ notificationContent }) => notificationContent)).toEqual([
      { schema: { type: "object" } },
      undefined,
    ]);
    expect(definition.schemas.map(({ pointer, isOutput }) => [pointer, isOutput])).toEqual([
      ["/paths/~1a/x-ms-notification-content/schema", true],
    ]);
  });
});

describe("parameters", () => {
  const places = ({ parameters }: Operation) => parameters.map(({ pointer }) => pointer);

  test("of the path come first, and an own one of the same name and location wins", () => {
    const { operation } = read({
      "/a": {
        parameters: [query("p"), query("q"), { name: "q", in: "header" }],
        get: { operationId: "Get", parameters: [query("r"), query("q")] },
      },
    });
    expect(places(operation)).toEqual([
      "/paths/~1a/parameters/0",
      "/paths/~1a/parameters/2",
      "/paths/~1a/get/parameters/0",
      "/paths/~1a/get/parameters/1",
    ]);
  });

  test("may be shared, over several steps, and are overridden likewise", () => {
    const { operation, definition } = read(
      {
        "/a": {
          parameters: [{ $ref: "#/parameters/Page" }],
          get: {
            operationId: "Get",
            parameters: [{ $ref: "#/parameters/Alias" }, query("q")],
          },
          put: { operationId: "Put" },
        },
      },
      {
        parameters: {
          Page: query("page"),
          Alias: { $ref: "#/parameters/Other~1Page" },
          "Other/Page": query("page"),
        },
      },
    );
    expect(places(operation)).toEqual(["/parameters/Other~1Page", "/paths/~1a/get/parameters/1"]);
    expect(operation.effectiveParameters.map(({ pointer }) => pointer)).toEqual([
      "/paths/~1a/get/parameters/0",
      "/paths/~1a/get/parameters/1",
    ]);
    expect(places(definition.operationsById("Put")[0]!)).toEqual(["/parameters/Page"]);
    expect(operation.ownParameters.map(({ name }) => name)).toEqual(["q"]);
  });

  test.each([
    ["a chain without end", "#/parameters/Loop"],
    ["another file", "common.json#/parameters/Page"],
    ["nothing", "#/parameters/Missing"],
    ["another section", "#/definitions/Page"],
    ["no pointer", "Page"],
    ["broken escapes", "#/parameters/%E0%A4%A"],
  ])("are not known where a reference leads to %s", (_, $ref) => {
    const { operation } = read(
      { "/a": { get: { operationId: "Get", parameters: [{ $ref }, query("q")] } } },
      {
        parameters: {
          Page: query("page"),
          Loop: { $ref: "#/parameters/Back" },
          Back: { $ref: "#/parameters/Loop" },
        },
        definitions: { Page: { type: "string" } },
      },
    );
    expect(places(operation)).toEqual(["/paths/~1a/get/parameters/1"]);
    expect(operation.hasUnknownParameters).toBe(true);
  });

  test("without a name override nothing", () => {
    const { operation } = read({
      "/a": {
        parameters: [{ in: "query" }, "no"],
        get: { operationId: "Get", parameters: [{ in: "query" }] },
      },
    });
    expect(places(operation)).toEqual(["/paths/~1a/parameters/0", "/paths/~1a/get/parameters/0"]);
    expect(operation.hasUnknownParameters).toBe(true);
  });

  test("are listed once in the definition, with the operations that use them", () => {
    const shared = { $ref: "#/parameters/Page" };
    const { definition } = read(
      {
        "/a": {
          parameters: [query("p")],
          get: { operationId: "Get", parameters: [shared, shared] },
          put: { operationId: "Put", parameters: [shared, query("p")] },
        },
      },
      { parameters: { Page: query("page"), Unused: query("unused") } },
    );
    expect(
      definition.parameters.map(({ pointer, operations }) => [
        pointer,
        operations.map(({ id }) => id),
      ]),
    ).toEqual([
      ["/parameters/Page", ["Get", "Put"]],
      ["/parameters/Unused", []],
      ["/paths/~1a/parameters/0", ["Get"]],
      ["/paths/~1a/put/parameters/1", ["Put"]],
    ]);
  });

  test("are visible where neither they nor all their operations are internal", () => {
    const internal = { "x-ms-visibility": "internal" };
    const { definition } = read(
      {
        "/a": {
          parameters: [query("ofBoth")],
          get: {
            operationId: "Get",
            parameters: [query("visible"), query("hidden", internal), { $ref: "#/parameters/A" }],
          },
          put: {
            operationId: "Put",
            ...internal,
            parameters: [
              query("ofInternal"),
              { $ref: "#/parameters/A" },
              { $ref: "#/parameters/B" },
            ],
          },
        },
      },
      { parameters: { A: query("sharedWithVisible"), B: query("shared"), C: query("unused") } },
    );
    const visible = definition.parameters.filter(({ isVisible }) => isVisible);
    expect(visible.map(({ name }) => name)).toEqual(["sharedWithVisible", "ofBoth", "visible"]);
  });

  test("include the body with its schema", () => {
    const { operation, definition } = read(
      {
        "/a": {
          get: {
            operationId: "Get",
            parameters: [{ name: "b", in: "body", schema: { $ref: "#/definitions/Ticket" } }],
          },
        },
      },
      {
        definitions: {
          Ticket: {
            properties: {
              url: { type: "string", "x-ms-notification-url": true },
              next: { $ref: "#/definitions/Ticket" },
            },
          },
        },
      },
    );
    expect(operation.body?.pointer).toBe("/paths/~1a/get/parameters/0");
    const schema = definition.schemaAt("/paths/~1a/get/parameters/0/schema");
    expect(schema?.resolved?.pointer).toBe("/definitions/Ticket");
    expect(operation.notificationUrls.map(({ pointer }) => pointer)).toEqual([
      "/definitions/Ticket/properties/url",
    ]);
  });

  test.each([
    [query("page"), 'query parameter "page"'],
    [{ name: "file", in: "formData" }, 'form data parameter "file"'],
    [{ name: "page" }, 'parameter "page"'],
    [{}, "parameter"],
  ])("%j is called %s", (parameter, label) => {
    const { operation } = read({ "/a": { get: { operationId: "Get", parameters: [parameter] } } });
    expect(operation.parameters[0]!.label).toBe(label);
  });
});

describe("responses", () => {
  test("may be shared, over several steps, and know their uses", () => {
    const { operation, definition } = read(
      {
        "/a": {
          get: {
            operationId: "Get",
            responses: {
              200: { schema: { type: "string" } },
              404: { $ref: "#/responses/Alias" },
              default: { $ref: "#/responses/Missing" },
              "x-note": {},
            },
          },
          put: { operationId: "Put", responses: { 400: { $ref: "#/responses/Error" } } },
        },
      },
      {
        responses: {
          Alias: { $ref: "#/responses/Error" },
          Error: { description: "" },
          Unused: { schema: {} },
        },
      },
    );
    expect(operation.responseCodes).toEqual(["200", "404", "default"]);
    expect(
      operation.responses.map(({ code, pointer, declared }) => [code, pointer, declared.pointer]),
    ).toEqual([
      ["200", "/paths/~1a/get/responses/200", "/paths/~1a/get/responses/200"],
      ["404", "/paths/~1a/get/responses/404", "/responses/Error"],
    ]);
    expect(
      definition.responses.map(({ pointer, uses }) => [
        pointer,
        uses.map((use) => `${use.operation.id} ${use.code}`),
      ]),
    ).toEqual([
      ["/responses/Error", ["Get 404", "Put 400"]],
      ["/responses/Unused", []],
      ["/paths/~1a/get/responses/200", ["Get 200"]],
    ]);
  });

  test.each([
    [{ 200: {}, 201: { schema: { type: "string" } } }, "/paths/~1a/get/responses/201/schema"],
    [{ 400: { schema: {} }, default: { schema: {} } }, undefined],
    [{ 200: { $ref: "#/responses/Ok" } }, "/responses/Ok/schema"],
    [{ 200: { schema: "no" } }, undefined],
    [undefined, undefined],
  ])("%j give the result", (responses, pointer) => {
    const { operation } = read(
      { "/a": { get: { operationId: "Get", responses } } },
      { responses: { Ok: { schema: { type: "string" } } } },
    );
    expect(operation.resultSchema?.pointer).toBe(pointer);
  });
});

/** A definition in which everything that is read is there once. */
const everything = {
  swagger: "2.0",
  info: { title: "Contoso Desk" },
  consumes: ["application/json"],
  produces: ["application/json"],
  parameters: { Page: query("page"), Alias: { $ref: "#/parameters/Page" } },
  responses: {
    Error: { description: "", schema: { type: "object" }, headers: { a: { type: "string" } } },
  },
  definitions: {
    Ticket: {
      type: "object",
      required: ["id"],
      allOf: [{ $ref: "#/definitions/Ticket" }],
      properties: {
        id: { type: "string", enum: ["a"], "x-ms-notification-url": true },
        tags: { type: "array", items: { type: "string" } },
      },
    },
  },
  paths: {
    "/tickets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, type: "string" }],
      "x-ms-notification-content": { schema: { $ref: "#/definitions/Ticket" } },
      get: {
        operationId: "getTicket",
        summary: "Get/ticket.",
        description: "Returns a ticket.",
        consumes: [],
        "x-ms-trigger": "single",
        "x-ms-visibility": "important",
        "x-ms-api-annotation": { family: "a", revision: 1 },
        parameters: [
          { $ref: "#/parameters/Alias" },
          query("q", {
            schema: { type: "string" },
            "x-ms-url-encoding": "single",
            "x-ms-dynamic-values": {
              operationId: "getTicket",
              "value-collection": "tags",
              parameters: { id: { parameter: "q" } },
            },
          }),
          { name: "body", in: "body", type: "object", schema: { $ref: "#/definitions/Ticket" } },
          { name: "file", in: "formData", type: "file" },
        ],
        responses: {
          200: { description: "", schema: { $ref: "#/definitions/Ticket" } },
          404: { $ref: "#/responses/Error" },
          default: { description: "", schema: { type: "object" } },
        },
      },
    },
    "tickets?state=open": { put: { operationId: "GETTICKET", responses: {} } },
  },
  "x-ms-capabilities": { testConnection: { operationId: "getTicket", parameters: {} } },
};

const wrong = [null, 5, "text", {}, [null, "text", []], { $ref: "#" }];

/** A copy for each value of the definition and each wrong one in its place. */
function* withFaults(value: unknown): Generator<unknown> {
  yield* wrong;
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const faulty of withFaults(item)) yield value.with(index, faulty);
  else if (isObject(value))
    for (const [key, item] of Object.entries(value))
      for (const faulty of withFaults(item)) yield { ...value, [key]: faulty };
}

test("wrong types at any place make neither the model nor a rule throw", () => {
  for (const faulty of withFaults(everything)) {
    const file = new ConnectorFile("apiDefinition", "/connector/a.json", JSON.stringify(faulty));
    const connector = new Connector([file], "certified");
    for (const { list } of Object.values(nodeKinds))
      for (const node of list(connector, file)) readAll(node);
    const { apiDefinition: definition, profile } = connector;
    const context = { connector, file, profile, definition, properties: undefined, report() {} };
    for (const rule of rules)
      for (const node of nodeKinds[rule.on].list(connector, file))
        rule.check(node as never, context);
  }
}, 60_000);

/** Asks a node for all that it can tell. */
function readAll(node: object): void {
  const { constructor: kind } = node;
  if (kind === Object) return;
  for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(kind.prototype)))
    if (get !== undefined) Reflect.get(node, key);
}
