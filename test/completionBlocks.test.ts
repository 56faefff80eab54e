import { describe, expect, it } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { chosen, foundAfter, offered } from "./completions.js";
import { clean } from "./connectors.js";
import { able } from "./sight.js";

const definition = clean["apiDefinition.swagger.json"];
const properties = clean["apiProperties.json"];

/** The example without faults, in which something is written in the place of a part of its definition. */
function withPart(part: string, written: string): string {
  expect(definition.split(part)).toHaveLength(2);
  return `${definition.replace(part, () => written)}\n//- apiProperties.json\n${properties}`;
}

const severe = (findings: string[]) => findings.filter((each) => /^(?:error|warning)/.test(each));
const labels = (text: string) => offered(text).labels;
const snippet = (text: string, label: string) =>
  (offered(text).items.find((item) => item.label === label)!.textEdit as TextEdit).newText;

const operations = [
  "GET operation",
  "GET operation of one",
  "POST operation",
  "PUT operation",
  "PATCH operation",
  "DELETE operation",
  "webhook trigger",
  "polling trigger",
  "list operation for a drop-down",
];

describe("a new path", () => {
  const paths = (key: string) => withPart('"paths": {', `"paths": {\n    ${key}`);

  it("comes with an operation", () => {
    expect(labels(paths("$0"))).toEqual(operations);
    expect(labels(paths('"$0"'))).toEqual(operations);
    expect(labels(paths('"/$0"'))).toEqual(operations.map((label) => `/…: ${label}`));
    expect(labels(paths('"/tickets$0"'))).toEqual([
      "/tickets: GET operation",
      "/tickets: POST operation",
      "/tickets: webhook trigger",
      "/tickets: polling trigger",
      "/tickets: list operation for a drop-down",
    ]);
    expect(labels(paths('"/tickets/{id}$0"'))).toEqual(
      ["GET", "POST", "PUT", "PATCH", "DELETE"].map(
        (method) => `/tickets/{id}: ${method} operation`,
      ),
    );
    expect(labels(paths('"/tickets/{i$0"'))).toEqual([]);
    expect(offered(paths('"/invoices$0"'), able, undefined, definition).labels).toEqual([]);
  });

  it.each(operations)("with a %s is right", (label) => {
    expect(severe(foundAfter(paths("$0"), label))).toEqual([]);
  });

  it.each([
    ["/tickets", "GET operation"],
    ["/tickets", "POST operation"],
    ["/tickets/hooks", "webhook trigger"],
    ["/tickets/changes", "polling trigger"],
    ["/ticket-categories", "list operation for a drop-down"],
    ["/tickets/{id}", "GET operation"],
    ["/tickets/{id}", "POST operation"],
    ["/tickets/{id}", "PUT operation"],
    ["/tickets/{ticketId}/notes/{noteId}", "PATCH operation"],
    ["/tickets/{id}", "DELETE operation"],
    ["/tickets/{id}/hooks", "webhook trigger"],
  ])("%s with a %s is right", (path, label) => {
    expect(
      severe(foundAfter(paths(`"${path}$0"`), `${path}: ${label}`, undefined, definition)),
    ).toEqual([]);
  });

  const written = (path: string, label: string) =>
    chosen(paths(`"${path}$0"`), `${path}: ${label}`, able, undefined, definition);

  it("names what it is about", () => {
    const text = written("/tickets/{ticketId}/notes/{id}", "GET operation");
    expect(text).toContain('"operationId": "GetNote"');
    expect(text).toContain('"summary": "Get a note"');
    expect(text).toContain('"x-ms-summary": "Ticket ID"');
    expect(text).toContain('"description": "The ID of the ticket."');
    expect(text).toContain('"description": "The ID of the note."');
    expect(written("/invoice-items", "POST operation")).toContain(
      '"operationId": "CreateInvoiceItem"',
    );
  });

  it.each([
    ["/tickets/changes", "polling trigger", '"operationId": "WhenTicketChanges"'],
    ["/tickets/hooks", "webhook trigger", '"summary": "When a ticket is created"'],
    ["/tickets/hooks", "webhook trigger", '"operationId": "DeleteHook"'],
    ["/items/{id}/hooks", "webhook trigger", '"/items/{id}/hooks/{hookId}": {'],
    ["/v2/api-keys.json", "GET operation", '"summary": "List API keys"'],
    ["/addresses", "list operation for a drop-down", '"operationId": "ListAddresses"'],
    ["/addresses/{address}", "DELETE operation", '"summary": "Delete an address"'],
    ["/{id}", "GET operation", '"operationId": "GetItem"'],
  ])("names what %s is about in a %s: %s", (path, label, expected) => {
    expect(written(path, label)).toContain(expected);
  });

  it("takes a schema of the definitions", () => {
    const text = written("/all/invoices", "GET operation");
    expect(text).toContain('"operationId": "ListInvoices2"');
    expect(text).toContain('"summary": "List invoices 2"');
    expect(text).toContain('"items": { "$ref": "#/definitions/Invoice" }');
  });

  it("has places to fill", () => {
    const text = snippet(paths("$0"), "DELETE operation");
    expect(text).toContain(`"/\${1:items}/{\${2:id}}": {`);
    expect(text).toContain(`"operationId": "\${3:DeleteItem}"`);
    expect(text).toContain('"name": "$2"');
    expect(snippet(paths("$0"), "webhook trigger")).toContain('"/$1/{id}": {');
  });

  it("keeps from what is there", () => {
    const text = chosen(withPart('"/invoices": {', '$0 "/items": {'), "GET operation");
    expect(text).toContain('"/items2": {');
  });
});

