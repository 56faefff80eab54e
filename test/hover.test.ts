import { describe, expect, it } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { hover } from "../language/hover.js";
import type { Finding } from "../rulesets/rule.js";
import { able, placeIn, plain } from "./sight.js";

function shown(text: string, name = "apiDefinition.swagger.json", support = able) {
  const place = placeIn(text, name);
  const found = hover(place, support);
  const { value } = (found?.contents ?? { value: "" }) as MarkupContent;
  const { range } = found ?? {};
  const about =
    range && place.draft.text.slice(place.draft.offset(range.start), place.draft.offset(range.end));
  return { value, about };
}

const definition = (edit: (text: string) => string) =>
  edit(`{
  "swagger": "2.0",
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/queues/{team}": {
      "get": {
        "operationId": "ListQueues",
        "summary": "List queues",
        "description": "All *queues* of a team.",
        "parameters": [
          { "name": "team", "in": "path", "type": "string", "required": true, "x-ms-summary": "Team" },
          { "name": "max", "in": "query", "type": "integer", "format": "int32" }
        ],
        "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "$ref": "#/definitions/Queue" } } } }
      },
      "post": {
        "operationId": "AddTicket",
        "deprecated": true,
        "parameters": [
          { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } },
          { "name": "queue", "in": "query", "type": "string",
            "x-ms-dynamic-values": { "operationId": "ListQueues", "value-path": "id", "value-title": "name", "parameters": { "team": "x" } } }
        ],
        "responses": { "200": { "$ref": "#/responses/none" } }
      }
    }
  },
  "responses": { "none": { "description": "Nothing." } },
  "definitions": {
    "Queue": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string", "description": "Its id." }, "name": { "type": "string" } } },
    "Ticket": { "allOf": [{ "$ref": "#/definitions/Queue" }], "description": "A ticket." }
  }
}`);

const at = (before: string) => definition((text) => text.replace(before, `${before}$0`));

describe("hover", () => {
  it.each([
    ["a key", '"oper', ["**operationId**", "string"], '"operationId"'],
    [
      "an operation that is declared",
      '"operationId": "List',
      [
        "**List queues** (action)",
        "`GET /queues/{team}`",
        "All \\*queues\\* of a team.",
        "- `team` (path, string, required): Team",
        "- `max` (query, integer (int32))",
        "Gives: array of `Queue`",
        "Used by 1 drop-down.",
      ],
      "ListQueues",
    ],
    [
      "an operation that is called",
      '"x-ms-dynamic-values": { "operationId": "List',
      ["**List queues**", "The operation of this definition that is called, a GET"],
      "ListQueues",
    ],
    ["a deprecated operation", '"AddTi', ["(action, deprecated)"], "AddTicket"],
    [
      "a reference",
      '"items": { "$ref": "#/definitions/Qu',
      ["**Queue**: object", "- `id`: string, required", "- `name`: string"],
      "Queue",
    ],
    ["a definition of parts", '    "Tick', ["**Ticket**: object", "A ticket."], "Ticket"],
    ["a shared response", '"#/responses/no', ["**none**", "Nothing."], "none"],
    ["a part of a path", '"/queues/{te', ["**Team**: path, string, required"], "team"],
    [
      "a path in a result",
      '"value-path": "i',
      ["**id**: string", "Its id.", "The path, in an item, of the value that is sent."],
      "id",
    ],
    [
      "a parameter that is passed",
      '"parameters": { "te',
      ["**Team**: path, string, required"],
      "team",
    ],
    [
      "a value of a closed list",
      '"in": "he',
      [
        "`header`: As a header.\n\n---\n\n**in**",
        "Allowed:\n\n- `header`: As a header.\n- `query`: Behind the ? of the address.",
      ],
      '"header"',
    ],
    [
      "a key with an example",
      '"x-ms-dynamic-v',
      [
        "Fills a dropdown",
        '```json\n"x-ms-dynamic-values": {\n  "operationId": "ListQueues",\n  "value-collection": "value",\n',
      ],
      '"x-ms-dynamic-values"',
    ],
  ])("over %s", (_, before, expected, about) => {
    const found = shown(at(before));
    for (const each of expected) expect(found.value).toContain(each);
    expect(found.about).toBe(about);
  });

  it("says nothing of brackets, free texts of authors and of what it does not know", () => {
    expect(shown(at('"paths": {')).value).toBe("");
    expect(shown(`{ "x": { "y$0": 1 } }`).value).toBe("");
  });

  it("is plain text where the editor shows no Markdown", () => {
    const { value } = shown(at('"operationId": "List'), "apiDefinition.swagger.json", plain);
    expect(value).toContain(
      "List queues (action)\n\nGET /queues/{team}\n\nAll *queues* of a team.",
    );
  });

  it("shows examples as plain text, too", () => {
    const { value } = shown(at('"x-ms-dynamic-v'), "apiDefinition.swagger.json", plain);
    expect(value).toContain('\n\n"x-ms-dynamic-values": {\n  "operationId": "ListQueues",\n');
    expect(value).not.toContain("`");
    expect(shown(at('"in": "he'), "apiDefinition.swagger.json", plain).value).toContain(
      "Allowed:\n\n- header: As a header.\n",
    );
  });

  it("works in a text that is broken", () => {
    const broken = at('"operationId": "List').replace(
      '"summary": "List queues"',
      '"summary": "List',
    );
    const place = placeIn(
      broken,
      "apiDefinition.swagger.json",
      definition((text) => text),
    );
    const { contents } = hover(place, able)!;
    expect((contents as MarkupContent).value).toContain("GET /queues/{team}");
  });

  it("adds what was found at the place", () => {
    const place = placeIn(at('"operationId": "List'), "apiDefinition.swagger.json");
    const position = place.draft.lines.position(place.offset);
    const finding = {
      rule: "operation-id-unique",
      message: "Twice.",
      range: { start: position, end: position },
    } as Finding;
    const { contents } = hover(
      place,
      able,
      [finding],
      () => "file:///rules/operation-id-unique.md",
    )!;
    expect((contents as MarkupContent).value).toMatch(
      /---\n\n\[operation\\-id\\-unique\]\(file:\/\/\/rules\/operation-id-unique\.md\) {2}\n\S/,
    );
  });
});

