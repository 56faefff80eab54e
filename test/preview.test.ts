import { spawn } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import type { Connector } from "../connector/connector.js";
import { packageFile } from "../host/packageFile.js";
import type { ConnectionControl } from "../preview/connection.js";
import type { Control, Field } from "../preview/fields.js";
import { html } from "../preview/html.js";
import { type ConnectorView, marksOf, type OperationView, viewOf } from "../preview/model.js";
import { contentHtml, documentHtml, operationHtml } from "../preview/page.js";
import { type Preview, startPreview } from "../preview/server.js";
import type { Token } from "../preview/tokens.js";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { contoso } from "./contoso.js";
import { definition as every, properties as everyProperties } from "./everyControl.js";
import { connectorOf, readFixture } from "./fixture.js";
import { folderWith, paconn } from "./terminal.js";

/** A connector of a text in the language of the examples. */
function connector(text: string): Connector {
  return connectorOf(readFixture(text, "apiDefinition.swagger.json").files);
}

/** One of values. */
function connectorWith(definition: object, properties?: object, more = ""): Connector {
  const own =
    properties === undefined ? "" : `\n//- apiProperties.json\n${JSON.stringify(properties)}`;
  return connector(`${JSON.stringify(definition)}${own}${more}`);
}

function judged(connector: Connector): ConnectorView {
  return viewOf(connector, judge(connector, connector.all).findings);
}

function operation({ triggers, actions }: ConnectorView, id: string): OperationView {
  return [...triggers, ...actions].find((each) => each.id === id)!;
}

/** A definition with one operation. */
function definitionWith(operation: object, more: object = {}) {
  const get = { operationId: "Do", responses: {}, ...operation };
  return { swagger: "2.0", info: { title: "T" }, paths: { "/a": { post: get } }, ...more };
}

function viewWith(operationValue: object, more?: object): OperationView {
  return operation(viewOf(connectorWith(definitionWith(operationValue, more)), []), "Do");
}

/** Fields in words, as `Customer › Mail*: text`. */
function outline(fields: readonly Field[]): string[] {
  return fields.map(({ within, label, isRequired, control, default: value }) => {
    const of = [...within, label].join(" › ");
    const given = value === undefined ? "" : ` = ${value}`;
    return `${of}${isRequired ? "*" : ""}: ${inWords(control)}${given}`;
  });
}

function inWords(control: Control): string {
  switch (control.kind) {
    case "choice":
      return `one of ${control.options.map(({ value, text }) => (value === text ? text : `${text} (${value})`)).join(", ")}`;
    case "dynamicChoice":
    case "dynamicFields": {
      const { operation, isMissing, dependsOn } = control.call;
      const name = control.kind === "dynamicChoice" && control.isTree ? "tree" : control.kind;
      return `${name} ${operation}${isMissing ? "?" : ""}(${dependsOn.join(", ")})`;
    }
    case "list":
      return `list [${outline(control.fields).join("; ")}]`;
    default:
      return control.kind;
  }
}

/** Tokens in words, as `Tickets: list [ID: number]`. */
function outlineTokens(tokens: readonly Token[]): string[] {
  return tokens.map(({ label, type, tokens }) => {
    const held = tokens.length > 0 ? ` [${outlineTokens(tokens).join("; ")}]` : "";
    return `${label}: ${type}${held}`;
  });
}

