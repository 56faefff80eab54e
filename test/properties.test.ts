/**
 * What must hold for every text, however broken: judging ends, no rule fails, every place lies in
 * the text and no fix breaks it. Runs the same cases each time; `PROPERTY_RUNS=5000` runs so many
 * others, and a failure prints the seed and the smallest text that shows it.
 */
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Connector, ConnectorFile, profiles } from "../connector/connector.js";
import { applyEdits } from "../connector/edit.js";
import { JsonText } from "../connector/json.js";
import { child } from "../connector/pointer.js";
import { decode, LineIndex, type Range } from "../connector/text.js";
import { isObject } from "../connector/values.js";
import { readConnector } from "../host/readConnector.js";
import { rules } from "../rulesets/index.js";
import { judge } from "../rulesets/judge.js";
import { corpusConnectors, corpusFolder } from "./corpus.js";
import { connectorOf, firstFileOf, readFixture } from "./fixture.js";
import { runs, wantedRuns } from "./propertyRuns.js";

vi.setConfig({ testTimeout: wantedRuns > 0 ? 3_600_000 : 60_000 });
/** Far more than any of these texts takes, far less than what grows without bound. */
const mostMilliseconds = 10_000;

/** Judges a connector by all rules and checks what must hold of the outcome. */
async function check(connector: Connector) {
  const files = connector.all;
  const start = performance.now();
  const { findings, failures } = judge(connector, files);
  expect(performance.now() - start).toBeLessThan(mostMilliseconds);
  expect(failures.map(({ rule, error }) => [rule, error])).toEqual([]);

  const fileAt = (path: string) => files.find((file) => file.path === path);
  for (const { path, range, related } of findings)
    for (const place of [{ path, range }, ...related])
      expectInside(place.range, fileAt(place.path));

  const fixable = findings.filter(({ fix }) => fix !== undefined);
  // Each takes as long as judging the whole text: only a few of them, here and there.
  const step = Math.ceil(fixable.length / 5);
  for (const { fix, rule, path } of fixable.filter((_, index) => index % step === 0)) {
    const file = fix?.file === undefined ? fileAt(path) : connector.file(fix.file);
    const { text, json } = file!;
    const fixed = applyEdits(text, fix!.edits);
    if (fixed === text) expect.fail(`A fix of ${rule} changes nothing.`);
    if (isStrict(text) && !isStrict(fixed)) expect.fail(`A fix of ${rule} breaks the text.`);
    if (json.isComplete && !new JsonText(fixed).isComplete)
      expect.fail(`A fix of ${rule} breaks the text.`);
  }
}

function expectInside({ start, end }: Range, file: ConnectorFile | undefined) {
  // Something that is missing in the folder has no text.
  if (file === undefined) return expect(start).toEqual({ line: 0, character: 0 });
  const { lines } = file;
  for (const { line, character } of [start, end]) {
    expect(line).toBeGreaterThanOrEqual(0);
    expect(line).toBeLessThan(lines.lineCount);
    expect(character).toBeGreaterThanOrEqual(0);
  }
  expect(lines.offset(start)).toBeLessThanOrEqual(lines.offset(end));
  // A position that is moved into the text is not the one that was told.
  expect(lines.range(lines.offset(start), lines.offset(end) - lines.offset(start))).toEqual({
    start,
    end,
  });
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The same connector with another content of one of its files. */
function replace(
  connector: Connector,
  change: (text: string) => string | Uint8Array,
  index: number,
  profile = connector.profile,
): Connector {
  const files = connector.all;
  return new Connector(
    files.map((file, at) =>
      at === index % files.length
        ? new ConnectorFile(file.kind, file.path, change(file.text))
        : file,
    ),
    profile,
  );
}

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(30),
  insert: fc.oneof(
    fc.constantFrom("", '"', "{", "}", "[", "]", ",", ":", "null", "7", "\\", "//", "/*", "\r\n"),
    fc.constantFrom("\0", "\uD800", "\u2028", '"$ref": "#"', '{"$ref": "#/definitions/A"}', "{}"),
    fc.string({ maxLength: 5, unit: "binary" }),
  ),
});

