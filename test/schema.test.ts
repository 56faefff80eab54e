import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiDefinition } from "../connector/apiDefinition.js";
import { ApiProperties } from "../connector/apiProperties.js";
import { follow, localPointer, referenceTo, valueAt } from "../connector/reference.js";
import type { Schema } from "../connector/schema.js";
import { runs } from "./propertyRuns.js";

const body = (schema: unknown) => ({ name: "body", in: "body", schema });
const post = (operationId: string, parameters: unknown[], responses: unknown = {}) => ({
  post: { operationId, parameters, responses },
});
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const object = (properties: unknown, others = {}) => ({ type: "object", properties, ...others });

function schemaAt(definition: unknown, pointer: string): Schema {
  const schema = new ApiDefinition(definition).schemaAt(pointer);
  expect(schema, pointer).toBeDefined();
  return schema!;
}

describe("where a schema is used", () => {
  const definition = new ApiDefinition({
    paths: {
      "/tickets": {
        ...post(
          "CreateTicket",
          [body(ref("New")), { name: "size", in: "query", type: "integer" }],
          {
            200: { schema: ref("Ticket"), headers: { "X-Rate": { type: "integer" } } },
            404: { $ref: "#/responses/NotFound" },
          },
        ),
      },
      "/hooks": {
        "x-ms-notification-content": { schema: { type: "array", items: ref("Event") } },
        ...post("WhenTicketChanges", [{ $ref: "#/parameters/Hook" }]),
      },
    },
    parameters: { Hook: body(object({ url: { type: "string" } })) },
    responses: { NotFound: { schema: ref("Fault") } },
    definitions: {
      New: object({ owner: ref("Person") }),
      Ticket: { allOf: [ref("New")] },
      Person: object({ parent: ref("Person") }),
      Event: object({}),
      Fault: object({}),
      Unused: object({ also: ref("UnusedToo") }),
      UnusedToo: object({}),
    },
  });

  test.each([
    ["/definitions/New", "in out", ["CreateTicket"]],
    ["/definitions/Person/properties/parent", "in out", ["CreateTicket"]],
    ["/definitions/Ticket", "out", ["CreateTicket"]],
    ["/definitions/Event", "out", ["WhenTicketChanges"]],
    ["/definitions/Fault", "out", ["CreateTicket"]],
    ["/definitions/Unused", "unused", []],
    ["/definitions/UnusedToo", "unused", []],
    ["/parameters/Hook/schema/properties/url", "in", ["WhenTicketChanges"]],
    ["/paths/~1tickets/post/parameters/1", "in", ["CreateTicket"]],
    ["/paths/~1tickets/post/responses/200/headers/X-Rate", "header", ["CreateTicket"]],
    ["/paths/~1hooks/x-ms-notification-content/schema/items", "out", ["WhenTicketChanges"]],
  ])("%s: %s", (pointer, usage, operations) => {
    const schema = definition.schemaAt(pointer)!;
    const uses = [
      ...(schema.isInput ? ["in"] : []),
      ...(schema.isOutput ? ["out"] : []),
      ...(schema.component.isHeader ? ["header"] : []),
      ...(schema.isUnreferenced ? ["unused"] : []),
    ];
    expect(uses.join(" ")).toBe(usage);
    expect(schema.operations.map(({ id }) => id)).toEqual(operations);
  });

  test("each schema is listed once, where it is declared", () => {
    const pointers = definition.schemas.map(({ pointer }) => pointer);
    expect(new Set(pointers).size).toBe(pointers.length);
    for (const { pointer, value } of definition.schemas)
      expect(valueAt(definition.value, pointer)).toBe(value);
  });

  test("all schemas to which an operation leads", () => {
    const [operation] = definition.operationsById("WhenTicketChanges");
    const pointers = definition.schemaGraph.usedBy(operation!).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual([
      "/definitions/Event",
      "/parameters/Hook/schema",
      "/parameters/Hook/schema/properties/url",
      "/paths/~1hooks/x-ms-notification-content/schema",
      "/paths/~1hooks/x-ms-notification-content/schema/items",
    ]);
  });

  test("a reference into the middle of a definition uses it, and what it refers to", () => {
    const { schemas } = new ApiDefinition({
      paths: { "/a": post("A", [body({ $ref: "#/definitions/Outer/properties/inner" })]) },
      definitions: { Outer: object({ inner: object({ deep: ref("Deep") }) }), Deep: object({}) },
    });
    expect(schemas.filter(({ isInput }) => !isInput)).toEqual([]);
  });

  test("a reference to a schema of another operation, read later", () => {
    const there = "#/paths/~1b/post/responses/200/schema";
    const definition = {
      paths: {
        "/a": post("A", [body({ $ref: there })]),
        "/b": post("B", [], { 200: { schema: object({ deep: ref("Deep") }) } }),
      },
      definitions: { Deep: object({}) },
    };
    expect(schemaAt(definition, "/definitions/Deep").isInput).toBe(true);
    expect(schemaAt(definition, "/definitions/Deep").operations.map(({ id }) => id)).toEqual([
      "A",
      "B",
    ]);
  });
});

