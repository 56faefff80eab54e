/** What can be done at a place besides the fixes of findings. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Connector, ConnectorFile } from "../connector/connector.js";
import { applyChanges, changesOf } from "../connector/edit.js";
import { readConnector } from "../host/readConnector.js";
import { Draft, type SeenFile, type Sight } from "../language/draft.js";
import { pointerAround, type Refactoring, refactoringsAt } from "../language/refactorings.js";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { corpusFolder } from "./corpus.js";
import { placeIn } from "./sight.js";

const definitionName = "apiDefinition.swagger.json";

function offered(text: string, firstName = definitionName) {
  const place = placeIn(text, firstName);
  const at = place.draft.lines.position(place.offset);
  return {
    place,
    refactorings: refactoringsAt(place, pointerAround(place, { start: at, end: at })),
  };
}

function titles(text: string, firstName?: string): string[] {
  return offered(text, firstName).refactorings.map(({ title }) => title);
}

/** The connector after a refactoring, and the file that it changed. */
function done({ sight: { connector } }: SeenFile, { file: kind, edits }: Refactoring) {
  const file = connector.file(kind)!;
  const changed = file.withText(applyChanges(file.text, changesOf(file, edits)));
  return { file: changed, connector: connector.with(changed) };
}

/** Chooses a refactoring by its title and expects what it makes of the file, which has no more errors than before. */
function check(text: string, title: string, expected: unknown, firstName?: string): string {
  const { place, refactorings } = offered(text, firstName);
  expect(refactorings.map((each) => each.title)).toContain(title);
  const chosen = refactorings.find((each) => each.title === title)!;
  const { file, connector } = done(place, chosen);
  if (typeof expected === "string") expect(file.text).toBe(expected);
  else expect(file.json.value).toMatchObject(expected as object);
  expect(newErrors(errorsIn(place.sight.connector), connector)).toEqual([]);
  return file.text;
}

function errorsIn(connector: Connector): Finding[] {
  const { findings } = judge(connector, connector.all);
  return findings.filter(({ severity }) => severity === "error");
}

/** The errors that a connector has more of than before. */
function newErrors(before: readonly Finding[], after: Connector): string[] {
  const left = before.map(({ rule }) => rule);
  return errorsIn(after).flatMap(({ rule, message }) => {
    const index = left.indexOf(rule);
    if (index < 0) return [`${rule}: ${message}`];
    left.splice(index, 1);
    return [];
  });
}

describe("titles of inputs", () => {
  const text = (at: string) => `{
  "paths": {
    "/tickets/{ticket_id}": {
      "put": {
        "operationId": "UpdateTicket"${at},
        "parameters": [
          { "name": "ticket_id", "in": "path", "required": true, "type": "string", "description": "The ticket." },
          { "name": "page", "in": "query", "type": "integer", "x-ms-summary": "Page", "description": "The page." },
          { "name": "v", "in": "query", "type": "integer", "x-ms-visibility": "internal" },
          { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } }
        ],
        "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "dueDate": { "type": "string" },
        "state": { "type": "string", "title": "State" },
        "secretId": { "type": "string", "x-ms-visibility": "internal" },
        "owner": { "$ref": "#/definitions/Person" }
      }
    },
    "Person": { "type": "object", "properties": { "e_mail": { "type": "string" } } }
  }
}`;

  test("are added where makers see none", () => {
    const title = 'Add an x-ms-summary to 3 inputs of "UpdateTicket"';
    const plain = text("");
    check(
      text("$0"),
      title,
      plain
        .replace('"The ticket."', '"The ticket.", "x-ms-summary": "Ticket ID"')
        .replace(
          '"dueDate": { "type": "string"',
          '"dueDate": { "type": "string", "x-ms-summary": "Due Date"',
        )
        .replace(
          '"e_mail": { "type": "string"',
          '"e_mail": { "type": "string", "x-ms-summary": "E Mail"',
        ),
    );
    // Also at a parameter, but not where the answers are.
    expect(titles(plain.replace('"page"', '"pa$0ge"'))).toContain(title);
    expect(titles(plain.replace('"OK"', '"O$0K"'))).not.toContain(title);
  });

  test("are not needed where nobody sees them", () => {
    expect(titles(text(', "x-ms-visibility": "inter$0nal"'))).toEqual([]);
  });
});

