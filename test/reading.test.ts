/** What is shown above and inside lines: lenses, hints, tokens. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Connector } from "../connector/connector.js";
import { readConnector } from "../host/readConnector.js";
import { codeLenses, lensCommand } from "../language/codeLenses.js";
import { Draft, type SeenFile } from "../language/draft.js";
import { inlayHints } from "../language/inlayHints.js";
import { tokenLegend } from "../language/names.js";
import { semanticTokens, tokenEdits } from "../language/semanticTokens.js";
import { corpusConnectors, corpusFolder } from "./corpus.js";
import { placeIn } from "./sight.js";

const definition = `{
  "paths": {
    "/queues": {
      "get": {
        "operationId": "ListQueues",
        "x-ms-visibility": "internal",
        "parameters": [{ "$ref": "#/parameters/Page" }, { "name": "team", "in": "query", "type": "string" }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Queue" } } }
      }
    },
    "/tickets": {
      "post": {
        "operationId": "AddTicket",
        "deprecated": true,
        "x-ms-trigger": "batch",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object", "properties": {
            "queue": { "type": "string", "title": "The queue", "x-ms-dynamic-values": { "operationId": "ListQueues", "value-path": "id" }, "x-ms-dynamic-list": { "operationId": "ListQueues", "itemValuePath": "id" } },
            "more": { "type": "object", "x-ms-visibility": "internal", "properties": { "hidden": { "type": "string" } } } } } },
          { "name": "dry", "in": "query", "type": "boolean" },
          { "name": "told", "in": "query", "type": "string", "x-ms-summary": "Told" }
        ],
        "responses": { "200": { "description": "OK" } }
      }
    }
  },
  "parameters": { "Page": { "name": "page", "in": "query", "type": "integer", "required": true, "x-ms-summary": "Page" } },
  "definitions": { "Queue": { "type": "object", "properties": { "id": { "type": "string" } } }, "Unused": { "type": "string" } }
}$0`;

const properties = `{ "properties": {
  "connectionParameters": { "region": { "type": "string" }, "key": { "type": "securestring" } },
  "scriptOperations": ["AddTicket"],
  "policyTemplateInstances": [{ "templateId": "setheader", "title": "Region", "parameters": {
    "x-ms-apimTemplateParameter.name": "Region",
    "x-ms-apimTemplateParameter.value": "@connectionParameters('region')",
    "x-ms-apimTemplate-operationName": ["AddTicket"] } }]
} }`;

const inDefinition = () =>
  placeIn(`${definition}\n//- apiProperties.json\n${properties}`, "apiDefinition.swagger.json");
const inProperties = () =>
  placeIn(
    `${properties}$0\n//- apiDefinition.swagger.json\n${definition.replace("$0", "")}`,
    "apiProperties.json",
  );

describe("lenses", () => {
  const told = (file: ReturnType<typeof placeIn>) =>
    codeLenses(file).map(({ data }) => {
      const { title, arguments: given = [] } = lensCommand(file, data.pointer)!;
      return `${data.pointer}: ${title} (${(given[2] ?? []).length})`;
    });

  it("tell of operations what they are and who uses them, of definitions their users", () => {
    expect(told(inDefinition())).toEqual([
      "/paths/~1queues/get: internal action · 2 inputs · used by 1 drop-down (2)",
      "/paths/~1tickets/post: polling trigger · 3 inputs · in 1 policy · script (2)",
      "/definitions/Queue: used in 1 place by 1 operation (1)",
      "/definitions/Unused: not used (0)",
    ]);
  });

  it("tell of connection parameters who reads them", () => {
    expect(told(inProperties())).toEqual([
      "/properties/connectionParameters/region: read by 1 policy (1)",
    ]);
  });

  it("count a sign-in as a reader of what users enter for it", () => {
    const text = `{ "properties": {
      "connectionParameters": {
        "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2generic", "customParameters": {
          "tokenUrlTemplate": { "value": "https://{host}/token?region={Region}" } } } },
        "token:Host": { "type": "string" }, "token:Region": { "type": "string" }
      },
      "policyTemplateInstances": [{ "templateId": "dynamichosturl", "parameters": {
        "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('token:Host')" } }]
    }$0 }`;
    expect(told(placeIn(text, "apiProperties.json"))).toEqual([
      "/properties/connectionParameters/token:Host: read by 1 policy and the sign-in (2)",
      "/properties/connectionParameters/token:Region: read by the sign-in (1)",
    ]);
  });

  /** What is told of the only operation of a definition, with the other files around it. */
  const ofOperation = (operation: string, more = "") =>
    told(
      placeIn(
        `{ "paths": { "/parts": { "post": { "operationId": "AddPart", ${operation} } } }${more}$0 }`,
        "apiDefinition.swagger.json",
      ),
    )[0];

  it("count as inputs what makers can give", () => {
    const body = (schema: string) =>
      ofOperation(
        `"parameters": [{ "name": "body", "in": "body", "schema": ${schema} }]`,
        `, "definitions": { "Secret": { "type": "string", "x-ms-visibility": "internal" } }`,
      );
    expect(ofOperation(`"parameters": []`)).toContain("0 inputs");
    expect(body(`{ "type": "string" }`)).toContain("1 input");
    expect(body(`{ "properties": { "a": {}, "b": { "properties": { "c": {} } } } }`)).toContain(
      "2 inputs",
    );
    expect(body(`{ "properties": { "a": { "x-ms-visibility": "internal" } } }`)).toContain(
      "0 inputs",
    );
    expect(body(`{ "properties": { "a": { "$ref": "#/definitions/Secret" } } }`)).toContain(
      "0 inputs",
    );
  });

  it("tell webhooks from what is polled, and count a policy once", () => {
    expect(ofOperation(`"x-ms-trigger": "single"`)).toContain("webhook trigger");
    const policies = `{ "properties": { "policyTemplateInstances": [{ "templateId": "setheader", "parameters": {
      "x-ms-apimTemplate-operationName": ["AddPart", "AddPart"] } }] } }`;
    const text = `{ "paths": { "/parts": { "post": { "operationId": "AddPart" } } }$0 }\n//- apiProperties.json\n${policies}`;
    expect(told(placeIn(text, "apiDefinition.swagger.json"))).toEqual([
      "/paths/~1parts/post: action · 0 inputs · in 1 policy (2)",
    ]);
  });

  it("lead to the places that they count", () => {
    const file = inProperties();
    const [lens] = codeLenses(file);
    expect(lensCommand(file, lens!.data.pointer)).toMatchObject({
      command: "paconn.showReferences",
      arguments: [
        "file:///connector/apiProperties.json",
        lens!.range.start,
        [{ uri: "file:///connector/apiProperties.json", range: { start: { line: 5 } } }],
      ],
    });
  });

  it("are none where there is nothing to tell", () => {
    for (const text of [
      `{ "definitions": "none", "paths": [] }$0`,
      `{ "definitions": { "A": "none", "__proto__": 1 } }$0`,
      `[]$0`,
      `$0`,
    ])
      expect(codeLenses(placeIn(text, "apiDefinition.swagger.json"))).toEqual([]);
    expect(lensCommand(inDefinition(), "/paths/~1gone/get")).toBeUndefined();
    expect(lensCommand(inDefinition(), "no pointer")).toBeUndefined();
  });
});