describe("a path", () => {
  const path = (written: string) =>
    withPart('"/customers": {', `"/customers": {\n      ${written}`);
  const one = (written: string) =>
    withPart('"/invoices/{id}": {', `"/invoices/{id}": {\n      ${written}`);

  it("gets operations for the methods that it does not have", () => {
    expect(labels(path("$0")).filter((label) => operations.includes(label))).toEqual([
      "POST operation",
      "webhook trigger",
      "PUT operation",
      "PATCH operation",
      "DELETE operation",
    ]);
    expect(labels(one("$0")).filter((label) => operations.includes(label))).toEqual([
      "POST operation",
      "PUT operation",
      "PATCH operation",
      "DELETE operation",
      "webhook trigger",
    ]);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("with a %s operation is right", (method) => {
    for (const text of [path("$0"), one("$0")])
      expect(severe(foundAfter(text, `${method} operation`))).toEqual([]);
  });

  it.each(["GET operation", "polling trigger", "list operation for a drop-down"])(
    "with a %s is right",
    (label) => {
      const text = withPart(
        '"/subscriptions/{id}": {',
        '"/customers/{name}/notes": { $0 },\n"/subscriptions/{id}": {',
      );
      expect(severe(foundAfter(text, label))).toEqual([]);
      expect(chosen(text, label)).toContain('"name": "name"');
    },
  );

  it("declares no parameter twice", () => {
    const text = withPart(
      '"/subscriptions/{id}": {',
      '"/customers/{name}": { "parameters": [{ "name": "name", "in": "path", "type": "string", "required": true }], $0 },\n"/subscriptions/{id}": {',
    );
    expect(chosen(text, "DELETE operation").match(/"name": "name"/g)).toHaveLength(1);
  });

  it("ends the subscriptions of a webhook", () => {
    expect(severe(foundAfter(path("$0"), "webhook trigger"))).toEqual([]);
    const text = chosen(path("$0"), "webhook trigger");
    expect(JSON.parse(text).paths["/customers/{id}"]).toMatchObject({
      delete: { operationId: "DeleteCustomer", "x-ms-visibility": "internal" },
    });
    const known = chosen(
      withPart('"/customers": {', '"/customers/{key}": {}, "/customers": {\n$0\n'),
      "webhook trigger",
    );
    expect(JSON.parse(known).paths["/customers/{key}"].delete.parameters[0].name).toBe("key");
  });
});

describe("parameters", () => {
  const list = (written: string, path = "/customers/{name}", method = "post") =>
    withPart(
      '"/subscriptions/{id}": {',
      `"${path}": { "${method}": { "operationId": "SendNote", "summary": "Send a note", "description": "Sends a note to a customer.", "parameters": [${written}], "responses": { "200": { "description": "OK" } } } },\n"/subscriptions/{id}": {`,
    );
  const withShared = (written: string) =>
    list(written).replace(
      '"definitions": {',
      '"parameters": { "page": { "name": "page", "in": "query", "type": "integer" }, "name": { "name": "name", "in": "path", "type": "string" }, "other": { "name": "other", "in": "path", "type": "string" } },\n"definitions": {',
    );
  const name =
    '{ "name": "name", "in": "path", "type": "string", "required": true, "x-ms-summary": "Name", "description": "The name.", "x-ms-url-encoding": "single" }';
  const all = ["query parameter", "header parameter", "body parameter"];

  it("are those that the path asks for, and others", () => {
    expect(labels(list("$0"))).toEqual(["path parameter name", ...all]);
    expect(labels(list(`${name}, $0`))).toEqual(all);
    expect(labels(list(`${name}, $0`, undefined, "delete"))).toEqual(all.slice(0, 2));
    expect(labels(list('{ "name": "body", "in": "body", "schema": {} }, $0', "/x"))).toEqual(
      all.slice(0, 2),
    );
    expect(
      labels(
        withPart(
          '"/customers": {',
          '"/customers/{a}/{b}": { "parameters": [$0] }, "/customers": {',
        ),
      ),
    ).toEqual(["path parameter a", "path parameter b", "query parameter", "header parameter"]);
  });

  it("are shared ones that fit", () => {
    expect(labels(withShared("$0"))).toEqual([
      "path parameter name",
      "#/parameters/name",
      "#/parameters/page",
      ...all,
    ]);
    expect(
      labels(withShared('{ "$ref": "#/parameters/name" }, { "$ref": "#/parameters/page" }, $0')),
    ).toEqual(all);
    expect(chosen(withShared("$0"), "#/parameters/page")).toContain(
      '[{ "$ref": "#/parameters/page" }]',
    );
  });

  it.each(["path parameter name", ...all])("%s is right", (label) => {
    const before = label === "path parameter name" ? "" : `${name}, `;
    expect(severe(foundAfter(list(`${before}$0`), label))).toEqual([]);
  });

  it("have names of their own", () => {
    expect(chosen(list('{ "name": "filter", "in": "query" }, $0'), "query parameter")).toContain(
      '"name": "filter2"',
    );
    expect(snippet(list("$0"), "query parameter")).toContain(
      `"type": "\${2|string,integer,number,boolean|}"`,
    );
  });
});

describe("a drop-down", () => {
  const parameter = (written: string, more = "") =>
    withPart(
      '"name": "state",\n            "in": "query",',
      `${written}\n            "name": "city",\n            "in": "query",${more}`,
    ).replace('"enum": ["draft", "sent", "paid"],', "");
  const label = "dynamic drop-down with a new list operation";
  const property = (written: string) =>
    withPart(
      '"customer": { "type": "string", "x-ms-summary": "Customer", "description": "Who has to pay it." },',
      `"customer": { "type": "string", "x-ms-summary": "Customer", "description": "Who has to pay it.", ${written} },`,
    );

  it("takes its values from an operation that lists something", () => {
    expect(labels(parameter("$0")).filter((each) => each.startsWith("dynamic"))).toEqual([
      "dynamic drop-down: ListCustomers",
      label,
    ]);
    for (const text of [parameter("$0"), property("$0")]) {
      expect(severe(foundAfter(text, "dynamic drop-down: ListCustomers"))).toEqual([]);
      expect(
        JSON.stringify(JSON.parse(chosen(text, "dynamic drop-down: ListCustomers"))),
      ).toContain(
        JSON.stringify({
          "x-ms-dynamic-values": {
            operationId: "ListCustomers",
            parameters: {},
            "value-collection": "value",
            "value-path": "id",
            "value-title": "name",
          },
          "x-ms-dynamic-list": {
            operationId: "ListCustomers",
            parameters: {},
            itemsPath: "value",
            itemValuePath: "id",
            itemTitlePath: "name",
          },
        }).slice(1, -1),
      );
    }
  });

  it("takes its values from a new operation", () => {
    expect(severe(foundAfter(parameter("$0"), label))).toEqual([]);
    expect(severe(foundAfter(property("$0"), label))).toEqual([]);
    expect(JSON.parse(chosen(parameter("$0"), label)).paths["/cities"].get).toMatchObject({
      operationId: "ListCities",
      "x-ms-visibility": "internal",
    });
    expect(JSON.parse(chosen(property("$0"), label)).paths["/customers2"].get).toMatchObject({
      operationId: "ListCustomers2",
    });
  });

  it("passes what the other operation requires", () => {
    const country =
      '{ "name": "country", "in": "query", "type": "string", "required": true, "x-ms-summary": "Country", "description": "The country." }';
    const needing = parameter("$0").replace(
      '"summary": "List customers",',
      `"summary": "List customers", "parameters": [${country}],`,
    );
    expect(labels(needing)).not.toContain("dynamic drop-down: ListCustomers");
    // The one around has it, too.
    const beside = needing.replace(
      /"parameters": \[\s*\{\s*\$0/,
      `"parameters": [${country}, {\n$0`,
    );
    expect(chosen(beside, "dynamic drop-down: ListCustomers")).toMatch(
      /"country": \{ "parameter": "country" \}.*"country": \{ "parameterReference": "country" \}/s,
    );
    expect(severe(foundAfter(beside, "dynamic drop-down: ListCustomers"))).toEqual([]);
  });

  it("is not for everything", () => {
    const isOffered = (text: string) => labels(text).includes(label);
    expect(isOffered(parameter("$0", '"enum": ["a"],'))).toBe(false);
    expect(isOffered(parameter("$0", '"x-ms-dynamic-values": {},'))).toBe(false);
    expect(isOffered(parameter("$0").replace('"type": "string"', '"type": "array"'))).toBe(false);
    expect(
      isOffered(
        withPart(
          '"id": { "type": "string", "title": "ID", ',
          '"id": { "type": "string", "title": "ID", $0 ',
        ),
      ),
    ).toBe(false);
    expect(
      isOffered(
        withPart(
          '"200": {\n            "description": "The invoice.",',
          '"200": { $0 "description": "The invoice.",',
        ),
      ),
    ).toBe(false);
    expect(isOffered(withPart('"NewInvoice": {', '"NewInvoice": { $0 '))).toBe(false);
  });
});

describe("a dynamic schema", () => {
  const label = "dynamic schema with a new operation";
  const body = (written: string) =>
    withPart('"schema": { "$ref": "#/definitions/NewInvoice" }', `"schema": { ${written} }`);

  it("comes from a new operation", () => {
    expect(labels(body('"type": "object", $0'))).toContain(label);
    expect(severe(foundAfter(body('"type": "object", $0'), label))).toEqual(
      // Nothing refers to it any more.
      [],
    );
    const { paths } = JSON.parse(chosen(body('"type": "object", $0'), label));
    expect(paths["/invoice-schema"].get.operationId).toBe("GetInvoiceSchema");
    expect(paths["/invoices"].post.parameters[0].schema).toEqual({
      type: "object",
      "x-ms-dynamic-schema": {
        operationId: "GetInvoiceSchema",
        parameters: {},
        "value-path": "schema",
      },
      "x-ms-dynamic-properties": {
        operationId: "GetInvoiceSchema",
        parameters: {},
        itemValuePath: "schema",
      },
    });
  });

  it("comes from an operation that returns one", () => {
    const text = body('"type": "object", $0').replace(
      '"paths": {',
      '"paths": { "/schema": { "get": { "operationId": "GetSchema", "x-ms-visibility": "internal", "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "schema": { "type": "object" } } } } } } },',
    );
    expect(labels(text)).toContain("dynamic schema: GetSchema");
    expect(severe(foundAfter(text, "dynamic schema: GetSchema"))).toEqual([]);
    expect(labels(body('"type": "string", $0'))).not.toContain(label);
    expect(labels(body('"type": "object", "properties": {}, $0'))).not.toContain(label);
  });
});

describe("responses", () => {
  const of = (operation: string, written: string) =>
    withPart(`"${operation}": { "description": "There is no such invoice." }`, written);

  it("are whole", () => {
    const text = of("404", "$0");
    expect(labels(text).slice(0, 1)).toEqual(["error response"]);
    expect(severe(foundAfter(text, "error response"))).toEqual([]);
    const none = withPart(
      '"/subscriptions/{id}": {',
      '"/x": { "post": { "operationId": "SendNote", "summary": "Send a note", "description": "Sends a note to a customer.", "responses": { $0 } } },\n"/subscriptions/{id}": {',
    );
    expect(labels(none)).toEqual(
      expect.arrayContaining(["200 response", "201 response", "error response"]),
    );
    for (const label of ["200 response", "201 response"])
      expect(severe(foundAfter(none, label))).toEqual([]);
    expect(snippet(none, "200 response")).toContain(
      `"$ref": "\${2|#/definitions/Invoice,#/definitions/InvoiceList,#/definitions/NewInvoice|}"`.replace(
        '"$ref',
        '"\\$ref',
      ),
    );
  });
});

describe("the root", () => {
  it("has metadata and a test of the connection", () => {
    const metadata = definition
      .slice(definition.indexOf('"x-ms-connector-metadata"'))
      .replace(/\s*\}\s*$/, "");
    const without = withPart(metadata, "$0");
    expect(severe(foundAfter(without, "x-ms-connector-metadata"))).toEqual([]);
    expect(snippet(without, "x-ms-connector-metadata")).toContain(
      `"propertyName": "Privacy policy",\n    "propertyValue": "\${2:https://www.contoso.com/privacy}"`,
    );
    expect(severe(foundAfter(without, "x-ms-capabilities"))).toEqual([]);
    expect(snippet(without, "x-ms-capabilities")).toContain(`"\${1|ListInvoices,ListCustomers|}"`);
    expect(labels(withPart('"swagger": "2.0",', '"swagger": "2.0", $0'))).not.toContain(
      "x-ms-connector-metadata",
    );
  });
});

it("has documentation of every block", () => {
  const { items } = offered(withPart('"paths": {', '"paths": {\n    $0'), able);
  for (const { documentation, kind } of items) {
    expect(kind).toBe(15);
    expect(documentation).toMatchObject({ kind: "markdown", value: expect.stringMatching(/\.$/) });
  }
});