describe("the newer form of a dynamic extension", () => {
  const text = (schema: string) => `{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "team", "in": "query", "type": "string", "required": true },
          { "name": "body", "in": "body", "schema": { "type": "object", "properties": { "member": ${schema} } } }
        ]
      }
    },
    "/members": {
      "get": {
        "operationId": "ListMembers",
        "parameters": [{ "name": "group", "in": "query", "required": true, "type": "string" }],
        "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": {
          "value": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "name": { "type": "string" } } } },
          "schema": { "type": "object" }
        } } } }
      }
    }
  }
}`;
  const values = `{ "type": "string", "x-ms-dynamic-values": {
    "operationId": "List$0Members", "value-collection": "value", "value-path": "id", "value-title": "name", "parameters": { "group": { "parameter": "team" } }
  } }`;
  const member = ["paths", "/tickets", "post", "parameters", 1, "schema", "properties", "member"];
  const memberIn = (text: string) =>
    member.reduce<unknown>((value, key) => (value as never)[key], JSON.parse(text));

  test("stands beside the older one", () => {
    const after = check(
      text(values),
      'Add x-ms-dynamic-list beside x-ms-dynamic-values of "member"',
      {},
    );
    expect(memberIn(after)).toMatchObject({
      "x-ms-dynamic-values": { operationId: "ListMembers" },
      "x-ms-dynamic-list": {
        operationId: "ListMembers",
        itemsPath: "value",
        itemValuePath: "id",
        itemTitlePath: "name",
        parameters: { group: { parameterReference: "team" } },
      },
    });
  });

  test("of a schema is that for properties", () => {
    const schema = `{ "type": "object"$0, "x-ms-dynamic-schema": { "operationId": "ListMembers", "value-path": "schema", "parameters": { "group": "all" } } }`;
    const after = check(
      text(schema),
      'Add x-ms-dynamic-properties beside x-ms-dynamic-schema of "member"',
      {},
    );
    expect(memberIn(after)).toMatchObject({
      "x-ms-dynamic-properties": {
        operationId: "ListMembers",
        itemValuePath: "schema",
        parameters: { group: { value: "all" } },
      },
    });
  });

  test.each([
    ["it is there", values.replace("{", '{ "x-ms-dynamic-list": {},')],
    ["the result has nothing of that name", values.replace('"id"', '"key"')],
    ["what is passed is not there", values.replace('"team"', '"crew"')],
    ["there is no such operation", values.replace("List$0Members", "List$0People")],
    [
      "it calls no operation",
      '{ "type": "string", "x-ms-dynamic-values": { "capability": "file-picker$0" } }',
    ],
  ])("is not offered when %s", (_, schema) => {
    expect(titles(text(schema)).filter((title) => title.startsWith("Add x-ms-dynamic"))).toEqual(
      [],
    );
  });
});