describe("what a schema is", () => {
  const definitions = {
    Base: object({ id: { type: "string" }, kind: { type: "string" } }, { required: ["id"] }),
    Ticket: {
      allOf: [ref("Base"), object({ title: { type: "string" } })],
      required: ["title"],
      properties: { kind: { type: "integer" }, owner: ref("Alias") },
    },
    Alias: ref("Person"),
    Person: object({ self: ref("Person") }, { additionalProperties: { type: "string" } }),
    Loop: ref("Back"),
    Back: ref("Loop"),
    Cycle: { allOf: [ref("Cycle")], properties: { id: { type: "string" } } },
    Lost: ref("Nothing"),
    List: { type: "array", items: ref("Alias") },
    Pair: { type: "array", items: [{ type: "string" }, { type: "integer" }] },
  };
  const at = (pointer: string) => schemaAt({ definitions }, `/definitions/${pointer}`);

  test("references are followed over any number of steps", () => {
    expect(at("Ticket/properties/owner").resolved?.pointer).toBe("/definitions/Person");
    expect(at("Loop").resolved).toBeUndefined();
    expect(at("Lost").resolved).toBeUndefined();
  });

  test("properties of references and of allOf are its own, the nearest first", () => {
    const { properties } = at("Ticket");
    expect([...properties.keys()].sort()).toEqual(["id", "kind", "owner", "title"]);
    expect(properties.get("kind")?.type).toBe("integer");
    expect([...at("Cycle").properties.keys()]).toEqual(["id"]);
    expect([...at("Lost").properties.keys()]).toEqual([]);
  });

  test("items are those of the array, references followed", () => {
    expect(at("List").items?.pointer).toBe("/definitions/Person");
    expect(
      at("Pair")
        .children("items")
        .map(({ type }) => type),
    ).toEqual(["string", "integer"]);
    expect(at("Person").items).toBeUndefined();
  });

  test("a property is required by its object or by what that is a part of", () => {
    expect(at("Base/properties/id").isRequired).toBe(true);
    expect(at("Base/properties/kind").isRequired).toBe(false);
    expect(at("Ticket/allOf/1/properties/title").isRequired).toBe(true);
    expect(at("Person/additionalProperties").isRequired).toBe(false);
    const parameters = { Size: { name: "size", in: "query", required: true, type: "integer" } };
    expect(schemaAt({ parameters }, "/parameters/Size").isRequired).toBe(true);
  });

  test("a property is required by another part of what its object is a part of", () => {
    const use = (name: string) => ({
      [`/${name}`]: {
        post: {
          parameters: [{ name: "body", in: "body", schema: { $ref: `#/definitions/${name}` } }],
        },
      },
    });
    const base = { $ref: "#/definitions/Base" };
    const definitions = {
      Base: object({ id: {} }),
      Strict: { allOf: [base, { required: ["id"] }] },
      Wide: { allOf: [{ allOf: [base] }], required: ["id"] },
      Loose: { allOf: [base] },
    };
    const id = (paths: object) =>
      schemaAt({ paths, definitions }, "/definitions/Base/properties/id");
    const strict = { ...use("Strict"), ...use("Wide") };
    expect(id(strict).isRequired).toBe(true);
    expect(id(strict).requirer?.pointer).toBe("/definitions/Strict/allOf/1");
    expect(id({ ...strict, ...use("Base") }).isRequired).toBe(false);
    expect(id({ ...strict, ...use("Loose") }).isRequired).toBe(false);
    expect(id({ ...strict, ...use("Loose") }).requirer).toBeDefined();
    expect(id(use("Loose")).requirer).toBeUndefined();
  });

  test("what is written in something internal is internal", () => {
    const definitions = {
      Hook: object({ config: object({ url: {} }, { "x-ms-visibility": "internal" }), id: {} }),
    };
    expect(schemaAt({ definitions }, "/definitions/Hook/properties/id").isInternal).toBe(false);
    expect(
      schemaAt({ definitions }, "/definitions/Hook/properties/config/properties/url").isInternal,
    ).toBe(true);
  });

  test.each([
    ["/definitions/Base", 'definition "Base"'],
    ["/definitions/Base/properties/id", 'property "id"'],
    ["/definitions/Pair/items/0", 'schema of the items of definition "Pair"'],
    ["/parameters/Size", 'parameter "size"'],
    ["/responses/Gone/schema", 'schema of response "Gone"'],
    ["/responses/Gone/headers/X-Rate", 'header "X-Rate"'],
    ["/paths/~1a/post/parameters/0/schema", "schema of the body"],
    ["/paths/~1a/x-ms-notification-content/schema", "schema of the notification"],
  ])("%s is called %s", (pointer, label) => {
    const definition = {
      paths: {
        "/a": { ...post("A", [body({})]), "x-ms-notification-content": { schema: {} } },
      },
      parameters: { Size: { name: "size", in: "query", type: "integer" } },
      responses: { Gone: { schema: {}, headers: { "X-Rate": {} } } },
      definitions,
    };
    expect(schemaAt(definition, pointer).label).toBe(label);
  });
});

