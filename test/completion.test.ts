import { describe, expect, it } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { chosen, offered } from "./completions.js";
import { able, plain } from "./sight.js";

const definition = (operation: string) => `
{
  "swagger": "2.0",
  "tags": [{ "name": "Tickets" }],
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "signIn": { "type": "oauth2", "scopes": { "tickets.read": "Reads.", "tickets.write": "Writes." } }
  },
  "paths": {
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "x-ms-visibility": "internal",
        "parameters": [
          { "name": "owner", "in": "query", "type": "string", "required": true },
          { "name": "max", "in": "query", "type": "integer" }
        ],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Queues" } } }
      }
    },
    "/tickets/{id}": {
      "post": ${operation}
    }
  },
  "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
  "responses": { "none": { "description": "Nothing." } },
  "definitions": {
    "Queues": {
      "type": "object",
      "properties": {
        "value": { "type": "array", "items": { "$ref": "#/definitions/Queue" } },
        "count": { "type": "integer" }
      }
    },
    "Queue": {
      "type": "object",
      "properties": {
        "id": { "type": "string", "description": "What it is called by." },
        "owner": { "type": "object", "properties": { "name": { "type": "string" } } },
        "tags": { "type": "array", "items": { "type": "string" } }
      }
    }
  }
}`;

describe("keys", () => {
  it.each([
    ["{ $0 }", "between nothing"],
    ['{ "$0" }', "in quotes"],
    ['{ "summary": "x", $0 }', "behind another"],
    ['{ "summary": "x",\n "oper$0\n "description": "y" }', "without a second quote"],
    ["{ oper$0 }", "without quotes"],
    ['{ "summary": "x" $0 "description": "y" }', "without commas"],
    ['{ "oper$0": "x" }', "before a value"],
  ])("are offered in %s (%s)", (operation) => {
    const { labels } = offered(definition(operation));
    expect(labels).toContain("operationId");
    expect(labels).toContain("x-ms-visibility");
    expect(labels).not.toContain("x-ms-summary");
  });

  it.each([
    '"operationId": "a",\n "$0"\n "summary": { "x": 1 }, "tags": []',
    '"operationId": "a", "par$0"\n "summary": { "description": "x" }, "tags": []',
    '"operationId": "a",\n "par$0\n "summary": "b", "tags": []',
    '"operationId": "a",\n 200$0\n "summary": { "x": 1 }, "tags": []',
    '"consumes": \n "operationId": { "x": 1 }, "summary": "b", $0 "tags": []',
  ])("do not repeat those behind one that is not written to its end: %s", (members) => {
    const { labels } = offered(definition(`{ ${members} }`));
    expect(labels).toContain("description");
    for (const present of ["operationId", "summary", "tags"]) expect(labels).not.toContain(present);
  });

  it.each([
    '{ "parameters": [{ $0 }] }',
    '{ "responses": { "200": { $0 } } }',
    '{ "responses": { "200": { "schema": { $0 } } } }',
    '{ "responses": { "200": { "schema": { "items": { "$0" } } } } }',
  ])("can make a reference: %s", (operation) => {
    expect(offered(definition(operation)).labels).toContain("$ref");
  });

  it("make no reference of what has others, nor of a path", () => {
    const { labels } = offered(
      definition('{ "responses": { "200": { "description": "OK", $0 } } }'),
    );
    expect(labels).not.toContain("$ref");
    expect(offered('{ "paths": { "/a": { $0 } } }').labels).not.toContain("$ref");
  });

  it("are not offered twice", () => {
    const { labels } = offered(definition('{ "operationId": "A", $0 }'));
    expect(labels).not.toContain("operationId");
    expect(offered(definition('{ "operationI$0": "A" }')).labels).toContain("operationId");
    expect(offered(definition('{ "operation$0Id": "A" }')).labels).toContain("operationId");
  });

  it("come with what their values look like", () => {
    const { items } = offered(definition("{ $0 }"));
    const text = (label: string) =>
      (items.find((each) => each.label === label)!.textEdit as TextEdit).newText;
    expect(text("operationId")).toBe('"operationId": "$1"');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: This is how a snippet has a choice.
    expect(text("deprecated")).toBe('"deprecated": ${1|true,false|}');
    expect(text("tags")).toBe('"tags": [$1]');
    expect(text("responses")).toBe('"responses": {\n  $1\n}');
    expect(items.find((each) => each.label === "operationId")).toMatchObject({
      detail: "string",
      documentation: { kind: "markdown" },
    });
  });

  it("tell what they mean, with an example", () => {
    const told = (support = able) =>
      offered(definition("{ $0 }"), support).items.find(({ label }) => label === "x-ms-pageable")!
        .documentation;
    expect(told()).toMatchObject({
      kind: "markdown",
      value: expect.stringMatching(
        /^The result comes in pages.*\n\n```json\n"x-ms-pageable": \{ "nextLinkName": "@odata\.nextLink" \}\n```$/,
      ),
    });
    expect(told(plain)).toMatchObject({
      value: expect.stringMatching(
        /\n\n"x-ms-pageable": \{ "nextLinkName": "@odata\.nextLink" \}$/,
      ),
    });
  });

  it("set the commas that are missing", () => {
    expect(
      chosen(definition('{\n"summary": "x"\n$0\n"description": "y" }'), "operationId"),
    ).toContain('{\n"summary": "x",\n"operationId": "",\n"description": "y" }');
    expect(chosen(definition('{ "sum$0": "x" }'), "operationId")).toContain(
      '{ "operationId": "x" }',
    );
  });

  it("fit the place that they are written in", () => {
    const { labels } = offered(definition('{ "parameters": [{ "name": "x", "in": "body", $0 }] }'));
    expect(labels).toContain("schema");
    expect(labels).not.toContain("collectionFormat");
    expect(
      offered(definition('{ "parameters": [{ "name": "x", "in": "query", $0 }] }')).labels,
    ).toContain("collectionFormat");
  });

  it("are plain where the editor knows no snippets", () => {
    const { items } = offered(definition("{\n        $0\n      }"), plain);
    const responses = items.find(({ label }) => label === "responses")!;
    expect(responses.insertTextFormat).toBe(1);
    expect((responses.textEdit as TextEdit).newText).toBe('"responses": {\n          \n        }');
    expect(responses.documentation).toMatchObject({ kind: "plaintext" });
  });
});