/** Edits as a hand, a bad merge or a bad disk makes them. */
const damage: fc.Arbitrary<(text: string) => string | Uint8Array> = fc.oneof(
  fc.array(change, { minLength: 1, maxLength: 5 }).map(
    (changes) => (text: string) =>
      changes.reduce((result, { at, remove, insert }) => {
        const offset = Math.floor(at * result.length);
        return result.slice(0, offset) + insert + result.slice(offset + remove);
      }, text),
  ),
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((at) => (text: string) => text.slice(0, Math.floor(at * text.length))),
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((flips) => (text: string) => {
      const bytes = new Uint8Array(Buffer.from(text));
      for (const [at, bit] of flips)
        if (bytes.length > 0)
          bytes[Math.min(Math.floor(at * bytes.length), bytes.length - 1)]! ^= 1 << bit;
      return bytes;
    }),
);

/** Every place of a JSON value below its root. */
function places(value: unknown): { parent: Record<string, unknown>; key: string; at: string }[] {
  const found: ReturnType<typeof places> = [];
  const visit = (parent: unknown, pointer: string) => {
    if (typeof parent !== "object" || parent === null) return;
    for (const key of Object.keys(parent)) {
      const at = child(pointer, key);
      found.push({ parent: parent as Record<string, unknown>, key, at });
      visit((parent as Record<string, unknown>)[key], at);
    }
  };
  visit(value, "");
  return found;
}