describe("hints", () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hintsIn = (file: ReturnType<typeof placeIn>, range = whole) =>
    inlayHints(file, range).map(({ position, label, tooltip }) => {
      const before = file.draft.lines.line(position.line).slice(0, position.character);
      return { at: /[^"]*(?=")"$/.exec(before)![0].slice(0, -1), label, tooltip };
    });
  const told = (file = inDefinition(), range = whole) =>
    hintsIn(file, range).map(({ at, label }) => `${at} ${label}`);

  it("tell what references stand for, what makers see and what is inherited", () => {
    expect(told()).toEqual([
      "#/parameters/Page query, integer, required",
      "#/definitions/Queue object, 1 property",
      "queue shown as “The queue”",
      'hidden internal, from property "more"',
      "dry shown as “dry”",
      "page internal operations only",
      "Queue internal operations only",
    ]);
  });

  it("are those of the lines that are asked for", () => {
    const lines = { start: { line: 6, character: 0 }, end: { line: 6, character: 999 } };
    expect(told(inDefinition(), lines)).toEqual(["#/parameters/Page query, integer, required"]);
  });

  /** The hints of an operation with a body and what that refers to. */
  const ofBody = (schema: string, definitions = "{}", more = "") =>
    hintsIn(
      placeIn(
        `{ "paths": { "/parts": { "post": { "operationId": "AddPart", "parameters": [
          { "in": "body", "name": "body"${more}, "schema": ${schema} }] } } }, "definitions": ${definitions} }$0`,
        "apiDefinition.swagger.json",
      ),
    );
  const labels = (...given: Parameters<typeof ofBody>) =>
    ofBody(...given).map(({ at, label }) => `${at} ${label}`);

  it("tell the label that stands where a property refers to", () => {
    const part = `{ "Part": { "type": "string", "title": "A part", "enum": ["a", "b"] } }`;
    expect(ofBody(`{ "properties": { "part": { "$ref": "#/definitions/Part" } } }`, part)).toEqual([
      {
        at: "part",
        label: "shown as “A part”",
        tooltip: 'Makers see the title of definition "Part".',
      },
      { at: "#/definitions/Part", label: "string, 2 values", tooltip: "A part" },
    ]);
  });

  it("tell no label that is written there, is the name or is not seen", () => {
    for (const property of [
      `{ "x-ms-summary": "Part", "title": "Other" }`,
      `{ "title": "part" }`,
      `{ "title": " " }`,
      `{ "title": 1 }`,
      `{ "title": "Part", "x-ms-visibility": "internal" }`,
      `{ "type": "object" }`,
    ])
      expect(labels(`{ "properties": { "part": ${property} } }`)).toEqual([]);
  });

  it("tell what is handed on by objects, bodies and what is referred to", () => {
    const inAdvanced = (own: string) =>
      labels(
        `{ "properties": { "more": { "x-ms-visibility": "advanced", "properties": { "a": ${own} } } } }`,
      );
    expect(inAdvanced("{}")).toEqual(['a advanced, from property "more"']);
    expect(inAdvanced(`{ "title": "An a" }`)).toEqual([
      'a advanced, from property "more"; shown as “An a”',
    ]);
    expect(inAdvanced(`{ "x-ms-visibility": "important" }`)).toEqual([]);
    expect(inAdvanced(`{ "type": "array", "items": { "properties": { "b": {} } } }`)).toEqual([
      'a advanced, from property "more"',
    ]);
    expect(
      labels(`{ "properties": { "a": {} } }`, "{}", `, "x-ms-visibility": "internal"`),
    ).toEqual(['a internal, from body parameter "body"']);
    expect(
      labels(
        `{ "properties": { "a": { "$ref": "#/definitions/A" } } }`,
        `{ "A": { "x-ms-visibility": "internal" } }`,
      ),
    ).toEqual(['a internal, from definition "A"', "#/definitions/A any"]);
  });

  it("show neither secrets nor endless texts", () => {
    const [hint] = ofBody(
      `{ "properties": { "a": { "title": "Use ghp_${"aB3dE6gH9j".repeat(4)}" } } }`,
    );
    expect(hint!.label).not.toContain("ghp_");
    const [long] = ofBody(`{ "properties": { "a": { "title": "${"so long ".repeat(40)}" } } }`);
    expect(long!.label).toMatch(/^shown as “so long .{0,60}…$/);
  });

  it("are none where a text is written over, and where nothing can be read", () => {
    const now = (text: string, before: string) =>
      told(placeIn(text, "apiDefinition.swagger.json", before));
    const text = (ref: string) =>
      `{ "definitions": { "A": { "properties": { "a": {} } }, "B": { "$ref": "${ref}" } } }`;
    const before = text("#/definitions/A");
    expect(now(`${before}$0`, before)).toEqual(["#/definitions/A object, 1 property"]);
    expect(now(`${text("#/definitions/AB")}$0`, before)).toEqual([]);
    for (const loop of [
      `{ "definitions": { "A": { "$ref": "#/definitions/A" } } }$0`,
      `{ "definitions": { "A": { "$ref": "#/definitions/none" } }, "parameters": { "$ref": "#/parameters/x" } }$0`,
      `{ "definitions": [], "paths": { "/a": { "get": 1, "parameters": [1, { "name": 2 }] } } }$0`,
      `$0`,
    ])
      expect(told(placeIn(loop, "apiDefinition.swagger.json"))).toEqual([]);
  });

  it("are none in other files", () => {
    expect(inlayHints(inProperties(), whole)).toEqual([]);
  });
});