describe("the fields of an operation", () => {
  const view = viewOf(connectorWith(every, everyProperties), []);

  test("come in the order and with the controls that makers see", () => {
    const { shown, advanced, isCut } = operation(view, "CreateTicket").fields;
    expect(outline(shown)).toEqual([
      "Queue*: text",
      "Subject*: text",
      "Urgent: yesNo = false",
      "Priority: one of Whenever there is time (low), normal, At once (high) = normal",
      "Customer › Mail: text",
      "Customer › Address › City: text",
      "Due: dateTime",
      "Day: date",
      "Hours: number = 1.5",
      "Tags: list [Tags - 1: text]",
      "Attachments: list [File Name*: text; File Content: file]",
      "Extra: object",
      "parent: object",
      "Team: dynamicChoice List teams(Queue)",
      "Form: dynamicFields Get the form of a team(Team)",
    ]);
    expect(outline(advanced)).toEqual(["dry: yesNo", "Note: text"]);
    expect(isCut).toBe(false);
    expect(shown[1]).toMatchObject({
      name: "body/subject",
      sentIn: "body",
      description: "What it is about.",
    });
  });

  test("are none when all are internal", () => {
    for (const id of ["OnClosed", "OnNewTicket"])
      expect(
        outline(operation(view, id).fields.shown.filter(({ name }) => name !== "queue")),
      ).toEqual([]);
  });

  test("are files and trees in a form", () => {
    expect(outline(operation(view, "UploadFile").fields.shown)).toEqual([
      "File*: file",
      "Folder: tree List folders()",
    ]);
  });

  test("are the body itself when it is no object", () => {
    expect(outline(operation(view, "GetAnswers").fields.shown)).toEqual([
      "Team*: text",
      "Fields: list [Fields - 1: one of a, b]",
    ]);
    const body = (schema: object) =>
      outline(
        viewWith({ parameters: [{ name: "text", in: "body", required: true, schema }] }).fields
          .shown,
      );
    expect(body({ type: "string", format: "binary", title: "Content" })).toEqual([
      "Content*: file",
    ]);
    expect(body({ type: "object" })).toEqual(["text*: object"]);
    expect(body({})).toEqual(["text*: text"]);
  });

  test("are required only when everything around them is sent", () => {
    const of = (required: boolean, ofBody: string[]) =>
      outline(
        viewWith({
          parameters: [
            {
              name: "body",
              in: "body",
              required,
              schema: {
                type: "object",
                required: ofBody,
                properties: {
                  a: { type: "object", required: ["b"], properties: { b: { type: "string" } } },
                },
              },
            },
          ],
        }).fields.shown,
      );
    expect(of(true, ["a"])).toEqual(["a › b*: text"]);
    expect(of(true, [])).toEqual(["a › b: text"]);
    expect(of(false, ["a"])).toEqual(["a › b: text"]);
  });

  test("are those of all parts, and advanced with what they are written in", () => {
    const { shown, advanced } = viewWith(
      {
        parameters: [
          {
            name: "body",
            in: "body",
            required: true,
            schema: {
              allOf: [
                { $ref: "#/definitions/Base" },
                {
                  type: "object",
                  properties: {
                    more: {
                      type: "object",
                      "x-ms-visibility": "advanced",
                      properties: {
                        x: { type: "string" },
                        y: { type: "string", "x-ms-visibility": "important" },
                      },
                    },
                  },
                },
              ],
            },
          },
        ],
      },
      {
        definitions: {
          Base: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
        },
      },
    ).fields;
    expect(outline(shown)).toEqual(["id*: number", "more › y: text"]);
    expect(outline(advanced)).toEqual(["more › x: text"]);
  });

  test("tell calls of operations that are not there, and of the platform", () => {
    const parameters = [
      {
        name: "queue",
        in: "query",
        type: "string",
        "x-ms-dynamic-values": {
          operationId: "ListQueue",
          "value-path": "id",
          parameters: { team: { parameter: "team" }, kind: { parameter: "nothing" } },
        },
      },
      { name: "team", in: "query", type: "string", "x-ms-summary": "Team" },
      { name: "file", in: "query", type: "string", "x-ms-dynamic-values": { capability: "x" } },
    ];
    const { fields } = viewWith({ parameters });
    expect(outline(fields.shown)).toEqual([
      "queue: dynamicChoice ListQueue?(Team, nothing)",
      "Team: text",
      "file: dynamicChoice undefined()",
    ]);
    const page = operationHtml(viewWith({ parameters })).text;
    expect(page).toContain(
      "Filled by <b>ListQueue</b>, which the definition does not have, depending on <b>Team</b>, <b>nothing</b>.",
    );
    expect(page).toContain("Filled by the platform.");
  });

  test("end although schemas refer to one another for ever", () => {
    const properties = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`p${index}`, { $ref: `#/definitions/D${index}` }]),
    );
    const definitions = {
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          `D${index}`,
          { type: "object", properties: { ...properties, leaf: { type: "string" } } },
        ]),
      ),
      List: { type: "array", items: { $ref: "#/definitions/List" } },
      Loop: { $ref: "#/definitions/Loop" },
      Self: { type: "object", allOf: [{ $ref: "#/definitions/Self" }] },
    };
    const of = (schema: object) =>
      viewWith(
        {
          parameters: [{ name: "body", in: "body", schema }],
          responses: { 200: { schema } },
        },
        { definitions },
      );
    const large = of({ $ref: "#/definitions/D0" });
    expect(large.fields.isCut).toBe(true);
    expect(large.tokens.isCut).toBe(true);
    const { text } = operationHtml(large);
    expect(text).toContain("There are more fields than are shown here.");
    expect(text.length).toBeLessThan(1_000_000);
    expect(outline(of({ $ref: "#/definitions/List" }).fields.shown)).toEqual(["body: list []"]);
    for (const name of ["Loop", "Self", "Missing"])
      expect(of({ $ref: `#/definitions/${name}` }).fields.isCut).toBe(false);
  });

  test("of a definition that is full of nonsense are none, or nonsense", () => {
    const nonsense: unknown[] = [
      null,
      1,
      "x",
      [],
      {},
      [[]],
      { a: null },
      { $ref: 1 },
      { $ref: "#" },
    ];
    for (const some of nonsense)
      for (const key of ["parameters", "responses", "summary", "x-ms-trigger", "x-ms-visibility"]) {
        const broken = definitionWith({
          [key]: some,
          ...(key !== "parameters" && {
            parameters: [
              some,
              { name: "a", in: "body", schema: some },
              { name: "b", in: "query", default: some, enum: some, "x-ms-enum-values": some },
              { name: some, in: some, type: some, "x-ms-dynamic-values": some },
            ],
          }),
        });
        const view = judged(
          connectorWith({ ...broken, info: some }, { properties: { connectionParameters: some } }),
        );
        for (const each of [...view.triggers, ...view.actions]) operationHtml(each);
        contentHtml({ version: "1", view, notices: [], icon: undefined });
      }
  });
});

