/** Whatever holds a secret, nothing that is printed shows it. */
import { expect, test } from "vitest";
import { readConnector } from "../host/readConnector.js";
import { viewOf } from "../preview/model.js";
import { documentHtml, operationHtml } from "../preview/page.js";
import { judge } from "../rulesets/judge.js";
import { folderWith, paconn } from "./terminal.js";

/** Of no known form, so that only its place gives it away. */
const inPlace = "vK7-Contoso-9XqLm2";
/** Of a known form. */
const known = "Basic Y29udG9zbzpHcjMzbiBUZWEh";

const definition = {
  swagger: "2.0",
  info: { title: "Contoso Tickets API", description: "x", version: "1" },
  host: `user:${inPlace}@api.contoso.com`,
  paths: {
    "/tickets": {
      get: {
        operationId: "ListTickets",
        parameters: [
          { name: "session", in: "header", type: "integer", default: known },
          { name: "api_key", in: "header", type: "string", "x-ms-test-value": known },
        ],
        responses: {
          200: { description: "OK", examples: { "application/json": { clientSecret: inPlace } } },
        },
      },
    },
  },
};

const properties = {
  properties: {
    iconBrandColor: "#007ee5",
    connectionParameters: {
      key: { type: "securestring", defaultValue: inPlace, uiDefinition: { tooltip: known } },
      token: {
        type: "oauthSetting",
        oAuthSettings: {
          identityProvider: "oauth2",
          clientId: inPlace,
          clientSecret: inPlace,
          redirectMode: inPlace,
          scopes: [known],
          customParameters: { apiKey: { value: inPlace } },
        },
      },
    },
    policyTemplateInstances: [
      {
        templateId: "setheader",
        title: "Set the key",
        parameters: {
          "x-ms-apimTemplateParameter.name": "Authorization",
          "x-ms-apimTemplateParameter.value": known,
          "x-ms-apimTemplateParameter.existsAction": "replace",
          "x-ms-apimTemplate-policySection": "Request",
        },
      },
      {
        templateId: "setqueryparameter",
        parameters: {
          "x-ms-apimTemplateParameter.name": "api_key",
          "x-ms-apimTemplateParameter.value": inPlace,
          "x-ms-apimTemplateParameter.existsAction": inPlace,
        },
      },
    ],
  },
};

const files = {
  "apiDefinition.swagger.json": JSON.stringify(definition, null, 2),
  "apiProperties.json": JSON.stringify(properties, null, 2),
  "settings.json": JSON.stringify({
    apiDefinition: "x.json",
    token: inPlace,
    clientsecret: inPlace,
  }),
  "script.csx": `using System.Net.Sockets;
public class Skript : ScriptBase
{
    private const string ApiKey = "${inPlace}"; var client = new HttpClient(); // ${known}
    private string secret => Decode("${known}");
}
`,
  "readme.md": `# Contoso\n\nAuthorization: ${known}\n\nThe password is in https://user:${inPlace}@api.contoso.com.\n`,
  "intro.md": `# ${known}\n`,
};

/** The parts of a secret that must not be seen; shorter ones are in many words. */
function parts(text: string): string[] {
  return [inPlace, "Contoso-9XqLm2", "Y29udG9z", "GcjMzbiB"].filter((part) => text.includes(part));
}

test.each([
  [["validate", "--no-config", "."]],
  [["validate", "--no-config", "--format", "json", "."]],
  [["validate", "--no-config", "--format", "markdown", "."]],
  [["validate", "--no-config", "--profile", "custom", "."]],
  [["validate", "--no-config", "--fix", "--dry-run", "."]],
  [["validate", "--no-config", "--fix-suggestions", "--dry-run", "."]],
  [["validate", "."]],
])("paconn %j", async (args) => {
  const folder = folderWith({
    ...files,
    ".spectral.yaml":
      "extends: paconn\nrules:\n  no-text:\n    given: $..*\n    message: 'Found {{value}}.'\n    severity: error\n    then: { function: falsy }\n",
  });
  for (const isTerminal of [false, true]) {
    const { stdout, stderr } = await paconn(args, { folder, isTerminal });
    expect(stdout + stderr).toMatch(/problems|"findings"|Nothing would be fixed|severity/);
    for (const line of (stdout + stderr).split("\n")) expect(parts(line), line).toEqual([]);
  }
});

test("a file that is no JSON", async () => {
  const folder = folderWith({ "apiProperties.json": `{ "clientSecret": "${inPlace}", oops` });
  const { stdout } = await paconn(["validate", "."], { folder, isTerminal: true });
  expect(stdout).toContain("json-syntax");
  expect(parts(stdout)).toEqual([]);
});

test("the page of paconn preview", async () => {
  const connector = await readConnector(folderWith(files));
  const view = viewOf(connector, judge(connector, connector.all).findings);
  const pages = [
    documentHtml({ version: "1", view, notices: [], icon: undefined }),
    ...view.actions.map((action) => operationHtml(action).text),
  ];
  expect(pages.join()).toContain("no-secrets");
  for (const line of pages.join("\n").split("\n")) expect(parts(line), line).toEqual([]);
});
