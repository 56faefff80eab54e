import { describe, expect, it } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { identityProviders } from "../connector/identityProvider.js";
import { chosen, foundAfter, offered } from "./completions.js";
import { able } from "./sight.js";

const properties = "apiProperties.json";
const definition = "apiDefinition.swagger.json";

/** A connector that signs in as the security definitions and the properties say. */
const withProperties = (text: string, securityDefinitions = "{}") => `
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "publisher": "Contoso",
    "stackOwner": "Contoso",
    ${text}
  }
}
//- apiDefinition.swagger.json
{
  "swagger": "2.0",
  "info": { "title": "Contoso", "version": "1.0" },
  "host": "api.contoso.com",
  "schemes": ["https"],
  "securityDefinitions": ${securityDefinitions},
  "paths": {}
}`;

const labels = (text: string, security?: string) =>
  offered(withProperties(text, security), able, properties).labels;
const choose = (text: string, label: string, security?: string) =>
  chosen(withProperties(text, security), label, able, properties);
const severe = (findings: string[]) => findings.filter((each) => /^(?:error|warning)/.test(each));

const titles = [...identityProviders.values()].map(({ title }) => title);
const ways = ["API key", "user name and password", ...titles];
const others = ["text", "drop-down", "gateway"];
const key = '{ "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }';
const oAuth =
  '{ "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://sign.contoso.com/in", "tokenUrl": "https://sign.contoso.com/token", "scopes": { "read": "Reads.", "write": "Writes." } } }';
const entra =
  '{ "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize", "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token", "scopes": {} } }';

const basic = '{ "basic": { "type": "basic" } }';
/** What the definition says of a way to sign in. */
const securityFor = (label: string) =>
  label === "API key" ? key : label === "user name and password" ? basic : "{}";

describe("a connection parameter", () => {
  const first = '"connectionParameters": {\n      $0\n    }';

  it("is offered for each way to sign in", () => {
    expect(labels(first).sort()).toEqual([...ways, ...others].sort());
    expect(
      labels(
        '"connectionParameterSets": { "values": [{ "name": "a", "parameters": { $0 } }] }',
      ).sort(),
    ).toEqual([...ways, ...others].sort());
    expect(labels('"connectionParameters": { "a": { $0 } }')).not.toContain("API key");
  });

  it.each([...ways, "gateway"])("by %s is right", (label) => {
    expect(
      severe(foundAfter(withProperties(first, securityFor(label)), label, properties)),
    ).toEqual([]);
  });

  it.each(["text", "drop-down"])("with a %s has only no use yet", (label) => {
    const found = severe(foundAfter(withProperties(first), label, properties));
    expect(found.map((each) => each.split(" ")[1])).toEqual(["connection-parameter-used"]);
  });

  it.each([
    [key, "API key", "sent as the header X-Key."],
    [basic, "user name and password", '"username": {'],
    [oAuth, "OAuth 2.0", '"authorizationUrl": { "value": "https://sign.contoso.com/in" }'],
    [oAuth, "OAuth 2.0", '"refreshUrl": { "value": "https://sign.contoso.com/token" }'],
    [oAuth, "OAuth 2.0", '"scopes": ["read", "write"]'],
    [entra, "Microsoft Entra ID", '"loginUri": { "value": "https://login.microsoftonline.com" }'],
  ])("fits the security definition %s: %s", (security, label, expected) => {
    expect(labels(first, security)[0]).toBe(label);
    expect(choose(first, label, security)).toContain(expected);
    expect(severe(foundAfter(withProperties(first, security), label, properties))).toEqual([]);
  });

  it("is not offered a second time", () => {
    const present = labels(
      '"connectionParameters": { "api_key": { "type": "securestring" }, "token": { "type": "oauthSetting" }, $0 }',
    );
    expect(present.sort()).toEqual(["user name and password", ...others].sort());
  });

  it("comes after those that are there", () => {
    expect(
      choose(
        '"connectionParameters": { "a": { "uiDefinition": { "constraints": { "tabIndex": 4 } } }, $0 }',
        "user name and password",
      ),
    ).toMatch(/"tabIndex": 5,.*"tabIndex": 6,/s);
  });

  it("has no secret", () => {
    for (const label of ways) expect(choose(first, label)).not.toContain('"clientSecret"');
    expect(
      labels('"connectionParameters": { "token": { "oAuthSettings": { $0 } } }'),
    ).not.toContain("clientSecret");
  });
});