describe("dynamic content", () => {
  const view = viewOf(connectorWith(every, everyProperties), []);
  const of = (id: string) => {
    const { tokens, of, call } = operation(view, id).tokens;
    return { of, tokens: outlineTokens(tokens), ...(call && { call }) };
  };
  const summary = [
    "ID: number",
    "Closed: yesNo",
    "Created: dateTime",
    "Customer: object [Mail: text]",
  ];

  test("is the result, without what is internal", () => {
    expect(of("ListTeams")).toEqual({
      of: "result",
      tokens: ["Tickets: list [ID: text; Name: text]"],
    });
  });

  test("is an item of a polled list", () => {
    expect(of("OnNewTicket")).toEqual({ of: "eachItem", tokens: [...summary, "Related: list"] });
  });

  test("is what the service sends to a webhook", () => {
    expect(of("OnClosed")).toEqual({
      of: "notification",
      tokens: [`ticket: object [${[...summary, "Related: list"].join("; ")}]`, "Closed By: text"],
    });
  });

  test("is told by a call, and nothing when nothing is described", () => {
    expect(of("GetAnswers")).toEqual({
      of: "result",
      tokens: [],
      call: { operation: "Get the form of a team", isMissing: false, dependsOn: ["Team"] },
    });
    expect(of("UploadFile")).toEqual({ of: "result", tokens: [] });
    const page = (id: string) => operationHtml(operation(view, id)).text;
    expect(page("GetAnswers")).toContain(
      "All of it comes from <b>Get the form of a team</b>, depending on <b>Team</b>.",
    );
    expect(page("UploadFile")).toContain("The definition describes nothing");
  });

  test("is a list or a value that is the result itself", () => {
    const of = (schema: object) =>
      outlineTokens(viewWith({ responses: { 200: { schema } } }).tokens.tokens);
    expect(of({ type: "string" })).toEqual(["Body: text"]);
    expect(of({ type: "array", title: "All", items: { properties: { a: {} } } })).toEqual([
      "All: list [a: unknown]",
    ]);
    expect(of({ type: "string", format: "binary" })).toEqual(["Body: file"]);
  });
});

describe("the connection", () => {
  const controls = (fields: ConnectorView["connecting"]["ways"][number]["fields"]) =>
    fields.map(
      ({ label, isRequired, control }) => `${label}${isRequired ? "*" : ""}: ${kind(control)}`,
    );
  const kind = (control: ConnectionControl) =>
    control.kind === "choice"
      ? `one of ${control.options.map(({ text }) => text).join(", ")}`
      : control.kind === "signIn"
        ? `sign in with ${control.provider} for ${control.scopes.join(" ")}`
        : control.kind;

  test("has a dialog for each set of parameters", () => {
    const { connecting } = viewOf(connectorWith(every, everyProperties), []);
    expect(connecting).toMatchObject({
      label: "Authentication Type",
      description: "How you sign in.",
    });
    expect(connecting.ways.map(({ label, fields }) => [label, ...controls(fields)])).toEqual([
      ["API key", "Key*: secret", "Region*: one of Europe, Asia"],
      ["Sign in", "token: sign in with oauth2 for tickets.read tickets.write"],
      ["On-premises", "Gateway: gateway", "Encrypt: yesNo"],
    ]);
    expect(connecting.ways[0]!.hidden).toBe(1);
    expect(connecting.ways[2]!.fields[1]!.conditions).toEqual([
      "Shown only for a connection through an on-premises data gateway.",
    ]);
  });

  test("of parameters that are in no set", () => {
    const of = (parameters: object) =>
      viewOf(connectorWith(every, { properties: { connectionParameters: parameters } }), [])
        .connecting.ways;
    const [way] = of({
      user: {
        type: "securestring",
        uiDefinition: { displayName: "User", constraints: { clearText: true } },
      },
      size: { type: "int", defaultValue: 5, uiDefinition: { constraints: { required: true } } },
      mode: { type: "string", allowedValues: [{ value: "a", uiDefinition: { displayName: "A" } }] },
      name: {
        type: "string",
        uiDefinition: { constraints: { dependencies: { mode: { values: ["a", "b"] } } } },
      },
    });
    expect(controls(way!.fields)).toEqual([
      "User: text",
      "size*: number",
      "mode: one of A",
      "name: text",
    ]);
    expect(way!.fields[3]!.conditions).toEqual(['Shown only when "mode" is "a" or "b".']);
    const page = (properties: object | undefined) =>
      contentHtml({
        version: "1",
        view: viewOf(connectorWith(every, properties), []),
        notices: [],
        icon: undefined,
      }).text;
    expect(page({ properties: { connectionParameters: {} } })).toContain("No sign-in is needed.");
    expect(page(undefined)).toContain("There is no apiProperties.json");
    expect(page({ properties: {} })).not.toContain("There is no apiProperties.json");
  });

  test("shows no secret", () => {
    const view = viewOf(connectorWith(every, everyProperties), []);
    const page = documentHtml({ version: "1", view, notices: [], icon: undefined });
    expect(page).not.toContain("Contoso-7Lq2");
    expect(page).not.toContain("contoso-client");
    expect(page).toContain('type="password"');
  });
});