describe("values", () => {
  it.each([
    ['"x-ms-visibility": $0"internal"', '"x-ms-visibility": "important"'],
    ['"x-ms-visibility":$0 "internal", "a": 1', '"x-ms-visibility":"important", "a": 1'],
    ['"x-ms-visibility": imp$0"internal"', '"x-ms-visibility": "important"'],
  ])("are written over what stands behind the cursor: %s", (members, expected) => {
    for (const support of [able, plain])
      expect(chosen(definition(`{ ${members} }`), "important", support)).toContain(
        `{ ${expected} }`,
      );
  });

  it("are not offered before an object", () => {
    expect(offered(definition('{ "externalDocs": $0{ "url": "x" } }')).labels).toEqual([]);
  });

  it.each([
    ['{ "x-ms-visibility": $0 }', ["important", "advanced", "internal"]],
    ['{ "x-ms-visibility": "adv$0" }', ["important", "advanced", "internal"]],
    ['{ "x-ms-trigger": "$0" }', ["batch", "single"]],
    ['{ "deprecated": $0 }', ["true", "false"]],
    ['{ "tags": ["$0"] }', ["Tickets"]],
    ['{ "tags": ["Tickets", "$0"] }', []],
    ['{ "security": [{ $0 }] }', ["key", "signIn"]],
    ['{ "parameters": [{ "$ref": "$0" }] }', ["#/parameters/page"]],
    ['{ "responses": { "200": { "$ref": "$0" } } }', ["#/responses/none"]],
    [
      '{ "responses": { "200": { "schema": { "$ref": "$0" } } } }',
      ["#/definitions/Queues", "#/definitions/Queue"],
    ],
    ['{ "parameters": [{ "in": "path", "name": "$0" }] }', ["id"]],
    ['{ "parameters": [{ "name": "$0" }] }', ["id"]],
    ['{ "parameters": [{ "in": "query", "name": "$0" }] }', []],
    ['{ "tags": [$0 "Tickets"] }', []],
    [
      '{ "parameters": [{ "in": "path", "type": "$0" }] }',
      ["array", "string", "number", "integer", "boolean"],
    ],
    [
      '{ "parameters": [{ "in": "formData", "type": "$0" }] }',
      ["array", "string", "number", "integer", "boolean", "file"],
    ],
    ['{ "parameters": [{ "type": "string", "enum": ["x", "y"], "default": "$0" }] }', ["x", "y"]],
    ['{ "parameters": [{ "type": "boolean", "default": $0 }] }', ["true", "false"]],
    ['{ "security": [{ "signIn": ["$0"] }] }', ["tickets.read", "tickets.write"]],
    ['{ "security": [{ "signIn": ["tickets.read", "$0"] }] }', ["tickets.write"]],
    [
      '{ "parameters": [{ "type": "integer", "format": "$0" }] }',
      ["int32", "int64", "byte", "integer", "uint64", "unixtime", "enum"],
    ],
    [
      '{ "responses": { "200": { "schema": { "type": "$0" } } } }',
      ["object", "array", "string", "number", "integer", "boolean", "file"],
    ],
    ...[
      '"responses": { "200": { "schema": { "properties": { "a": { "type": "$0" } } } } }',
      '"responses": { "200": { "schema": { "items": { "type": "$0" } } } }',
      '"parameters": [{ "in": "body", "schema": { "type": "$0" } }]',
    ].map((part): [string, string[]] => [
      `{ ${part} }`,
      ["object", "array", "string", "number", "integer", "boolean"],
    ]),
    ['{ "x-ms-notification": { "operationId": "$0" } }', ["ListQueues"]],
    ['{ "summary": "$0" }', []],
    ['{ "summary": "x"$0 }', []],
    ['{ "parameters": [{ "name": "max_count", "x-ms-summary": "$0" }] }', ["Max Count"]],
    ['{ "operationId": "GetTicketById", "summary": "$0" }', ["Get ticket by ID"]],
    ['{ "summary": "Get a ticket", "operationId": "$0" }', ["GetTicket"]],
    [
      `{ "summary": "Get all the customer's item(s)", "operationId": "$0" }`,
      ["GetAllCustomersItems"],
    ],
    ['{ "summary": "Liste les éléments", "operationId": "$0" }', ["ListeLesElements"]],
  ])("in %s are %j", (operation, expected) => {
    expect(offered(definition(operation)).labels.sort()).toEqual([...expected].sort());
  });

  it("tell what they are for", () => {
    const { items } = offered(definition('{ "x-ms-visibility": "$0" }'));
    expect(items.find(({ label }) => label === "important")!.documentation).toMatchObject({
      value: expect.stringMatching(/^Shown first/),
    });
  });

  it("replace what is written, with its quotes", () => {
    expect(
      chosen(definition('{ "x-ms-visibility": "adv$0anced", "summary": "" }'), "internal"),
    ).toContain('{ "x-ms-visibility": "internal", "summary": "" }');
    expect(chosen(definition('{ "x-ms-visibility": $0 "summary": "" }'), "internal")).toContain(
      '{ "x-ms-visibility": "internal", "summary": "" }',
    );
    expect(chosen(definition('{ "x-ms-visibility": "in$0\n"summary": "" }'), "internal")).toContain(
      '{ "x-ms-visibility": "internal",\n"summary": "" }',
    );
  });

  it("leave quotes alone where the editor overwrites nothing behind the cursor", () => {
    const support = { ...able, overwrites: false };
    for (const [text, label, expected] of [
      ['{ "x-ms-visibility": "int$0" }', "internal", '{ "x-ms-visibility": "internal" }'],
      ['{ "summ$0" }', "summary", '{ "summary" }'],
      ['{ "summ$0": "x" }', "summary", '{ "summary": "x" }'],
      ['{ "summ$0\n}', "summary", '{ "summary": ""\n}'],
    ] as const) {
      expect(chosen(definition(text), label, support)).toContain(expected);
      const { place, items } = offered(definition(text), support);
      const { textEdit, filterText } = items.find((each) => each.label === label)!;
      const { range } = textEdit as TextEdit;
      expect(place.draft.lines.offset(range.end)).toBe(place.offset);
      expect(place.draft.text[place.draft.lines.offset(range.start) - 1]).toBe('"');
      expect(filterText).toBeUndefined();
    }
    expect(offered(definition('{ "deprecated": "$0" }'), support).labels).toEqual([]);
  });
});