describe("an identity provider", () => {
  const settings = (text: string) =>
    `"connectionParameters": { "token": { "type": "oauthSetting", "oAuthSettings": ${text} } }`;
  const custom = (text: string, provider = "oauth2") =>
    settings(`{ "identityProvider": "${provider}", "customParameters": ${text} }`);

  it("is one of the platform", () => {
    const { items } = offered(
      withProperties(settings('{ "identityProvider": "$0" }')),
      able,
      properties,
    );
    expect(items.map(({ label }) => label).sort()).toEqual([...identityProviders.keys()].sort());
    expect(items[0]).toMatchObject({
      label: "oauth2",
      detail: "OAuth 2.0",
      documentation: {
        value: expect.stringMatching(
          /^\*\*OAuth 2\.0\*\*.* as most .*`authorizationUrl`, `tokenUrl`, /s,
        ),
      },
    });
  });

  it("comes with all its settings", () => {
    expect(labels(settings("$0")).sort()).toEqual([...titles].sort());
    expect(severe(foundAfter(withProperties(settings("$0")), "OAuth 2.0", properties))).toEqual([]);
  });

  it("needs custom parameters", () => {
    expect(labels(custom("{ $0 }"))).toEqual([
      "oauth2 parameters",
      "authorizationUrl",
      "tokenUrl",
      "refreshUrl",
    ]);
    expect(labels(custom('{ "AuthorizationUrl": {}, "tokenUrl": {}, $0 }'))[0]).toBe("refreshUrl");
    expect(labels(custom("{ $0 }", "aad"))[0]).toBe("resourceUri");
    expect(labels(custom("{ $0 }", "DocuSign"))).toEqual([]);
    expect(choose(custom("{ $0 }"), "tokenUrl")).toContain(
      '{ "tokenUrl": { "value": "https://login.contoso.com/token" } }',
    );
    expect(choose(custom("{ $0 }", "oauth2generic"), "tokenBodyTemplate")).toContain(
      '"value": "grant_type=authorization_code&code={Code}&redirect_uri={RedirectUrl}&client_id={ClientId}&client_secret={ClientSecret}"',
    );
    expect(
      severe(foundAfter(withProperties(custom("{\n$0\n}")), "oauth2 parameters", properties)),
    ).toEqual([]);
    expect(choose(settings('{ "identityProvider": "aad", $0 }'), "customParameters")).toContain(
      '"tenantId": { "value": "common" }',
    );
  });
});

describe("several ways to connect", () => {
  it("are offered as a whole", () => {
    for (const [text, label] of [
      ["$0", "connectionParameterSets"],
      ['"connectionParameterSets": $0', "API key or OAuth"],
    ] as const) {
      expect(severe(foundAfter(withProperties(text, key), label, properties))).toEqual([]);
      expect(choose(text, label)).toMatch(/"name": "api-key".*"name": "oauth"/s);
      expect(choose(text, label, entra)).toMatch(/"name": "api-key".*"name": "entra-id"/s);
    }
  });

  it("have one more", () => {
    const sets = (text: string) =>
      `"connectionParameterSets": { "values": [{ "name": "basic", "uiDefinition": {}, "parameters": {} }, ${text}] }`;
    expect(labels(sets("$0")).sort()).toEqual([...ways].sort());
    expect(choose(sets("$0"), "user name and password")).toContain('"name": "basic2"');
    for (const label of ways)
      expect(
        severe(foundAfter(withProperties(sets("$0"), securityFor(label)), label, properties)),
      ).toEqual([]);
  });
});

describe("a security definition", () => {
  const withDefinition = (text: string, parameters = "{}") => `
{
  "swagger": "2.0",
  "info": { "title": "Contoso", "version": "1.0" },
  "host": "api.contoso.com",
  "schemes": ["https"],
  ${text}
  "paths": {}
}
//- apiProperties.json
{ "properties": { "iconBrandColor": "#0b6a53", "connectionParameters": ${parameters} } }`;
  const schemes = (parameters?: string) =>
    offered(withDefinition('"securityDefinitions": {\n$0\n},', parameters), able, definition)
      .labels;
  const all = [
    "API key in a header",
    "API key in the query",
    "user name and password",
    "OAuth 2.0",
  ];
  const signIn = (settings: string) =>
    `{ "token": { "type": "oauthSetting", "oAuthSettings": ${settings} } }`;

  it.each([
    ['{ "api_key": { "type": "securestring" } }', all],
    [
      '{ "username": { "type": "string" }, "password": { "type": "securestring" } }',
      ["user name and password", "API key in a header", "API key in the query", "OAuth 2.0"],
    ],
    [
      signIn('{ "identityProvider": "oauth2" }'),
      ["OAuth 2.0", "API key in a header", "API key in the query", "user name and password"],
    ],
  ])("fits %s", (parameters, expected) => {
    expect(schemes(parameters)).toEqual(expected);
    const text = withDefinition('"securityDefinitions": {\n$0\n},', parameters);
    expect(severe(foundAfter(text, expected[0]!))).toEqual([]);
  });

  it.each([
    [
      '{ "identityProvider": "oauth2", "scopes": ["read"], "customParameters": { "AuthorizationUrl": { "value": "https://sign.contoso.com/in" }, "tokenUrl": { "value": "https://sign.contoso.com/token?secret=x" } } }',
      '"authorizationUrl": "https://sign.contoso.com/in",\n"tokenUrl": "https://login.contoso.com/token",\n"scopes": { "read": "What it allows." }',
    ],
    [
      '{ "identityProvider": "aad", "customParameters": { "loginUri": { "value": "https://login.windows.net/" } } }',
      '"authorizationUrl": "https://login.windows.net/common/oauth2/authorize",\n"tokenUrl": "https://login.windows.net/common/oauth2/token"',
    ],
  ])("has the addresses of %s", (settings, expected) => {
    const text = withDefinition('"securityDefinitions": {\n$0\n},', signIn(settings));
    expect(chosen(text, "OAuth 2.0").replace(/^\s+/gm, "")).toContain(expected);
  });

  it("is asked for", () => {
    const text = (more: string) => withDefinition(`"securityDefinitions": ${oAuth}, ${more}`);
    expect(offered(text('"security": [$0],')).labels).toEqual(["oauth"]);
    expect(chosen(text('"security": [$0],'), "oauth")).toContain(
      '"security": [{ "oauth": ["read", "write"] }]'
        .replace("[{ ", "[{\n  ")
        .replace(" }]", "\n}]"),
    );
    expect(severe(foundAfter(text("$0"), "security"))).toEqual([]);
    const key = offered(text("$0")).items.find(({ label }) => label === "security")!;
    expect((key.textEdit as TextEdit).newText).toMatch(/^"security": \[/);
    expect(offered(text('"security": [], $0')).labels).not.toContain("security");
  });
});