describe("the card", () => {
  const card = (info: object, properties?: object, more = "") =>
    viewOf(connectorWith({ swagger: "2.0", info, paths: {} }, properties, more), []).card;

  test("has what makers see of a connector among others", () => {
    expect(
      card(
        { title: "Desk", description: "d", "x-ms-api-annotation": { status: "Preview" } },
        { properties: { publisher: "Contoso", iconBrandColor: "#0B6A53" } },
        "\n//- icon.png\nPNG 32 x 32, #0B6A53",
      ),
    ).toMatchObject({
      title: "Desk",
      publisher: "Contoso",
      color: "#0b6a53",
      isPreview: true,
      icon: expect.any(Uint8Array),
    });
  });

  test("has no image that is no PNG, and no color that is none", () => {
    expect(
      card(
        {},
        { properties: { iconBrandColor: "red;}" } },
        "\n//- icon.png\n<svg xmlns='http://www.w3.org/2000/svg'/>",
      ),
    ).toMatchObject({ title: "connector", icon: undefined, color: undefined });
  });

  test("leads to web pages alone", () => {
    const links = (url: unknown) => card({ contact: { url } }).links.map(({ address }) => address);
    expect(links("https://contoso.com/support")).toEqual(["https://contoso.com/support"]);
    for (const url of [
      "javascript:alert(1)",
      " jAvAsCrIpT:alert(1)",
      "data:text/html,<script>",
      "file:///etc/passwd",
      "//contoso.com",
      7,
    ])
      expect(links(url)).toEqual([]);
  });
});

describe("findings", () => {
  const found = (pointer: string, name = "apiDefinition.swagger.json"): Finding => ({
    rule: "some-rule",
    validatorCode: null,
    severity: "error",
    message: pointer,
    path: `/connector/${name}`,
    pointer,
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 5 } },
    related: [],
    fix: undefined,
  });
  const at = "/paths/~1queues~1{queue}~1tickets/post";

  test("are shown with the nearest thing that they concern", () => {
    const pointers = [
      "/info/title",
      `${at}/summary`,
      `${at}/parameters/0/x-ms-visibility`,
      "/parameters/Queue/description",
      "/definitions/Ticket/properties/subject/description",
      "/definitions/Ticket/properties/customer/title",
      "/definitions/Ticket/properties/attachments/items/properties/name",
      "/definitions/Ticket/properties/source-id/default",
      `${at}/responses/201/description`,
      "/securityDefinitions/key",
      "/host",
      "/paths/~1folders/get/summary",
    ];
    const withScript = { properties: { ...everyProperties.properties, scriptOperations: ["X"] } };
    const view = viewOf(connectorWith(every, withScript), [
      ...pointers.map((pointer) => found(pointer)),
      found("/properties/connectionParameterSets/values/0/parameters/region", "apiProperties.json"),
      found("/properties/scriptOperations/0", "apiProperties.json"),
      found("/properties", "apiProperties.json"),
      found("", "readme.md"),
    ]);
    const messages = (marks: Iterable<{ message: string }>) =>
      [...marks].map(({ message }) => message);
    expect(messages(view.card.marks)).toEqual(["/info/title", "/properties"]);
    expect(messages(view.connecting.marks)).toEqual(["/securityDefinitions/key"]);
    expect(messages(view.connecting.ways[0]!.fields[1]!.marks)).toHaveLength(1);
    const create = operation(view, "CreateTicket");
    expect(messages(create.marks)).toEqual([
      `${at}/summary`,
      "/definitions/Ticket/properties/source-id/default",
    ]);
    const marksOfField = (label: string) => {
      const { shown, advanced } = create.fields;
      return messages([...shown, ...advanced].find((field) => field.label === label)!.marks);
    };
    expect(marksOfField("Queue")).toEqual(["/parameters/Queue/description"]);
    expect(marksOfField("dry")).toEqual([`${at}/parameters/0/x-ms-visibility`]);
    expect(marksOfField("Subject")).toEqual(["/definitions/Ticket/properties/subject/description"]);
    expect(marksOfField("Mail")).toEqual(["/definitions/Ticket/properties/customer/title"]);
    expect(messages(create.tokens.marks)).toEqual([
      "/definitions/Ticket/properties/source-id/default",
      `${at}/responses/201/description`,
    ]);
    expect(marksOf(create).size).toBe(8);
    expect(messages(marksOf(operation(view, "OnNewTicket")))).toEqual([
      "/parameters/Queue/description",
    ]);
    expect(messages(view.elsewhere)).toEqual([
      "/host",
      "/paths/~1folders/get/summary",
      "/properties/scriptOperations/0",
      "",
    ]);
    expect(view.elsewhere[0]).toMatchObject({ place: "apiDefinition.swagger.json:3:5" });
    expect(view.marks).toHaveLength(pointers.length + 4);
  });

  test("of the example are all in its page", () => {
    const { folder } = contoso();
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    const example = connector(
      `${read("apiDefinition.swagger.json")}\n//- apiProperties.json\n${read("apiProperties.json")}`,
    );
    const { findings } = judge(example, example.all);
    const view = viewOf(example, findings);
    const pages = [
      contentHtml({ version: "1", view, notices: [], icon: undefined }),
      ...view.actions.map(operationHtml),
    ];
    const all = pages.map(({ text }) => text).join("\n");
    expect(findings.length).toBeGreaterThan(8);
    for (const { rule, message } of findings) {
      expect(all).toContain(rule);
      expect(all).toContain(html`${message}`.text);
    }
  });
});

