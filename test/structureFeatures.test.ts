/** What a file consists of: symbols, folding, selection, links, colors, layout. */
import { existsSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import type { ConnectorFile } from "../connector/connector.js";
import { readConnector } from "../host/readConnector.js";
import { colorPresentations, colors } from "../language/colors.js";
import { Draft, type Sight } from "../language/draft.js";
import { foldingRanges } from "../language/folding.js";
import { formatting } from "../language/formatting.js";
import { documentLinks } from "../language/links.js";
import { selectionRanges } from "../language/selectionRanges.js";
import { documentSymbols, isSought, searchableSymbols } from "../language/symbols.js";
import { corpusConnectors, corpusFolder } from "./corpus.js";
import { applied } from "./editor.js";
import { able, placeIn, plain } from "./sight.js";

const definition = (paths: string) => `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact": { "url": "https://contoso.com/help" } },
  "paths": ${paths},
  "definitions": { "Ticket": { "type": "object", "properties": { "id": { "type": "string" } } } }
}$0`;

const operation = (id: string, tag?: string, more = "") =>
  `{ "operationId": "${id}", ${tag ? `"tags": ["${tag}"], ` : ""}"summary": "Do ${id}"${more} }`;

/** The tree of symbols, indented. */
function outline(text: string, name = "apiDefinition.swagger.json"): string {
  const lines: string[] = [];
  const add = (symbols: readonly DocumentSymbol[], indent: string) => {
    for (const { name, detail, children = [], range, selectionRange } of symbols) {
      lines.push(`${indent}${name}${detail ? ` (${detail})` : ""}`);
      expect(isIn(selectionRange, range), name).toBe(true);
      for (const each of children) expect(isIn(each.range, range), each.name).toBe(true);
      add(children, `${indent}  `);
    }
  };
  add(documentSymbols(placeIn(text, name), able) as DocumentSymbol[], "");
  return lines.join("\n");
}

type Range = DocumentSymbol["range"];
const isIn = (inner: Range, outer: Range) =>
  compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
const compare = (a: Range["start"], b: Range["start"]) =>
  a.line - b.line || a.character - b.character;

describe("symbols", () => {
  it("are grouped by tag where the operations of each stand together", () => {
    const paths = `{
      "/a": { "get": ${operation("GetA", "A")}, "post": ${operation("AddA", "A", ', "x-ms-trigger": "batch"')} },
      "/b": { "get": ${operation("GetB", "B", ', "parameters": [{ "name": "id", "in": "query", "type": "string" }], "responses": { "200": { "description": "OK" } }')} }
    }`;
    expect(outline(definition(paths))).toBe(
      [
        "paths",
        "  A",
        "    GetA (Do GetA · action)",
        "    AddA (Do AddA · polling trigger)",
        "  B",
        "    GetB (Do GetB · action)",
        "      id (query string)",
        "      200 (OK)",
        "definitions",
        "  Ticket (object)",
        "    id (string)",
      ].join("\n"),
    );
  });

  it("are grouped by path where the tags are mixed", () => {
    const paths = `{ "/a": { "get": ${operation("GetA", "A")} }, "/b": { "get": ${operation("GetB", "B")} }, "/c": { "get": ${operation("GetC", "A")} } }`;
    expect(outline(definition(paths))).toContain("paths\n  /a\n    GetA (Do GetA · action)\n  /b");
  });

  it("are flat where the editor knows no others", () => {
    const place = placeIn(
      definition(`{ "/a": { "get": ${operation("GetA")} } }`),
      "apiDefinition.swagger.json",
    );
    const symbols = documentSymbols(place, plain) as SymbolInformation[];
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toContainEqual([
      "GetA",
      "/a",
    ]);
  });

  it("of properties are ways to connect, policies and script operations", () => {
    const text = `{ "properties": {
      "connectionParameters": { "key": { "type": "securestring" } },
      "connectionParameterSets": { "values": [{ "name": "oauth", "uiDefinition": { "displayName": "Sign in" }, "parameters": { "token": { "type": "oauthSetting" } } }] },
      "policyTemplateInstances": [{ "templateId": "setheader", "title": "Accept", "parameters": { "x-ms-apimTemplate-operationName": ["GetA"] } }],
      "scriptOperations": ["GetA"]
    } }$0`;
    expect(outline(text, "apiProperties.json")).toBe(
      [
        "connectionParameters",
        "  key (securestring)",
        "connectionParameterSets",
        "  oauth (Sign in)",
        "    token (oauthSetting)",
        "policyTemplateInstances",
        "  Accept (setheader · GetA)",
        "scriptOperations",
        "  GetA",
      ].join("\n"),
    );
  });

  it("that can be searched for are operations, definitions, parameters and policies", () => {
    const place = placeIn(
      definition(`{ "/a": { "get": ${operation("GetA")} } }`),
      "apiDefinition.swagger.json",
    );
    expect(
      searchableSymbols(place.sight).map(({ name, container }) => `${name} in ${container}`),
    ).toEqual(["GetA in Contoso", "Ticket in Contoso"]);
    expect(isSought("ListTickets", "lt")).toBe(true);
    expect(isSought("ListTickets", "tl")).toBe(false);
    expect(isSought("ListTickets", "")).toBe(true);
  });

  it("stay while a text is broken", () => {
    const good = definition(`{ "/a": { "get": ${operation("GetA")} } }`);
    const broken = good.replace('"summary": "Do GetA"', '"summary": "Do');
    const place = placeIn(broken, "apiDefinition.swagger.json", good.replace("$0", ""));
    expect((documentSymbols(place, able) as DocumentSymbol[]).map(({ name }) => name)).toEqual([
      "paths",
      "definitions",
    ]);
  });
});

describe("folding", () => {
  it("leaves the last line of an object, and folds comments whole", () => {
    const text = '{\n  "a": [\n    1\n  ],\n  /* b\n  c */\n  "d": {}\n}$0';
    expect(foldingRanges(placeIn(text, "apiDefinition.swagger.json"))).toEqual([
      { startLine: 0, endLine: 6 },
      { startLine: 1, endLine: 2 },
      { startLine: 4, endLine: 5, kind: "comment" },
    ]);
  });

  it("folds a line in one way", () => {
    const text = '{\n  "a": [{\n    "b": 1\n  }, {\n    "b": 2\n  }]\n}$0';
    expect(foldingRanges(placeIn(text, "apiDefinition.swagger.json"))).toEqual([
      { startLine: 0, endLine: 5 },
      { startLine: 1, endLine: 4 },
      { startLine: 3, endLine: 4 },
    ]);
  });
});

describe("selection", () => {
  const selected = (text: string, before?: string) => {
    const { sight, draft, offset } = placeIn(text, "apiDefinition.swagger.json", before);
    const [range] = selectionRanges({ sight, draft }, [draft.lines.position(offset)]);
    const texts: string[] = [];
    for (let at = range; at !== undefined; at = at.parent)
      texts.push(draft.text.slice(draft.offset(at.range.start), draft.offset(at.range.end)));
    return texts;
  };

  it("grows from a word to the file", () => {
    expect(selected('{ "a": ["some wo$0rds"] }')).toEqual([
      "words",
      "some words",
      '"some words"',
      '["some words"]',
      '"a": ["some words"]',
      ' "a": ["some words"] ',
      '{ "a": ["some words"] }',
    ]);
  });

  it("grows in a text that is broken", () => {
    const texts = selected('{ "a": { "b": "som$0e }, "c": 1 }', '{ "a": { "b": "some" }, "c": 1 }');
    expect(texts[0]).toBe("some");
    expect(texts).toContain('{ "a": { "b": "some }, "c": 1 }');
  });
});

describe("links", () => {
  it("lead to pages, to what references stand for and to files", () => {
    const text = definition(
      `{ "/a": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/Ticket" } } } } } }`,
    );
    const place = placeIn(text, "apiDefinition.swagger.json");
    expect(documentLinks(place).map(({ target }) => target)).toEqual([
      "https://contoso.com/help",
      "file:///connector/apiDefinition.swagger.json#L5,20",
    ]);
    const settings = placeIn(
      `{ "apiDefinition": "apiDefinition.swagger.json", "icon": "gone.png" }$0\n//- apiDefinition.swagger.json\n{}`,
      "settings.json",
    );
    expect(documentLinks(settings).map(({ target }) => target)).toEqual([
      "file:///connector/apiDefinition.swagger.json",
    ]);
  });

  it("never lead anywhere else", () => {
    const text = definition("{}").replace("https://contoso.com/help", "javascript:alert(1)");
    expect(documentLinks(placeIn(text, "apiDefinition.swagger.json"))).toEqual([]);
    const expression = `{ "a": "https://@connectionParameters('host')/", "b": "https://x/@{body()}" }$0`;
    expect(documentLinks(placeIn(expression, "apiProperties.json"))).toEqual([]);
  });
});

describe("colors", () => {
  it("are that behind the icon alone", () => {
    const place = placeIn(
      '{ "properties": { "iconBrandColor": "#FF8000", "x": "#000000" } }$0',
      "apiProperties.json",
    );
    expect(colors(place)).toEqual([
      {
        range: { start: { line: 0, character: 37 }, end: { line: 0, character: 44 } },
        color: { red: 1, green: 128 / 255, blue: 0, alpha: 1 },
      },
    ]);
    expect(colorPresentations({ red: 1, green: 0.5, blue: 0, alpha: 1 })).toEqual([
      { label: "#ff8000" },
    ]);
    expect(
      colors(placeIn('{ "properties": { "iconBrandColor": "red" } }$0', "apiProperties.json")),
    ).toEqual([]);
  });
});

describe("layout", () => {
  const laidOut = (text: string, name = "apiDefinition.swagger.json") => {
    const place = placeIn(`${text}$0`, name);
    return applied(text, formatting(place, { tabSize: 3, insertSpaces: true }));
  };

  it.each([
    ['{"a":1}', '{\n   "a": 1\n}'],
    ['{\n\t"a":1,\n "b": [1,2 ]\n}', '{\n\t"a": 1,\n\t"b": [1, 2 ]\n}'],
    ['{\r\n    "a":1.0\r\n}\r\n', '{\r\n    "a": 1.0\r\n}\r\n'],
    ['{\n "a":1, // c\n   "b":2\n}', '{\n "a": 1, // c\n "b": 2\n}'],
    ['{\n  "a": 1\n}\n', '{\n  "a": 1\n}\n'],
    ['  {\n  "a": 1\n}', '{\n  "a": 1\n}'],
    ['{ "a": ', '{ "a": '],
  ])("of %j is %j", (text, expected) => {
    expect(laidOut(text)).toBe(expected);
  });
});

const isThere = existsSync(corpusFolder);
if (!isThere)
  console.warn(`Skipped: the structure of published files, since there is no ${corpusFolder}.`);

test.skipIf(!isThere)("published files are told as they are", { timeout: 60_000 }, async () => {
  const folders = await corpusConnectors(false);
  for (const folder of folders.filter((_, index) => index % 60 === 0)) {
    const connector = await readConnector(folder);
    const draft = (file: ConnectorFile) => new Draft(file);
    const sight: Sight = { connector, draft, uriOf: (path) => path };
    for (const file of connector.all) {
      const seen = { sight, draft: draft(file) };
      const { lines } = seen.draft;
      const areNested = (symbols: readonly DocumentSymbol[], whole?: Range): boolean =>
        symbols.every(
          ({ range, selectionRange, children = [] }) =>
            isIn(selectionRange, range) &&
            (whole === undefined || isIn(range, whole)) &&
            areNested(children, range),
        );
      expect(areNested(documentSymbols(seen, able) as DocumentSymbol[]), file.path).toBe(true);
      for (const { startLine, endLine } of foldingRanges(seen))
        expect(endLine, file.path).toBeGreaterThan(startLine);
      for (const { target } of documentLinks(seen)) expect(target).toBeTruthy();
      const places = [0, 0.3, 0.6, 1].map((part) =>
        lines.position(Math.floor(file.text.length * part)),
      );
      for (const range of selectionRanges(seen, places))
        for (let at = range; at.parent !== undefined; at = at.parent)
          expect(isIn(at.range, at.parent.range), file.path).toBe(true);
      const options = { tabSize: 2, insertSpaces: true };
      const laidOut = file.withText(applied(file.text, formatting(seen, options)));
      expect(laidOut.text.replace(/\s/g, ""), file.path).toBe(file.text.replace(/\s/g, ""));
      // Laid out once is laid out for good.
      expect(formatting({ sight, draft: draft(laidOut) }, options), file.path).toEqual([]);
    }
  }
});