describe("what a call of another operation needs", () => {
  const call = (text: string, key = "x-ms-dynamic-values") =>
    definition(
      `{ "parameters": [
        { "name": "id", "in": "path", "type": "string" },
        { "name": "body", "in": "body", "schema": { "type": "object", "properties": { "project": { "type": "object", "properties": { "id": { "type": "string" } } }, "queue": { "type": "string" } } } },
        { "name": "queue", "in": "query", "type": "string", "${key}": ${text} }] }`,
    );

  it.each([
    ["x-ms-dynamic-values", '{ "operationId": "$0" }', ["ListQueues"]],
    [
      "x-ms-dynamic-values",
      '{ "operationId": "ListQueues", "parameters": { $0 } }',
      ["owner", "max"],
    ],
    [
      "x-ms-dynamic-values",
      '{ "operationId": "ListQueues", "parameters": { "owner": { "parameter": "$0" } } }',
      ["id", "queue", "project", "body/queue", "project.id"],
    ],
    [
      "x-ms-dynamic-list",
      '{ "operationId": "ListQueues", "parameters": { "owner": { "parameterReference": "$0" } } }',
      ["id", "queue", "body/project", "body/queue", "body/project/id"],
    ],
    [
      "x-ms-dynamic-list",
      '{ "operationId": "ListQueues", "parameters": { "max": {}, "$0" } }',
      ["owner"],
    ],
    ["x-ms-dynamic-values", '{ "operationId": "ListQueues", "value-collection": "$0" }', ["value"]],
    [
      "x-ms-dynamic-values",
      '{ "operationId": "ListQueues", "value-collection": "value", "value-path": "$0" }',
      ["id", "owner", "owner/name"],
    ],
    [
      "x-ms-dynamic-list",
      '{ "operationId": "ListQueues", "itemsPath": "value", "itemTitlePath": "$0" }',
      ["id", "owner", "owner/name"],
    ],
    [
      "x-ms-dynamic-tree",
      '{ "open": { "operationId": "ListQueues" }, "browse": { "operationId": "ListQueues" }, "settings": {} , "itemsPath": "$0" }',
      ["value"],
    ],
    [
      "x-ms-dynamic-schema",
      '{ "operationId": "ListQueues", "value-path": "$0" }',
      ["value", "count"],
    ],
  ])("%s: %s offers %j", (key, text, expected) => {
    expect(offered(call(text, key)).labels.sort()).toEqual([...expected].sort());
  });

  it("passes parameters as each extension wants it", () => {
    const text = '{ "operationId": "ListQueues", "parameters": { $0 } }';
    expect(chosen(call(text), "owner")).toContain('"owner": { "parameter": "" }');
    expect(chosen(call(text, "x-ms-dynamic-list"), "owner")).toContain(
      '"owner": { "parameterReference": "" }',
    );
  });
});

