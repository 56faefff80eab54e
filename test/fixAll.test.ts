import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Connector, ConnectorFile } from "../connector/connector.js";
import { applyChanges } from "../connector/edit.js";
import { JsonText } from "../connector/json.js";
import { packageFile } from "../host/packageFile.js";
import { readConnector } from "../host/readConnector.js";
import { fixAll, fixes } from "../language/fixAll.js";
import { judge } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { corpusConnectors, corpusFolder } from "./corpus.js";
import { connectorOf } from "./fixture.js";

const find = async (connector: Connector, file: ConnectorFile) => judge(connector, [file]).findings;
const isSafe = ({ fix }: Finding) => fix?.isSafe === true;

async function fixed(connector: Connector, file: ConnectorFile, wants = isSafe): Promise<string> {
  return applyChanges(file.text, (await fixAll(connector, file, find, wants)).changes);
}

/** After all safe fixes there is none left, and nothing is broken. */
async function check(connector: Connector): Promise<number> {
  let count = 0;
  for (const file of connector.all) {
    const before = (await find(connector, file)).filter(
      (finding) => isSafe(finding) && fixes(finding, file),
    );
    count += before.length;
    const text = await fixed(connector, file);
    if (before.length === 0) expect(text).toBe(file.text);
    if (file.json.isComplete) expect(new JsonText(text).isComplete).toBe(true);
    const after = connectorOf(
      connector.all.map((each) => ({
        name: each.name,
        text: each === file ? text : each.text,
      })),
      connector.profile,
    );
    const left = (await find(after, after.file(file.kind)!)).filter(
      (finding) => isSafe(finding) && fixes(finding, file),
    );
    expect(
      left.map(({ rule, pointer }) => `${rule} ${pointer}`),
      file.path,
    ).toEqual([]);
  }
  return count;
}

function definitionOf(text: string): [Connector, ConnectorFile] {
  const connector = connectorOf([{ name: "apiDefinition.swagger.json", text }]);
  return [connector, connector.file("apiDefinition")!];
}

test("the example", async () => {
  expect(await check(await readConnector(packageFile("examples/contoso-tickets")))).toBeGreaterThan(
    3,
  );
});

test("fixes that meet are applied one after the other", async () => {
  const text = '{"swagger":"2.0","schemes":["https","https","https","HTTPS"],"tags":[]}';
  expect(await fixed(...definitionOf(text), ({ rule }) => rule === "array-duplicate-value")).toBe(
    '{"swagger":"2.0","schemes":["https","HTTPS"],"tags":[]}',
  );
});

test("only what is wanted is touched", async () => {
  const text = '{"swagger":"2.0","host":"https://a.contoso.com","schemes":["https","https"]}';
  expect(await fixed(...definitionOf(text), ({ rule }) => rule === "host-valid")).toBe(
    text.replace("https://a", "a"),
  );
  expect(await fixed(...definitionOf(text), () => false)).toBe(text);
});

describe("a definition that a misspelt reference means", () => {
  const operation = (schema: object) => ({
    get: {
      operationId: "ListTickets",
      responses: { 200: { description: "OK", schema } },
    },
  });
  const text = (schema: object) =>
    JSON.stringify({
      swagger: "2.0",
      paths: { "/tickets": operation(schema) },
      definitions: { Tickets: { type: "array", items: { type: "string" } } },
    });
  const right = text({ $ref: "#/definitions/Tickets" });
  test.each([
    { $ref: "#/definitions/Tikets" },
    { $ref: "#/definitions/tickets" },
    { $ref: "#/components/schemas/Tickets" },
    { $reff: "#/definitions/Tickets" },
  ])("stays: %j", async (schema) => {
    const wants = ({ rule, fix }: Finding) =>
      fix !== undefined && /^(ref|schema-ref|no-unused|extension-name)/.test(rule);
    expect(await fixed(...definitionOf(text(schema)), wants)).toBe(right);
  });
});

const isThere = existsSync(corpusFolder);
if (!isThere) console.warn(`Skipped: the published connectors, since there is no ${corpusFolder}.`);

describe.skipIf(!isThere)("published connectors", () => {
  test("have no safe fix left after all of them", { timeout: 600_000 }, async () => {
    const folders = await corpusConnectors(false);
    let count = 0;
    // One in eight: each is judged several times.
    for (const folder of folders.filter((_, index) => index % 8 === 0))
      count += await check(await readConnector(folder));
    console.log(`${count} safe fixes`);
    expect(count).toBeGreaterThan(100);
  });
});