describe("tokens", () => {
  const told = (file: ReturnType<typeof placeIn>, range?: Parameters<typeof semanticTokens>[1]) => {
    const data = semanticTokens(file, range);
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [
        number,
        number,
        number,
        number,
        number,
      ];
      line += lines;
      character = lines === 0 ? character + characters : characters;
      const names = tokenLegend.tokenModifiers.filter((_, index) => modifiers & (1 << index));
      tokens.push(
        [
          file.draft.lines.line(line).slice(character, character + length),
          tokenLegend.tokenTypes[type],
          ...names,
        ].join(" "),
      );
    }
    return tokens;
  };

  it("tell names apart by what they stand for", () => {
    expect(told(inDefinition()).slice(0, 8)).toEqual([
      "ListQueues function declaration internal",
      "Page parameter",
      "team parameter declaration",
      "Queue class",
      "AddTicket function declaration deprecated",
      "body parameter declaration",
      "ListQueues function internal",
      "ListQueues function internal",
    ]);
    expect(told(inProperties())).toEqual([
      "region variable declaration",
      "key variable declaration",
      "AddTicket function deprecated",
      "region variable",
      "AddTicket function deprecated",
    ]);
  });

  it("are those of the lines that are asked for", () => {
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    expect(told(inDefinition(), range)).toEqual(["ListQueues function declaration internal"]);
  });

  it("tell what makers do not see", () => {
    const text = `{ "paths": { "/{a}": { "get": { "operationId": "GetA", "parameters": [
      { "name": "a", "in": "path", "x-ms-visibility": "internal" }, { "name": "b", "in": "query" },
      { "name": "body", "in": "body", "schema": { "required": ["c", "d"], "properties": {
        "c": { "x-ms-visibility": "internal" }, "d": {} } } }] } } } }$0`;
    expect(told(placeIn(text, "apiDefinition.swagger.json"))).toEqual([
      "a parameter internal",
      "GetA function declaration",
      "a parameter declaration internal",
      "b parameter declaration",
      "body parameter declaration",
      "c property internal",
      "d property",
    ]);
  });

  it("are changed by few numbers", () => {
    const edited = (had: number[], now: number[]) =>
      tokenEdits(had, now).reduce(
        (data, { start, deleteCount, data: put = [] }) =>
          data.toSpliced(start, deleteCount, ...put),
        had,
      );
    const had = semanticTokens(inDefinition());
    const now = [...had.slice(0, 10), 1, 2, 3, 0, 0, ...had.slice(10)];
    expect(tokenEdits(had, had)).toEqual([]);
    expect(tokenEdits(had, now)).toMatchObject([{ deleteCount: 0 }]);
    for (const [before, after] of [
      [had, now],
      [now, had],
      [[], had],
      [had, []],
      [
        [1, 1, 1],
        [1, 1],
      ],
      [
        [1, 2, 1],
        [1, 3, 1],
      ],
    ] as [number[], number[]][])
      expect(edited(before, after)).toEqual(after);
  });
});