describe("hover in properties", () => {
  const properties = (text: string) =>
    shown(
      `{ "properties": { "connectionParameters": { "region": { "type": "string", "uiDefinition": { "displayName": "Region", "description": "Where." } }, "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2" } } }, "policyTemplateInstances": [${text}] } }\n//- apiDefinition.swagger.json\n${definition((each) => each)}`,
      "apiProperties.json",
    );
  const policy = (parameters: string, template = "setheader") =>
    `{ "templateId": "${template}", "title": "T", "parameters": { ${parameters} } }`;

  it("tells what a template is for and takes", () => {
    const { value } = properties(policy("", "set$0header"));
    expect(value).toContain("**Set a header**");
    expect(value).toContain("`existsAction`");
  });

  it("tells what an expression gives", () => {
    const { value, about } = properties(
      policy(`"x-ms-apimTemplateParameter.value": "A \\u0041 @connectionParameters('reg$0ion') B"`),
    );
    expect(about).toBe("@connectionParameters('region')");
    expect(value).toContain("What the user entered");
    expect(value).toContain("**region** (connection parameter, `string`)\n\nRegion\n\nWhere.");
  });

  it("tells what an operation that a policy names does", () => {
    expect(
      properties(policy('"x-ms-apimTemplate-operationName": ["ListQ$0ueues"]')).value,
    ).toContain("GET /queues/{team}");
  });

  it("tells what a value of a list is for that others may join", () => {
    const { value } = shown(
      '{ "properties": { "capabilities": ["act$0ions"] } }',
      "apiProperties.json",
    );
    expect(value).toContain("`actions`: Steps of a flow.");
    expect(value).toContain("Known:\n\n- `actions`: Steps of a flow.\n- `triggers`: ");
  });

  it("tells what an identity provider needs", () => {
    const { value } = shown(
      '{ "properties": { "connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oau$0th2" } } } } }',
      "apiProperties.json",
    );
    expect(value).toContain("**OAuth 2.0**");
    expect(value).toContain("`refreshUrl`");
  });

  it("never shows a secret", () => {
    const { value } = shown(
      `{ "properties": { "connectionParameters": { "key": { "type": "securestring", "uiDefinition": { "description": "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U" } } }, "policyTemplateInstances": [${policy(`"x-ms-apimTemplateParameter.value": "@connectionParameters('ke$0y')"`)}] } }`,
      "apiProperties.json",
    );
    expect(value).toContain("**key**");
    expect(value).not.toContain("dozjgNryP4J3jVmNHl0w5N");
  });
});