/** Values in places where nobody expects them, in a text that stays JSON. */
const misplacement: fc.Arbitrary<(text: string) => string> = fc
  .array(
    fc.record({
      what: fc.constantFrom("value", "value", "copy", "reference", "remove", "name"),
      at: fc.nat(),
      from: fc.nat(),
      value: fc.jsonValue({ maxDepth: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((changes) => (text: string) => {
    const { value: root } = new JsonText(text);
    for (const { what, at, from, value } of changes) {
      const all = places(root);
      if (all.length === 0) break;
      const { parent, key } = all[at % all.length]!;
      const other = all[from % all.length]!;
      const copy = structuredClone(other.parent[other.key]);
      if (what === "remove") delete parent[key];
      else if (what === "name" && !Array.isArray(parent)) parent[other.key] = parent[key];
      else
        parent[key] = what === "value" ? value : what === "copy" ? copy : { $ref: `#${other.at}` };
    }
    return JSON.stringify(root, null, 2) ?? "";
  });

const examples = rules.flatMap((rule) =>
  [rule.bad, rule.good].map((text) => connectorOf(readFixture(text, firstFileOf(rule)).files)),
);

describe("the examples of the rules", () => {
  const example = fc.record({
    connector: fc.nat().map((index) => examples[index % examples.length]!),
    file: fc.nat(),
    profile: fc.constantFrom(...profiles),
  });

  test("damaged", async () => {
    const property = fc.asyncProperty(example, damage, async (picked, change) =>
      check(replace(picked.connector, change, picked.file, picked.profile)),
    );
    await fc.assert(property, runs(250));
  });

  test("with values in wrong places", async () => {
    const property = fc.asyncProperty(example, misplacement, async (picked, change) =>
      check(replace(picked.connector, change, picked.file, picked.profile)),
    );
    await fc.assert(property, runs(250));
  });
});

describe("definitions made up of everything that rules look at", () => {
  const name = fc.constantFrom("id", "queue", "team", "body", "value", "url", "a/b", "a.b", "");
  const path = fc.oneof(
    name,
    fc.tuple(name, name).map((names) => names.join("/")),
  );
  const operationId = fc.constantFrom("ListTickets", "CreateTicket", "listTickets", "Get-It", "");
  const text = fc.oneof(name, fc.constantFrom("List tickets", "API.", "x".repeat(90), "Größe\n"));
  const type = fc.constantFrom("object", "array", "string", "integer", "boolean", "file", "null");
  const any = fc.jsonValue({ maxDepth: 1 });
  const sometimes = <Model extends Record<string, fc.Arbitrary<unknown>>>(model: Model) =>
    fc.record(model, { requiredKeys: [] });
  const reference = fc.record({
    $ref: fc.constantFrom(
      "#/definitions/Ticket",
      "#/definitions/Queue",
      "#/parameters/Ticket",
      "#/responses/Ticket",
      "#/definitions/Nowhere",
      "#/paths",
      "other.json",
      "#",
    ),
  });
  const call = sometimes({
    operationId,
    parameters: fc.dictionary(
      path,
      fc.oneof(
        fc.record({ parameter: path }),
        fc.record({ parameterReference: path }),
        fc.record({ selectedItemValuePath: path }),
        any,
      ),
      { maxKeys: 3 },
    ),
    "value-path": path,
    "value-title": path,
    "value-collection": path,
    itemsPath: path,
    itemValuePath: path,
    itemTitlePath: any,
    capability: fc.constant("file-picker"),
  });
  const extensions = {
    "x-ms-summary": text,
    "x-ms-visibility": fc.constantFrom("important", "advanced", "internal", "Internal", 7),
    "x-ms-dynamic-values": call,
    "x-ms-dynamic-list": call,
    "x-ms-dynamic-schema": call,
    "x-ms-dynamic-properties": call,
    "x-ms-dynamic-tree": sometimes({ open: call, browse: call }),
    "x-ms-notification-url": fc.constantFrom(true, true, false, "true"),
  };
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 2 },
      reference,
      fc.record({ type, "x-ms-notification-url": fc.boolean() }),
      sometimes({
        ...extensions,
        type,
        format: fc.constantFrom("int32", "date-time", "binary", "strange"),
        description: text,
        default: any,
        enum: fc.array(any, { maxLength: 3 }),
        required: fc.oneof(fc.array(name, { maxLength: 3 }), any),
        properties: fc.dictionary(name, tie("schema"), { maxKeys: 2 }),
        items: tie("schema"),
        allOf: fc.array(tie("schema"), { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
      }),
    ),
  }));
  const parameter = sometimes({
    ...extensions,
    name,
    in: fc.constantFrom("query", "path", "header", "body", "body", "formData", "cookie"),
    required: fc.oneof(fc.boolean(), any),
    type,
    description: text,
    default: any,
    schema,
  });
  const response = sometimes({
    description: text,
    schema,
    headers: fc.dictionary(name, schema, { maxKeys: 1 }),
  });
  const parameters = fc.array(fc.oneof(parameter, reference), { maxLength: 2 });
  const operation = sometimes({
    operationId,
    summary: text,
    description: text,
    deprecated: fc.boolean(),
    parameters,
    responses: fc.dictionary(
      fc.constantFrom("200", "201", "default", "x-a", "abc"),
      fc.oneof(response, reference),
      { maxKeys: 2 },
    ),
    tags: fc.array(text, { maxLength: 2 }),
    consumes: fc.oneof(fc.array(fc.constantFrom("application/json", "text/plain")), any),
    "x-ms-visibility": extensions["x-ms-visibility"],
    "x-ms-trigger": fc.constantFrom("single", "batch", "Single"),
    "x-ms-notification": call,
    "x-ms-notification-content": sometimes({ description: text, schema }),
    "x-ms-api-annotation": sometimes({ family: text, revision: fc.oneof(fc.nat(3), any) }),
    "x-ms-pageable": fc.record({ nextLinkName: name }),
  });
  const definition = sometimes({
    swagger: fc.constantFrom("2.0", 2, "3.0"),
    info: fc.oneof(sometimes({ title: text, description: text, version: text, contact: any }), any),
    host: fc.constantFrom("api.contoso.com", "https://api.contoso.com/", "", 7),
    basePath: fc.constantFrom("/", "/v1", "v1/", ""),
    schemes: fc.oneof(fc.array(fc.constantFrom("http", "https", "ws")), any),
    paths: fc.dictionary(
      fc.constantFrom("/tickets", "/Tickets", "/tickets/{id}", "/a?b", "no", "/{id}{id}/{"),
      sometimes({
        parameters,
        get: operation,
        post: operation,
        delete: operation,
        "x-ms-notification-content": sometimes({ description: text, schema }),
      }),
      { maxKeys: 3 },
    ),
    definitions: fc.record({ Ticket: schema, Queue: schema }),
    parameters: fc.record({ Ticket: parameter }),
    responses: fc.record({ Ticket: fc.oneof(response, reference) }),
    securityDefinitions: fc.oneof(fc.dictionary(name, any, { maxKeys: 2 }), any),
    security: any,
    tags: any,
    "x-ms-capabilities": sometimes({
      testConnection: call,
      "file-picker": sometimes({ open: call, browse: call, "value-path": path }),
    }),
    "x-ms-connector-metadata": fc.oneof(
      fc.array(sometimes({ propertyName: text, propertyValue: text }), { maxLength: 3 }),
      any,
    ),
  });

  test("are judged", async () => {
    const property = fc.asyncProperty(
      definition,
      fc.constantFrom(...profiles),
      async (value, profile) => {
        const name = "apiDefinition.swagger.json";
        await check(connectorOf([{ name, text: JSON.stringify(value, null, 2) }], profile));
      },
    );
    await fc.assert(property, runs(60));
  });
});

describe.skipIf(!existsSync(corpusFolder))(
  `the published connectors in ${corpusFolder}`,
  async () => {
    const folders = existsSync(corpusFolder) ? await corpusConnectors(false) : [];
    const mostCharacters = 150_000;
    const changed = fc.record({
      folder: fc.nat().map((index) => folders[index % folders.length]!),
      file: fc.nat(),
    });

    test.each([
      ["damaged", damage],
      ["with values in wrong places", misplacement],
    ] as const)("%s", async (_, changes) => {
      const property = fc.asyncProperty(changed, changes, async ({ folder, file }, change) => {
        const connector = await readConnector(folder);
        fc.pre(connector.all.every(({ text }) => text.length <= mostCharacters));
        await check(replace(connector, change, file));
      });
      await fc.assert(property, runs(60));
    });
  },
);

describe("bytes and texts", () => {
  test("any bytes are decoded to what a file can hold", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: "binary" }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.string({ unit: "binary" }).map((text) => new Uint8Array(Buffer.from(text, "utf16le"))),
    );
    const property = fc.property(bytes, (content) => {
      const { text, problem } = decode(content);
      if (problem === undefined) {
        const encoded = Buffer.from(text);
        const start = content.length - encoded.length;
        expect([0, 3]).toContain(start);
        expect(encoded.equals(content.subarray(start))).toBe(true);
      } else {
        expect(problem.byteOffset).toBeGreaterThanOrEqual(0);
        expect(problem.byteOffset).toBeLessThanOrEqual(content.length);
      }
    });
    fc.assert(property, runs(2_000));
  });

  test("offsets and positions are two names of the same place", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "é", "😀", "\u2028") });
    const property = fc.property(text, fc.nat(60), (content, offset) => {
      const lines = new LineIndex(content);
      const within = Math.min(offset, content.length);
      expect(lines.offset(lines.position(offset))).toBe(within);
    });
    fc.assert(property, runs(2_000));
  });

  test("what is set in a JSON text can be read there", () => {
    const property = fc.property(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(undefined, 2, 4, "\t"),
      fc.nat(),
      fc.jsonValue({ maxDepth: 2 }),
      (root, indent, index, value) => {
        const text = JSON.stringify(root, null, indent);
        const all = places(root);
        fc.pre(all.length > 0 && isObject(root));
        const { at } = all[index % all.length]!;
        const fixed = applyEdits(text, [{ set: at, value }]);
        expect(isStrict(fixed)).toBe(true);
        expect(valueOfNode(fixed, at)).toEqual(JSON.parse(JSON.stringify(value)));
      },
    );
    fc.assert(property, runs(500));
  });
});

function valueOfNode(text: string, pointer: string): unknown {
  const node = new JsonText(text).node(pointer);
  return node && JSON.parse(text.slice(node.offset, node.offset + node.length));
}