describe("the lists of an operation", () => {
  const text = (properties: string, more = "") => `{
  "paths": { "/tickets": { "get": { "operationId": "List$0Tickets", "responses": { "200": { "description": "OK" } }${more} } } }
}
//- apiProperties.json
{ "properties": ${properties} }
//- script.csx
public class Script : ScriptBase {}`;
  const policy = (title: string, operations: string, template = "setheader") =>
    `{ "templateId": "${template}", "title": "${title}", "parameters": { "x-ms-apimTemplate-operationName": ${operations} } }`;

  test("of policies and of the script get it", () => {
    const properties = (names: string, script: string) =>
      `{ "policyTemplateInstances": [${policy("Accept", names)}, ${policy("For all", "[]")}, ${policy("Has it", '["ListTickets"]')}], "scriptOperations": ${script} }`;
    const fixture = text(properties('["GetTicket"]', '["GetTicket"]'));
    expect(titles(fixture)).toEqual([
      'Add "ListTickets" to the policy "Accept"',
      'Add "ListTickets" to scriptOperations',
    ]);
    check(
      fixture,
      'Add "ListTickets" to the policy "Accept"',
      `{ "properties": ${properties('["GetTicket", "ListTickets"]', '["GetTicket"]')} }`,
    );
    check(
      fixture,
      'Add "ListTickets" to scriptOperations',
      `{ "properties": ${properties('["GetTicket"]', '["GetTicket", "ListTickets"]')} }`,
    );
  });

  test("are told apart, and are not too many", () => {
    const all = Array.from({ length: 12 }, () => policy("Accept", '["GetTicket"]'));
    const found = titles(text(`{ "policyTemplateInstances": [${all.join()}] }`));
    expect(found).toHaveLength(8);
    expect(found[1]).toBe('Add "ListTickets" to the policy "Accept" (number 2 of all)');
  });

  test.each([
    ["a script for all operations", '{ "scriptOperations": [] }'],
    [
      "pages that it does not have",
      `{ "policyTemplateInstances": [${policy("Next", '["GetTicket"]', "updatenextlink")}] }`,
    ],
    [
      "a trigger, which it is not",
      `{ "policyTemplateInstances": [${policy("Poll", '["GetTicket"]', "pollingtrigger")}] }`,
    ],
    [
      "a second host",
      `{ "policyTemplateInstances": [${policy("A", '["ListTickets"]', "dynamichosturl")}, ${policy("B", '["GetTicket"]', "dynamichosturl")}] }`,
    ],
    [
      "a variable that its path does not have",
      `{ "policyTemplateInstances": [{ "templateId": "routerequesttoendpoint", "title": "R", "parameters": { "x-ms-apimTemplateParameter.newPath": "/a/{id}", "x-ms-apimTemplate-operationName": ["GetTicket"] } }] }`,
    ],
    ["broken properties", `{ "policyTemplateInstances": [${policy("A", '["GetTicket"]')}`],
  ])("are not those of %s", (_, properties) => {
    expect(titles(text(properties))).toEqual([]);
  });
});