const isThere = existsSync(corpusFolder);
if (!isThere) console.warn(`Skipped: the published connectors, since there is no ${corpusFolder}.`);

describe.skipIf(!isThere)("published connectors", () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 999_999, character: 0 } };

  const check = (file: SeenFile) => {
    const { lines, text } = file.draft;
    for (const { range, data } of codeLenses(file)) {
      expect(text[lines.offset(range.start)]).toBe('"');
      const { title, arguments: given } = lensCommand(file, data.pointer)!;
      expect(title).toMatch(
        /^((internal )?(action|(polling|webhook) trigger) · \d+ inputs?( · .+)?|used in \d+ places?( by \d+ operations?)?|not used|read by (\d+ polic(y|ies)( and the sign-in)?|the sign-in))$/,
      );
      if (given !== undefined) expect(given[2]).not.toEqual([]);
    }
    for (const { position, label, tooltip } of inlayHints(file, whole)) {
      expect(text[lines.offset(position) - 1]).toBe('"');
      expect(label).toMatch(/^\S.{0,59}$/);
      expect(tooltip ?? "-").not.toBe("");
    }
    const data = semanticTokens(file);
    let [line, character, end] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down, characters, length] = data.slice(at, at + 3) as [number, number, number];
      line += down;
      character = down === 0 ? character + characters : characters;
      const offset = lines.offset({ line, character });
      expect(offset).toBeGreaterThanOrEqual(end);
      end = offset + length;
      expect(text.slice(offset, end)).not.toMatch(/\n|(?<!\\)"/);
    }
  };

  it("have nothing that cannot be told", { timeout: 60_000 }, async () => {
    const folders = await corpusConnectors(false);
    // One in sixty: reading them takes long.
    for (const folder of folders.filter((_, index) => index % 60 === 7)) {
      const { all, profile, surroundings } = await readConnector(folder);
      const connector = new Connector(all, profile, { ...surroundings, isTolerant: true });
      const sight = {
        connector,
        draft: (file: (typeof all)[number]) => new Draft(file),
        uriOf: (path: string) => `file://${path}`,
      };
      for (const file of connector.all)
        if (file.isJson || file.kind === "script") check({ sight, draft: sight.draft(file) });
    }
  });
});