describe("metadata", () => {
  const metadata = (entry: string) =>
    `{ "swagger": "2.0", "paths": {}, "x-ms-connector-metadata": [{ "propertyName": "Website" }, ${entry}] }`;

  it("has the names that are not there yet", () => {
    expect(offered(metadata('{ "propertyName": "$0" }')).labels).toEqual([
      "Privacy policy",
      "Categories",
    ]);
  });

  it("has categories, each one of a list", () => {
    const text = metadata(
      '{ "propertyName": "Categories", "propertyValue": "AI;Da$0;Sales and CRM" }',
    );
    expect(offered(text).labels).not.toContain("AI");
    expect(chosen(text, "Data")).toContain('"AI;Data;Sales and CRM"');
    expect(
      chosen(metadata('{ "propertyName": "Categories", "propertyValue": $0 }'), "Data"),
    ).toContain('"propertyValue": "Data" }');
  });
});

describe("other files", () => {
  const withDefinition = (text: string) =>
    `${text}\n//- apiDefinition.swagger.json\n${definition("{}")}`;
  const properties = (text: string) => withDefinition(`{ "properties": ${text} }`);

  it.each([
    ['{ "scriptOperations": ["$0"] }', ["ListQueues"]],
    [
      '{ "policyTemplateInstances": [{ "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": [$0] } }] }',
      ["ListQueues"],
    ],
    [
      '{ "policyTemplateInstances": [{ "templateId": "setheader", "parameters": { "x-ms-apimTemplate-policySection": "$0" } }] }',
      ["Request", "Response", "Failure"],
    ],
  ])("apiProperties.json: %s offers %j", (text, expected) => {
    expect(offered(properties(text), able, "apiProperties.json").labels.sort()).toEqual(
      [...expected].sort(),
    );
  });

  it("offers the parameters of the template that a policy has", () => {
    const { labels } = offered(
      properties(
        '{ "policyTemplateInstances": [{ "templateId": "setheader", "parameters": { $0 } }] }',
      ),
      able,
      "apiProperties.json",
    );
    expect(labels).toContain("x-ms-apimTemplateParameter.existsAction");
    expect(labels).not.toContain("x-ms-apimTemplateParameter.urlTemplate");
  });

  it("offers the keys of settings", () => {
    const { labels } = offered('{ "apiDefinition": "a.json", $0 }', able, "settings.json");
    expect(labels).toContain("environment");
    expect(labels).not.toContain("apiDefinition");
  });
});
