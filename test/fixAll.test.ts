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

describe("what stands under a wrong key, or in a wrong place, is not lost", () => {
  const properties = {
    iconBrandColor: "#0b6a53",
    connectionParameters: {
      token: {
        type: "oauthSetting",
        oAuthSettings: {
          identityProvider: "aad",
          clientId: "[[DUMMY]]",
          properties: { AzureActiveDirectoryResourceId: "https://api.contoso.com" },
          customParameters: { resourceUri: { value: "https://graph.contoso.com" } },
        },
      },
    },
  };
  const policies = [{ templateId: "contosotemplate", title: "Any", parameters: { any: 1 } }];
  const right = JSON.stringify({ properties });
  const misspelt = (name: string) => right.replace('"customParameters"', `"${name}"`);
  const all = ({ fix }: Finding) => fix !== undefined;
  const propertiesOf = async (text: string, wants = all) => {
    const connector = connectorOf([{ name: "apiProperties.json", text }]);
    const file = connector.file("apiProperties")!;
    const rules = (await find(connector, file)).map(({ rule }) => rule);
    return { rules, text: await fixed(connector, file, wants) };
  };

  test("all properties beside each other", async () => {
    const { rules, text } = await propertiesOf(JSON.stringify(properties), isSafe);
    expect(text).toBe(right);
    expect(rules).toContain("required-property");
    expect(rules).not.toContain("api-properties-known-keys");
  });

  test.each(["customParameter", "parameters"])("%s", async (name) => {
    const { rules, text } = await propertiesOf(misspelt(name));
    expect(text).toBe(right);
    expect(rules).not.toContain("oauth-aad-resource");
  });

  test("what nobody knows", async () => {
    const { text } = await propertiesOf(misspelt("extras"));
    expect(text).toContain('"extras":{"resourceUri":{"value":"https://graph.contoso.com"}}');
  });

  test("policies beside the properties", async () => {
    const text = JSON.stringify({ properties, policyTemplateInstances: policies });
    expect((await propertiesOf(text)).text).toBe(
      JSON.stringify({ properties: { ...properties, policyTemplateInstances: policies } }),
    );
  });

  const paths = {
    "/tickets": {
      get: {
        operationId: "ListTickets",
        responses: { 200: { description: "OK", schema: { $ref: "#/definitions/Ticket" } } },
      },
    },
  };
  const ticket = { type: "object", properties: { id: { type: "string" } } };
  const whole = { swagger: "2.0", info: { title: "Contoso", version: "1.0" }, paths };
  const { get } = paths["/tickets"];
  const structure = ({ rule }: Finding) => /^(extension-name|schema-ref|no-unused)/.test(rule);
  test.each([
    [
      "a plural",
      { ...whole, definitions: { Ticket: { type: "object", property: ticket.properties } } },
    ],
    ["definitions in info", { ...whole, info: { ...whole.info, definitions: { Ticket: ticket } } }],
    ["OpenAPI 3", { ...whole, components: { schemas: { Ticket: ticket } } }],
  ])("%s", async (_, definition) => {
    const text = await fixed(...definitionOf(JSON.stringify(definition)), structure);
    expect(JSON.parse(text)).toEqual({ ...whole, definitions: { Ticket: ticket } });
  });

  test("an operation under no method", async () => {
    const text = JSON.stringify({ ...whole, paths: { "/tickets": { query: get } } });
    expect(await fixed(...definitionOf(text), all)).toContain('"operationId":"ListTickets"');
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