describe("no text is markup", () => {
  const hostile = [
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "'><q>",
    "</textarea></option></select><i>",
    "a\u2028b\u0000c\u202Ed",
    "{{x}} &lt;",
    "<!--",
  ].join("\n");

  test("wherever it stands", () => {
    const bad = hostile;
    const schema = {
      type: "object",
      title: bad,
      properties: {
        [bad]: {
          type: "string",
          title: bad,
          "x-ms-summary": bad,
          description: bad,
          default: bad,
          enum: [bad],
          "x-ms-enum-values": [{ value: bad, displayName: bad }],
        },
        object: { type: "object", default: { [bad]: bad }, description: bad },
        list: { type: "array", title: bad, default: [bad], items: { type: "string", title: bad } },
        call: { type: "string", "x-ms-dynamic-list": { operationId: bad } },
        fields: { type: "object", "x-ms-dynamic-properties": { operationId: bad } },
      },
    };
    const parameters = Object.fromEntries(
      ["string", "securestring", "bool", "oauthSetting", "gatewaySetting", bad].map((type) => [
        `${type}${bad}`,
        {
          type,
          defaultValue: bad,
          oAuthSettings: { identityProvider: bad, scopes: [bad] },
          uiDefinition: {
            displayName: bad,
            description: bad,
            tooltip: bad,
            constraints: { dependencies: { [bad]: { values: [bad] } } },
          },
        },
      ]),
    );
    const connector = connectorWith(
      {
        swagger: bad,
        info: { title: bad, description: bad, contact: { name: bad, url: `https://a.b/${bad}` } },
        "x-ms-connector-metadata": [{ propertyName: "Categories", propertyValue: bad }],
        paths: {
          [`/${bad}`]: {
            post: {
              operationId: bad,
              summary: bad,
              description: bad,
              "x-ms-trigger": "single",
              "x-ms-trigger-hint": bad,
              parameters: [
                { name: bad, in: "query", type: bad, "x-ms-summary": bad, description: bad },
                { name: bad, in: bad, type: "string" },
                { name: "body", in: "body", schema },
              ],
              responses: { 200: { description: bad, schema } },
            },
          },
        },
      },
      {
        properties: {
          publisher: bad,
          iconBrandColor: bad,
          connectionParameters: parameters,
          connectionParameterSets: {
            uiDefinition: { displayName: bad, description: bad },
            values: [
              { name: bad, uiDefinition: { displayName: bad, description: bad }, parameters },
            ],
          },
        },
      },
    );
    const findings = judge(connector, connector.all).findings.map((each) => ({
      ...each,
      message: `${each.message}${bad}`,
      rule: bad,
    }));
    const view = viewOf(connector, findings);
    const pages = [
      documentHtml({ version: bad, view, notices: [bad], icon: undefined }),
      ...[...view.triggers, ...view.actions].map((each) => operationHtml(each).text),
    ];
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page).not.toMatch(/<script>|<img|<i>|<q>|<!--|onerror=alert\(1\)>|[\0\u202E]/);
      expect(page).toContain("&lt;script&gt;");
      // Every quote that is left delimits an attribute, and every attribute is one of the page's own.
      for (const [tag] of page.matchAll(/<[a-z][^>]*>/g))
        expect(tag).toMatch(/^<[a-z]\w*(\s[a-z-]+(="[^"<>]*")?)*>$/);
    }
  });

  test("whatever the template is given", () => {
    expect(html`<a title="${`"'&<>\``}">${[1, undefined, false, html`<b>`, ["<"]]}</a>`.text).toBe(
      `<a title="&quot;&#39;&amp;&lt;&gt;&#96;">1<b>&lt;</a>`,
    );
  });
});

test("the page of hundreds of operations stays small", () => {
  const paths = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [
      `/tickets/${index}`,
      {
        post: {
          operationId: `Create${index}`,
          summary: `Create a ticket ${index}`,
          description: "Creates a ticket in a queue, and tells the people who look after it.",
          parameters: [{ name: "body", in: "body", schema: { $ref: "#/definitions/Ticket" } }],
          responses: { 200: { schema: { $ref: "#/definitions/Ticket" } } },
        },
      },
    ]),
  );
  const view = viewOf(connectorWith({ ...every, paths }), []);
  const { text } = contentHtml({ version: "1", view, notices: [], icon: undefined });
  expect(view.actions).toHaveLength(500);
  expect(text.length).toBeLessThan(500_000);
});

describe("the server", () => {
  const running: Preview[] = [];
  afterEach(async () => {
    for (const preview of running.splice(0)) await preview.close();
  });

  async function start(options?: Parameters<typeof startPreview>[0]): Promise<Preview> {
    const preview = await startPreview(options);
    running.push(preview);
    return preview;
  }

  interface Answer {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }

  /** Asks with any host and method, which `fetch` does not let. */
  function ask(url: string, more: { method?: string; host?: string; path?: string } = {}) {
    const { port, pathname, search, host } = new URL(url);
    return new Promise<Answer>((resolve, reject) => {
      request(
        {
          host: "127.0.0.1",
          port,
          method: more.method ?? "GET",
          path: more.path ?? pathname + search,
          headers: { host: more.host ?? host },
        },
        (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (chunk) => {
            body += chunk;
          });
          response.on("end", () =>
            resolve({ status: response.statusCode!, headers: response.headers, body }),
          );
        },
      )
        .once("error", reject)
        .end();
    });
  }

  /** The versions that a page is told, as they come. */
  async function listen(url: string) {
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const response = await fetch(`${url}events`, { signal: stop.signal });
    const told: string[] = [];
    let hasEnded = false;
    const reading = (async () => {
      let text = "";
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        told.splice(0, told.length, ...[...text.matchAll(/^data: (.*)$/gm)].map((m) => m[1]!));
      }
    })()
      .catch(() => {})
      .finally(() => {
        hasEnded = true;
      });
    return { told, hasEnded: () => hasEnded, reading, response };
  }

  async function until(what: () => unknown) {
    const start = performance.now();
    while (!(await what())) {
      if (performance.now() - start > 20_000) throw new Error(`This never came: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test("shows the connector, its details and its icon", async () => {
    const preview = await start();
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
    expect((await ask(preview.url)).body).toContain("A connector without a title");
    preview.show(connectorWith(every, everyProperties, "\n//- icon.png\nPNG 32 x 32, #0B6A53"), []);
    const page = await ask(preview.url);
    expect(page).toMatchObject({ status: 200 });
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store, no-transform",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    expect(page.headers["access-control-allow-origin"]).toBeUndefined();
    expect(page.body).toContain("<h1>Contoso Desk</h1>");
    expect(page.body).not.toContain("File Content");
    const [, icon] = /<img src="([^"]+)"/.exec(page.body)!;
    expect(await ask(preview.url + icon)).toMatchObject({
      status: 200,
      headers: { "content-type": "image/png" },
    });
    const key = encodeURIComponent("/paths/~1queues~1{queue}~1tickets/post");
    expect((await ask(`${preview.url}operation?key=${key}`)).body).toContain("File Content");
    for (const [name, type] of [
      ["page.css", "text/css"],
      ["page.js", "text/javascript"],
      ["content", "text/html"],
    ])
      expect(await ask(preview.url + name)).toMatchObject({
        status: 200,
        headers: { "content-type": `${type}; charset=utf-8` },
      });
  });

  test("tells nothing to those who do not know the address, or come by another name", async () => {
    const preview = await start();
    preview.show(connectorWith(every, everyProperties), []);
    const { url } = preview;
    const { port } = new URL(url);
    const refused = async (status: number, more: Parameters<typeof ask>[1]) => {
      const answer = await ask(url, more);
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain("Contoso");
    };
    const own = new URL(url).pathname;
    for (const path of [
      "/",
      "/x/",
      `/${"0".repeat(32)}/`,
      own.slice(0, -1),
      own.slice(0, -2),
      `/${own}`,
    ])
      await refused(404, { path });
    for (const host of [
      "contoso.com",
      `contoso.com:${port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `[::1]:${port}`,
    ])
      await refused(403, { host });
    expect((await ask(url, { host: `localhost:${port}` })).status).toBe(200);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"]) {
      await refused(405, { method });
      expect((await ask(url, { method })).headers.allow).toBe("GET");
    }
    for (const name of ["operation", "operation?key=x", "icon.png", "../x", "nothing"])
      expect((await ask(url + name)).status).toBe(404);
  });

  test("can be shown in a frame of an editor, by whatever name that comes, to those who know the address", async () => {
    const policyOf = async ({ url }: Preview) =>
      (await ask(url)).headers["content-security-policy"];
    expect(await policyOf(await start())).toContain("frame-ancestors 'none'");
    const framed = await start({ isFramed: true });
    expect(await policyOf(framed)).not.toContain("frame-ancestors");
    expect((await ask(framed.url, { host: "code.contoso.com" })).status).toBe(200);
    const stranger = await ask(framed.url, { path: `/${"0".repeat(32)}/` });
    expect(stranger.status).toBe(404);
  });

  test("has another address each time, and can have a port of its own", async () => {
    const [a, b] = [await start(), await start()];
    expect(new URL(a.url).pathname).not.toBe(new URL(b.url).pathname);
    const port = Number(new URL(a.url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await a.close();
    expect(new URL((await start({ port })).url).port).toBe(String(port));
  });

  test("tells those who look of each state, and that it ends", async () => {
    const preview = await start();
    const listener = await listen(preview.url);
    expect(listener.response.headers.get("content-type")).toBe("text/event-stream");
    await until(() => listener.told.at(-1) === "0");
    preview.show(connectorWith(every), []);
    await until(() => listener.told.at(-1) === "1");
    expect((await ask(`${preview.url}content`)).body).toContain('data-version="1"');
    preview.show(connectorWith({ ...every, info: { title: "Contoso Help" } }), []);
    await until(() => listener.told.at(-1) === "2");
    expect((await ask(`${preview.url}content`)).body).toContain("<h1>Contoso Help</h1>");
    const late = await listen(preview.url);
    await until(() => late.told.at(-1) === "2");
    await preview.close();
    await Promise.all([listener.reading, late.reading]);
    expect([listener.hasEnded(), late.hasEnded()]).toEqual([true, true]);
    await expect(ask(preview.url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("keeps what a file said last while it cannot be read", async () => {
    const preview = await start();
    const show = (text: string) => {
      const shown = connector(text);
      preview.show(shown, judge(shown, shown.all).findings);
      return ask(`${preview.url}content`).then(({ body }) => body);
    };
    const properties = `//- apiProperties.json\n${JSON.stringify(everyProperties)}`;
    const whole = `${JSON.stringify(every, null, 1)}\n${properties}`;
    const broken = whole.replace('"title": "Contoso Desk",', '"title": "Contoso Desk"');
    expect(await show("{")).toContain(
      "apiDefinition.swagger.json is no JSON at present (line 1, column 1): a &quot;}&quot; is expected here to close the object. What it says is shown as soon as it can be read.",
    );
    expect(await show(whole)).not.toContain('class="notice"');
    const kept = await show(broken);
    expect(kept).toContain(
      "apiDefinition.swagger.json is no JSON at present (line 5, column 3): a &quot;,&quot; is expected here. Until it can be read, you see what it said before.",
    );
    expect(kept).toContain("<h1>Contoso Desk</h1>");
    expect(kept).toContain("Create a ticket");
    expect(kept).toContain("json-syntax");
    expect(kept).toContain("info-contact-complete");
    expect(await show(` \n${properties}`)).toContain("apiDefinition.swagger.json is empty. Until");
    expect(await show(`[]\n${properties}`)).toContain("holds no JSON object. Until");
    const brokenProperties = await show(`${JSON.stringify(every)}\n//- apiProperties.json\n{"a":`);
    expect(brokenProperties).toContain("apiProperties.json is no JSON at present (line 1");
    expect(brokenProperties).toContain("Authentication Type");
    const alone = connectorOf([{ name: "readme.md", text: "# x" }]);
    preview.show(alone, []);
    expect((await ask(`${preview.url}content`)).body).toContain(
      "apiDefinition.swagger.json is not there. Until",
    );
    expect(await show(JSON.stringify(every))).toContain("There is no apiProperties.json");
  });

  describe("paconn preview", () => {
    /** Runs it as a process of its own, until the test has ended. */
    async function run(folder: string, ...more: string[]) {
      const child = spawn(
        process.execPath,
        ["--import", "tsx", packageFile("cli/paconn.ts"), "preview", folder, ...more],
        { cwd: packageFile(), stdio: ["ignore", "pipe", "pipe"] },
      );
      onTestFinished(() => void child.kill("SIGKILL"));
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (chunk) => {
        stdout += chunk;
      });
      child.stderr.setEncoding("utf8").on("data", (chunk) => {
        stderr += chunk;
      });
      const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
      await until(() => stdout.includes("\n") || child.exitCode !== null);
      const url = stdout.startsWith("{")
        ? (JSON.parse(stdout) as { url: string }).url
        : stdout.trim();
      const content = () => ask(`${url}content`).then(({ body }) => body);
      return { child, exit, content, stdout: () => stdout, stderr: () => stderr };
    }

    test("follows the files until it is interrupted", async () => {
      const { folder, definition, properties } = contoso({ "lib/other.json": "{}" });
      const { child, exit, content, stdout, stderr } = await run(folder, "--no-config");
      expect(stdout()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/\n$/);
      expect(await content()).toContain("<h1>Contoso Tickets API</h1>");

      const text = readFileSync(definition, "utf8");
      writeFileSync(definition, text.replace("Contoso Tickets API", "Contoso Desk"));
      await until(async () => (await content()).includes("<h1>Contoso Desk</h1>"));
      expect(await content()).not.toContain("info-title-no-restricted-words");
      // As editors save: another file takes the place.
      writeFileSync(`${definition}~`, text.replace("Contoso Tickets API", "Contoso Help"));
      renameSync(`${definition}~`, definition);
      await until(async () => (await content()).includes("<h1>Contoso Help</h1>"));

      writeFileSync(definition, text.slice(0, 200));
      await until(async () => (await content()).includes("is no JSON at present"));
      expect(await content()).toContain("<h1>Contoso Help</h1>");
      writeFileSync(definition, text);
      await until(async () => !(await content()).includes("is no JSON at present"));

      // A file in another folder, which the settings name.
      const elsewhere = join(folder, "lib/other.json");
      writeFileSync(elsewhere, readFileSync(properties, "utf8").replace('"Contoso"', '"Fabrikam"'));
      writeFileSync(
        join(folder, "settings.json"),
        '{ "connectorId": "x", "apiProperties": "lib/other.json" }',
      );
      await until(async () => (await content()).includes("By Fabrikam"));
      writeFileSync(elsewhere, readFileSync(elsewhere, "utf8").replace("Fabrikam", "Northwind"));
      await until(async () => (await content()).includes("By Northwind"));

      expect(stderr()).toBe("");
      child.kill("SIGINT");
      expect(await exit).toBe(130);
    });

    test("follows the configuration, and a folder that goes and comes back", async () => {
      const { root, folder } = contoso({}, "desk");
      const { content, stderr } = await run(folder, "--json");
      const ruleset = join(root, "desk/.spectral.yaml");
      expect(await content()).toContain("info-title-no-restricted-words");
      writeFileSync(ruleset, "extends: paconn\nrules: { info-title-no-restricted-words: off }\n");
      await until(async () => !(await content()).includes("info-title-no-restricted-words"));
      writeFileSync(ruleset, "extends: [");
      await until(() => stderr().includes(".spectral.yaml"));
      expect(await content()).not.toContain("info-title-no-restricted-words");
      rmSync(ruleset);
      await until(async () => (await content()).includes("info-title-no-restricted-words"));
      renameSync(folder, `${folder}-away`);
      await until(() => stderr().includes("it does not exist"));
      expect(await content()).toContain("<h1>Contoso Tickets API</h1>");
      const definition = join(`${folder}-away`, "apiDefinition.swagger.json");
      writeFileSync(definition, readFileSync(definition, "utf8").replace("Tickets API", "Desk"));
      renameSync(`${folder}-away`, folder);
      await until(async () => (await content()).includes("<h1>Contoso Desk</h1>"));
      const again = join(folder, "apiDefinition.swagger.json");
      writeFileSync(again, readFileSync(again, "utf8").replace("Contoso Desk", "Contoso Help"));
      await until(async () => (await content()).includes("<h1>Contoso Help</h1>"));
    });

    test("takes one connector, and says what is wrong with anything else", async () => {
      const folder = folderWith({
        "a/apiDefinition.swagger.json": "{}",
        "b/apiDefinition.swagger.json": "{}",
        "c/x.txt": "",
        "d/apiDefinition.swagger.json": "{}",
        "d/.spectral.yaml": "rules: [",
      });
      expect(await paconn(["preview"], { folder })).toMatchObject({
        exitCode: 2,
        stdout: "",
        stderr: expect.stringMatching(
          /^paconn: \. holds 3 connectors:\n {2}a\n {2}b\n {2}d\nName one of them\.\n$/,
        ),
      });
      expect(await paconn(["preview", "c"], { folder })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("No connector was found here or below"),
      });
      expect(await paconn(["preview", "missing"], { folder })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("missing: It does not exist."),
      });
      expect(await paconn(["preview", "d"], { folder })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("d/.spectral.yaml"),
      });
      for (const port of ["x", "-1", "70000", "1.5"])
        expect(await paconn(["preview", "a", "--port", port], { folder })).toMatchObject({
          exitCode: 2,
          stderr: expect.stringContaining("It must be a whole number up to 65535."),
        });
      const { port } = new URL((await start()).url);
      expect(await paconn(["preview", "a", "--port", port], { folder })).toMatchObject({
        exitCode: 3,
        stdout: "",
        stderr: expect.stringContaining(`The port ${port} is taken by another program.`),
      });
    });
  });
});

test("the script of the page is JavaScript", async () => {
  const { script } = await import("../preview/script.js");
  expect(() => new Function(script)).not.toThrow();
});