describe("references", () => {
  test.each([
    ["#/definitions/Ticket", "/definitions/Ticket"],
    ["#/definitions/Ticket~1Id", "/definitions/Ticket~1Id"],
    ["#/definitions/Ticket%20List%5B1%5D", "/definitions/Ticket List[1]"],
    ["#/definitions/100%25", "/definitions/100%"],
    ["#", ""],
    ["#/definitions/100%", undefined],
    ["#/definitions/a~2", undefined],
    ["#definitions/Ticket", undefined],
    ["common.json#/definitions/Ticket", undefined],
    ["", undefined],
  ])("%s leads to %s", (ref, pointer) => {
    expect(localPointer(ref)).toBe(pointer);
  });

  test("a reference to a place leads back to it", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const pointer = `/definitions/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        expect(localPointer(referenceTo(pointer))).toBe(pointer);
      }),
      runs(),
    );
  });

  test.each([
    ["#/definitions/Ticket", undefined],
    ["#/definitions/Ticket/properties/id", undefined],
    ["#/definitions/A~1B", undefined],
    ["#/definitions/A/B", "notFound"],
    ["#/definitions/ticket", "notFound"],
    // That it is no schema is told where it stands.
    ["#/definitions/Text", undefined],
    ["#/definitions/constructor", "notFound"],
    ["#/definitions/Ticket~", "notPointer"],
    ["#/definitions/%E0%A4%A", "notPointer"],
    ["#/definitions", "otherSection"],
    ["#/parameters/Size", "otherSection"],
    ["#/components/schemas/Ticket", "otherSection"],
    ["#definitions/Ticket", "otherSection"],
    ["#", "otherSection"],
    ["definitions/Ticket", "notLocal"],
    ["https://contoso.com/common.json#/definitions/Ticket", "notLocal"],
  ])("as a schema, %s: %s", ($ref, problem) => {
    const { references } = new ApiDefinition({
      definitions: {
        Ticket: object({ id: {} }),
        "A/B": {},
        Text: "no schema",
        User: object({ it: { $ref } }),
      },
      parameters: { Size: { name: "size", in: "query", type: "integer" } },
    });
    expect(references).toHaveLength(1);
    expect(references[0]).toMatchObject({
      kind: "schema",
      pointer: "/definitions/User/properties/it",
      ref: $ref,
    });
    expect(references[0]?.problem).toBe(problem);
  });

  test("are found wherever Swagger allows one, with what they stand for", () => {
    const { references } = new ApiDefinition({
      paths: {
        "/a": {
          $ref: "#/paths/~1b",
          parameters: [{ $ref: "#/parameters/A" }],
          get: {
            parameters: [{ $ref: "#/parameters/B" }, { name: "x", in: "body", schema: ref("S") }],
            responses: { 200: { $ref: "#/responses/R" }, 201: { schema: { items: ref("S") } } },
          },
        },
      },
      parameters: { B: { $ref: "#/parameters/A" } },
      responses: { Q: { $ref: "#/responses/R" } },
      // A property of this name is no reference, nor is an example.
      definitions: { S: { properties: { $ref: { type: "string" } }, example: ref("S") } },
    });
    expect(references.map(({ kind, pointer }) => `${kind} ${pointer}`).sort()).toEqual([
      "parameter /parameters/B",
      "parameter /paths/~1a/get/parameters/0",
      "parameter /paths/~1a/parameters/0",
      "pathItem /paths/~1a",
      "response /paths/~1a/get/responses/200",
      "response /responses/Q",
      "schema /paths/~1a/get/parameters/1/schema",
      "schema /paths/~1a/get/responses/201/schema/items",
    ]);
  });

  test("are followed until something else stands there", () => {
    const root = { a: { $ref: "#/b" }, b: { $ref: "#/c" }, c: { x: 1 }, d: { $ref: "#/d" }, e: 1 };
    expect(follow(root, "/a")).toEqual({ pointer: "/c", value: { x: 1 } });
    for (const lost of ["/d", "/e", "/f"]) expect(follow(root, lost)).toBeUndefined();
  });

  test("an index of an array is a number", () => {
    const root = { list: ["a", "b"] };
    expect(valueAt(root, "/list/1")).toBe("b");
    for (const lost of ["/list/", "/list/x", "/list/2", "/list/length"])
      expect(valueAt(root, lost), lost).toBeUndefined();
  });
});

describe("connection parameters", () => {
  const properties = new ApiProperties({
    properties: {
      connectionParameters: { host: { type: "string" }, odd: 1 },
      connectionParameterSets: {
        values: [
          { name: "key", parameters: { api_key: { type: "securestring" } } },
          "odd",
          { parameters: { "a/b": { type: "string" } } },
        ],
      },
      policyTemplateInstances: [
        {
          templateId: "dynamichosturl",
          parameters: {
            "x-ms-apimTemplate-operationName": ["GetTicket", 1],
            "x-ms-apimTemplateParameter.urlTemplate":
              "https://@connectionParameters('host')/@{connectionParameters( \"region\" , 'eu')}",
          },
        },
        {
          templateId: "pollingtrigger",
          parameters: { config: { deep: ["@connectionParameters('a b')"] } },
        },
        null,
        { parameters: "odd" },
        { parameters: { text: "myconnectionParameters('x') connectionParameters('open" } },
      ],
      scriptOperations: ["ListTickets"],
    },
  });

  test("are those of every way to connect", () => {
    expect(properties.connectionParameters).toEqual([
      { name: "host", pointer: "/properties/connectionParameters/host", value: { type: "string" } },
      { name: "odd", pointer: "/properties/connectionParameters/odd", value: {} },
      {
        name: "api_key",
        pointer: "/properties/connectionParameterSets/values/0/parameters/api_key",
        value: { type: "securestring" },
        set: "key",
      },
      {
        name: "a/b",
        pointer: "/properties/connectionParameterSets/values/2/parameters/a~1b",
        value: { type: "string" },
        set: "",
      },
    ]);
  });

  test("are read by policies, with or without a default", () => {
    const url =
      "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.urlTemplate";
    const uses = properties.namedUses.map(({ by, name, hasDefault, pointer }) => ({
      by,
      name,
      hasDefault,
      pointer,
    }));
    expect(uses).toEqual([
      { by: "connectionParameters", name: "host", hasDefault: false, pointer: url },
      { by: "connectionParameters", name: "region", hasDefault: true, pointer: url },
      {
        by: "connectionParameters",
        name: "a b",
        hasDefault: false,
        pointer: "/properties/policyTemplateInstances/1/parameters/config/deep/0",
      },
    ]);
  });

  test("operations are named by policies and by scriptOperations", () => {
    expect(properties.operationNames).toEqual([
      { by: "scriptOperations", name: "ListTickets", pointer: "/properties/scriptOperations/0" },
      {
        by: "policy",
        name: "GetTicket",
        pointer:
          "/properties/policyTemplateInstances/0/parameters/x-ms-apimTemplate-operationName/0",
      },
    ]);
  });
});

test("anything can stand anywhere", () => {
  const names = [
    ...["paths", "/a", "get", "parameters", "responses", "200", "schema", "headers", "definitions"],
    ...["properties", "items", "allOf", "required", "enum", "$ref", "type", "in", "name", "A"],
    ...["x-ms-notification-content", "connectionParameters", "connectionParameterSets", "values"],
    ...["policyTemplateInstances", "scriptOperations", "x-ms-apimTemplate-operationName"],
  ];
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(null, true, 1.5, "", "body", "array", "#/definitions/A", "#/%"),
    fc.string(),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "medium" },
      leaf,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie("tree"), { maxKeys: 4 }),
    ),
  }));
  const roots = fc.dictionary(fc.constantFrom(...names), tree, { maxKeys: 6 });
  fc.assert(
    fc.property(roots, (root) => {
      const definition = new ApiDefinition(root);
      for (const schema of definition.schemas) {
        void [schema.label, schema.resolved, schema.properties, schema.items, schema.operations];
        void [schema.isRequired, schema.isInternal, schema.isDynamic, schema.isUnreferenced];
      }
      for (const operation of definition.operations) definition.schemaGraph.usedBy(operation);
      void definition.references;
      const properties = new ApiProperties(root);
      void [properties.connectionParameters, properties.operationNames];
      void properties.namedUses;
    }),
    runs(500),
  );
});