describe("what is missing is created", () => {
  test("an operation that a dropdown calls, with what it expects", () => {
    const text = `{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "name": "team", "in": "query", "type": "integer" },
          { "name": "queue", "in": "query", "type": "integer",
            "x-ms-dynamic-values": { "operationId": "List$0Queues", "value-collection": "data/value", "value-path": "id", "value-title": "name", "parameters": { "team": { "parameter": "team" }, "all": true } } }
        ]
      }
    },
    "/list-queues": {}
  }
}`;
    const after = check(text, 'Create the operation "ListQueues"', {});
    expect(JSON.parse(after).paths["/list-queues2"]).toEqual({
      get: {
        operationId: "ListQueues",
        summary: "List queues",
        description: "List queues.",
        "x-ms-visibility": "internal",
        parameters: [
          { name: "team", in: "query", type: "integer", "x-ms-summary": "Team" },
          { name: "all", in: "query", type: "boolean", "x-ms-summary": "All" },
        ],
        responses: {
          "200": {
            description: "OK",
            schema: {
              type: "object",
              properties: {
                data: {
                  type: "object",
                  properties: {
                    value: {
                      type: "array",
                      items: {
                        type: "object",
                        properties: { id: { type: "integer" }, name: { type: "string" } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
  });

  test("an operation that a policy or the script names", () => {
    const text = (script: string, policy: string) => `{
  "properties": {
    "scriptOperations": ["${script}"],
    "policyTemplateInstances": [{ "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["${policy}"] } }]
  }
}
//- apiDefinition.swagger.json
{
  "paths": { "/tickets": { "get": { "operationId": "ListTickets" } } }
}`;
    const created = {
      paths: {
        "/get-ticket": {
          get: {
            operationId: "GetTicket",
            summary: "Get ticket",
            responses: { "200": { description: "OK", schema: { type: "object" } } },
          },
        },
      },
    };
    const title = 'Create the operation "GetTicket"';
    check(text("Get$0Ticket", "ListTickets"), title, created, "apiProperties.json");
    check(text("ListTickets", "Get$0Ticket"), title, created, "apiProperties.json");
    // There is one, or nearly.
    expect(titles(text("List$0Tickets", ""), "apiProperties.json")).toEqual([]);
    expect(titles(text("list$0tickets", ""), "apiProperties.json")).toEqual([]);
    expect(titles(text("no$0 name", ""), "apiProperties.json")).toEqual([]);
  });

  const referring = (parameter: string, schema: string, response: string) => `{
  "paths": {
    "/tickets/{ticketId}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [{ "$ref": "${parameter}" }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "${schema}" } }, "404": { "$ref": "${response}" } }
      }
    }
  }
}`;

  test("what references lead to", () => {
    check(
      referring("#/parameters/A", "#/definitions/Tic$0ket", "#/responses/B"),
      'Create the definition "Ticket"',
      { definitions: { Ticket: { type: "object" } } },
    );
    check(
      referring("#/parameters/A", "#/definitions/C", "#/responses/Missing$0"),
      'Create the shared response "Missing"',
      { responses: { Missing: { description: "Not Found" } } },
    );
    check(
      referring("#/parameters/Ticket$0Id", "#/definitions/C", "#/responses/B"),
      'Create the shared parameter "TicketId"',
      { parameters: { TicketId: { name: "ticketId", in: "path", required: true } } },
    );
    check(
      referring("#/parameters/Page$0Size", "#/definitions/C", "#/responses/B").replace(
        "{ticketId}",
        "new",
      ),
      'Create the shared parameter "PageSize"',
      {
        parameters: {
          PageSize: {
            name: "pageSize",
            in: "query",
            type: "string",
            "x-ms-summary": "Page Size",
            description: "Page size.",
          },
        },
      },
    );
  });

  test.each(["#/definitions/A/properties/b", "#/responses/A", "other.json", "#/definitions/", "A"])(
    "not for %s",
    (ref) => {
      expect(titles(referring("#/parameters/A", `${ref}$0`, "#/responses/B"))).toEqual([]);
    },
  );

  const reading = (expression: string, more: string) => `{
  "properties": {
    "connectionParameters": { "user": { "type": "string", "uiDefinition": { "constraints": { "tabIndex": 4 } } } }${more},
    "policyTemplateInstances": [{ "templateId": "dynamichosturl", "title": "Host", "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "https://@{${expression}$0}" } }]
  }
}`;

  test("a connection parameter that a policy reads", () => {
    check(
      reading("connectionParameters('host_name')", ""),
      'Create the connection parameter "host_name"',
      {
        properties: {
          connectionParameters: {
            host_name: {
              type: "string",
              uiDefinition: {
                displayName: "Host Name",
                description: "The host name that the connection uses.",
                tooltip: "Provide the host name",
                constraints: { tabIndex: 5, clearText: true, required: "true" },
              },
            },
          },
        },
      },
      "apiProperties.json",
    );
    check(
      reading(
        "connectionParameters('api_token')",
        ', "connectionParameterSets": { "values": [{ "name": "a", "parameters": {} }, { "name": "b", "parameters": {} }] }',
      ),
      'Create the connection parameter "api_token"',
      {
        properties: {
          connectionParameterSets: {
            values: [
              { parameters: { api_token: { type: "securestring" } } },
              { parameters: { api_token: { type: "securestring" } } },
            ],
          },
        },
      },
      "apiProperties.json",
    );
    expect(titles(reading("connectionParameters('USER')", ""), "apiProperties.json")).toEqual([]);
    const noObject = ', "connectionParameterSets": { "values": [{ "parameters": [] }] }';
    expect(titles(reading("connectionParameters('a')", noObject), "apiProperties.json")).toEqual(
      [],
    );
  });
});

describe("a schema is moved to the definitions", () => {
  const text = (schema: string, more = "") => `{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "schema": ${schema}
          }
        }
      }
    }
  }${more}
}`;

  test("as it is written", () => {
    const owner = `{
                  "type": "object", "properties": {
                    "size": { "type": "number", "default": 1.0 }
                  }
                }`;
    check(
      text(
        `{
              "type": "object",
              "properties": {
                "owner": ${owner.replace('"object"', '"obj$0ect"')}
              }
            }`,
        ',\n  "definitions": {\n    "Owner": { "type": "string" }\n  }',
      ),
      'Move the property "owner" to the definition "Owner2"',
      text(
        `{
              "type": "object",
              "properties": {
                "owner": {
                  "$ref": "#/definitions/Owner2"
                }
              }
            }`,
        `,\n  "definitions": {\n    "Owner": { "type": "string" },\n    "Owner2": {
      "type": "object", "properties": {
        "size": { "type": "number", "default": 1.0 }
      }
    }\n  }`,
      ),
    );
  });

  test("that there are none of yet", () => {
    check(
      text('{ "type": "object$0", "properties": { "id": { "type": "string" } } }'),
      'Move the schema of response "200" to the definition "ListTicketsResponse"',
      text(
        '{ "$ref": "#/definitions/ListTicketsResponse" }',
        `,\n  "definitions": {\n    "ListTicketsResponse": { "type": "object", "properties": { "id": { "type": "string" } } }\n  }`,
      ),
    );
  });

  const item = '{ "type": "object", "properties": { "id": { "type": "string" } } }';
  test.each([
    ["a list of them", `{ "type": "arr$0ay", "items": ${item} }`, "ListTicketsResponseItem"],
    [
      "a list in a property",
      `{ "type": "object", "properties": { "categories": { "type": "arr$0ay", "items": ${item} } } }`,
      "Category",
    ],
    [
      "a list with a name that says nothing",
      `{ "type": "object", "properties": { "value": { "type": "array", "items": ${item.replace("object", "obj$0ect")} } } }`,
      "ListTicketsResponseItem",
    ],
    ["a part", `{ "allOf": [${item.replace("object", "obj$0ect")}] }`, "ListTicketsResponsePart"],
  ])("called by its place: %s", (_, schema, name) => {
    expect(titles(text(schema))).toEqual([
      expect.stringMatching(new RegExp(` to the definition "${name}"$`)),
    ]);
  });

  test.each([
    ["it says nothing", '{ "type": "obj$0ect" }'],
    ["it is a reference", '{ "$ref": "other.json$0" }'],
    [
      "the place is inside of it",
      `{ "type": "object", "properties": { "id": { "type": "str$0ing" } } }`,
    ],
    [
      "it has a comment",
      `{ /* c */ "type": "obj$0ect", "properties": { "id": { "type": "string" } } }`,
    ],
    ["the text is broken", `{ "type": "obj$0ect", "properties": { "id": { "type": "string" } }`],
  ])("not when %s", (_, schema) => {
    expect(titles(text(schema))).toEqual([]);
  });
});

describe("what is used once is put in its place", () => {
  const text = (schema: string, definitions: string) => `{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "parameters": [
          { "$ref": "#/parameters/Page" }
        ],
        "responses": { "200": { "description": "OK", "schema": ${schema} } }
      }
    }
  },
  "parameters": {
    "Page": { "name": "page", "in": "query", "type": "integer", "x-ms-summary": "Page", "description": "The page." }
  }${definitions}
}`;
  const ticket = '{ "type": "object", "properties": { "id": { "type": "string" } } }';
  const title = 'Put "Ticket" of definitions here, where alone it is used';

  test("as it is written", () => {
    check(
      text(
        '{ "$ref": "#/definitions/Tic$0ket" }',
        `,\n  "definitions": {\n    "Ticket": ${ticket},\n    "Other": { "type": "string" }\n  }`,
      ),
      title,
      text(ticket, ',\n  "definitions": {\n    "Other": { "type": "string" }\n  }'),
    );
    check(
      text(
        '{ "$ref": "#/definitions/Tic$0ket" }',
        `,\n  "definitions": {\n    "Ticket": ${ticket}\n  }`,
      ),
      title,
      text(ticket, ""),
    );
  });

  test("also a parameter", () => {
    const fixture = text(ticket, "").replace("#/parameters/Page", "#/parameters/Pa$0ge");
    check(fixture, 'Put "Page" of parameters here, where alone it is used', {
      paths: { "/tickets": { get: { parameters: [{ name: "page", in: "query" }] } } },
    });
  });

  test.each([
    [
      "is used twice",
      '{ "type": "object", "properties": { "a": { "$ref": "#/definitions/Tic$0ket" }, "b": { "$ref": "#/definitions/Ticket" } } }',
      ticket,
    ],
    [
      "has something beside it",
      '{ "$ref": "#/definitions/Tic$0ket", "x-ms-summary": "A" }',
      ticket,
    ],
    [
      "is used by itself",
      '{ "$ref": "#/definitions/Tic$0ket" }',
      '{ "type": "object", "properties": { "parent": { "$ref": "#/definitions/Ticket" } } }',
    ],
    [
      "is chosen by its name",
      '{ "$ref": "#/definitions/Tic$0ket" }',
      '{ "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } }',
    ],
    ["leads on", '{ "$ref": "#/definitions/Tic$0ket" }', '{ "$ref": "#/definitions/Other" }'],
    ["is not there", '{ "$ref": "#/definitions/Tic$0ket" }', "1"],
  ])("not what %s", (_, schema, declared) => {
    expect(titles(text(schema, `,\n  "definitions": { "Ticket": ${declared} }`))).not.toContain(
      title,
    );
  });
});

test("nothing is done in files that cannot be read, or that are none of these", () => {
  expect(titles('{ "a$0": ')).toEqual([]);
  expect(titles('{ "apiDefinition": "a$0" }', "settings.json")).toEqual([]);
  expect(titles('{ "paths": { "/a": { "get": { "operationId": "__proto__$0" } } } }')).toEqual([]);
  const loops =
    '{ "paths": {}, "definitions": { "A": { "$ref": "#/definitions/A$0" }, "B": { "allOf": [{ "$ref": "#/definitions/B" }] } } }';
  expect(titles(loops)).toEqual([]);
});

const sample = join(corpusFolder, "pick60.tsv");
const isThere = existsSync(sample);
if (!isThere)
  console.warn(`Skipped: refactorings of published connectors, since there is no ${sample}.`);

/** `REFACTORINGS=all` takes all of them, which takes minutes; else some that are not large. */
const isForAll = process.env.REFACTORINGS === "all";
const mostBytes = 100_000;
const mostPlaces = 60;

describe.skipIf(!isThere)("published connectors", () => {
  const folders = isThere
    ? readFileSync(sample, "utf8")
        .split("\n")
        .map((line) => line.split("\t")[0]!)
        .filter((path) => path !== "" && !path.startsWith("#"))
        .map((path) => (path.endsWith(".json") ? dirname(path) : path))
        .filter((path, index) => isForAll || (index % 6 === 0 && sizeOf(path) < mostBytes))
    : [];
  test.each(folders)("get no errors: %s", { timeout: 600_000 }, async (folder) => {
    const connector = await readConnector(join(corpusFolder, folder));
    const draft = (file: ConnectorFile) => new Draft(file);
    const sight: Sight = { connector, draft, uriOf: (path) => path };
    const chosen = new Map<string, { seen: SeenFile; refactoring: Refactoring }>();
    for (const [file, pointer] of placesIn(connector)) {
      const seen = { sight, draft: draft(file) };
      const refactorings = refactoringsAt(seen, pointer);
      const titles = new Set(refactorings.map(({ title }) => title));
      expect(titles.size, pointer).toBe(refactorings.length);
      // One of each kind, told by its title without the names.
      for (const refactoring of refactorings)
        chosen.set(refactoring.title.replace(/".*?"|\d+/g, ""), { seen, refactoring });
    }
    const before = errorsIn(connector);
    for (const { seen, refactoring } of chosen.values()) {
      const { file, connector: after } = done(seen, refactoring);
      expect(file.json.isComplete, refactoring.title).toBe(true);
      expect(newErrors(before, after), refactoring.title).toEqual([]);
    }
  });
});

function sizeOf(folder: string): number {
  const path = join(corpusFolder, folder, "apiDefinition.swagger.json");
  return existsSync(path) ? statSync(path).size : 0;
}

/** Some places of a connector at which something can be done. */
function placesIn(connector: Connector): [ConnectorFile, string][] {
  const { apiDefinition: definition, apiProperties: properties } = connector;
  const inDefinition = [
    ...(definition?.operations ?? []),
    ...(definition?.dynamicReferences ?? []),
    ...(definition?.references ?? []),
    ...(definition?.schemas ?? []),
  ];
  const inProperties = [
    ...(properties?.operationNames ?? []),
    ...(properties?.connectionParameterUses ?? []),
  ];
  const some = (kind: "apiDefinition" | "apiProperties", places: { pointer: string }[]) => {
    const every = Math.ceil(places.length / mostPlaces);
    const file = connector.file(kind);
    return places.flatMap(({ pointer }, index): [ConnectorFile, string][] =>
      file === undefined || index % every !== 0 ? [] : [[file, pointer]],
    );
  };
  return [...some("apiDefinition", inDefinition), ...some("apiProperties", inProperties)];
}
