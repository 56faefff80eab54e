import { describe, expect, it, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { policyTemplates } from "../connector/policy.js";
import { chosen, foundAfter, offered } from "./completions.js";
import { able } from "./sight.js";

/** The properties of a connector with some policies. */
const withPolicies = (policies: string) => `
{
  "properties": {
    "iconBrandColor": "#0b6a53",
    "publisher": "Contoso",
    "stackOwner": "Contoso",
    "connectionParameters": {
      "region_host": {
        "type": "string",
        "uiDefinition": { "displayName": "Host", "description": "The host of the region." }
      },
      "api_key": {
        "type": "securestring",
        "uiDefinition": { "displayName": "API key", "description": "The key of the account." }
      }
    },
    "policyTemplateInstances": ${policies}
  }
}
//- apiDefinition.swagger.json
{
  "swagger": "2.0",
  "info": { "title": "Contoso", "version": "1.0" },
  "host": "api.contoso.com",
  "schemes": ["https"],
  "securityDefinitions": { "api_key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "x-ms-capabilities": { "testConnection": { "operationId": "ListTickets", "parameters": {} } },
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-pageable": { "nextLinkName": "nextLink" },
        "parameters": [
          { "name": "X-Shop", "in": "header", "type": "string", "description": "The shop." },
          { "name": "max", "in": "query", "type": "integer" }
        ],
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "integer" } },
            "schema": { "$ref": "#/definitions/Tickets" }
          }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Ticket" } }],
        "responses": { "201": { "description": "OK" } }
      }
    },
    "/tickets/{id}/changes": {
      "get": {
        "operationId": "WhenTicketsChange",
        "x-ms-trigger": "batch",
        "parameters": [
          { "name": "id", "in": "path", "type": "string", "required": true },
          { "name": "max", "in": "query", "type": "integer" },
          { "name": "changed_after", "in": "query", "type": "string" }
        ],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Tickets" } } }
      }
    }
  },
  "definitions": {
    "Tickets": {
      "type": "object",
      "properties": {
        "count": { "type": "integer" },
        "tickets": { "type": "array", "items": { "$ref": "#/definitions/Ticket" } },
        "nextLink": { "type": "string" }
      }
    },
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string" },
        "changed": { "type": "string", "format": "date-time" },
        "customer": { "type": "object", "properties": { "name": { "type": "string" } } }
      }
    }
  }
}`;

const file = "apiProperties.json";
const labels = (policies: string) => offered(withPolicies(policies), able, file).labels;
const snippet = (policies: string, label: string) =>
  (
    offered(withPolicies(policies), able, file).items.find((item) => item.label === label)!
      .textEdit as TextEdit
  ).newText;

describe("a whole policy", () => {
  it("is offered of every template", () => {
    expect(labels("[$0]")).toEqual([
      "pollingtrigger for WhenTicketsChange",
      ...policyTemplates.keys(),
    ]);
  });

  it.each([...policyTemplates.keys()])("%s has all that its template needs", (template) => {
    expect(
      foundAfter(withPolicies("[\n      $0\n    ]"), template, file).filter((found) =>
        /^(?:error|warning)/.test(found),
      ),
    ).toEqual([]);
  });

  it("has places to fill", () => {
    expect(snippet("[$0]", "setheader")).toBe(`{
  "templateId": "setheader",
  "title": "\${1:Set a header}",
  "parameters": {
    "x-ms-apimTemplateParameter.name": "\${2:Accept}",
    "x-ms-apimTemplateParameter.value": "\${3:application/json}",
    "x-ms-apimTemplate-policySection": "\${4|Request,Response,Failure|}",
    "x-ms-apimTemplate-operationName": ["\${5|ListTickets,CreateTicket,WhenTicketsChange|}"]
  }
}`);
    expect(snippet("[$0]", "dynamichosturl")).toContain(
      `.urlTemplate": "\${2:https://@connectionParameters('region_host')}",
    "x-ms-apimTemplate-operationName": [$3]`,
    );
    expect(snippet("[$0]", "updatenextlink")).toContain(
      `Name": "\${2|nextLink,@odata.nextLink|}",
    "x-ms-apimTemplate-operationName": ["\${3:ListTickets}"]`,
    );
    expect(snippet("[$0]", "setconnectionstatustounauthenticated")).toContain(`\${2:401}`);
    expect(snippet("[$0]", "convertobjecttoarray")).toContain("|Response,Request|");
  });

  it("polls a trigger that has no policy yet", () => {
    const label = "pollingtrigger for WhenTicketsChange";
    expect(chosen(withPolicies("[$0]"), label, able, file)).toContain(`{
  "templateId": "pollingtrigger",
  "title": "Poll for WhenTicketsChange",
  "type": "PollingTrigger",
  "parameters": {
    "x-ms-apimTemplateParameter.triggerConfig": { "changed_after": "@{triggerBody().tickets[0].changed}" },
    "x-ms-apimTemplateParameter.triggerDataPath": "@triggerBody().tickets",
    "x-ms-apimTemplate-operationName": ["WhenTicketsChange"]
  }
}`);
    expect(foundAfter(withPolicies("[$0]"), label, file)).toEqual([]);
    expect(
      labels(
        '[{ "templateId": "pollingtrigger", "type": "PollingTrigger", "parameters": { "x-ms-apimTemplate-operationName": ["WhenTicketsChange"] } }, $0]',
      ),
    ).toEqual([...policyTemplates.keys()]);
  });
});

describe("a policy", () => {
  it("has one of the templates", () => {
    const { items } = offered(withPolicies('[{ "templateId": "$0" }]'), able, file);
    expect(items.map(({ label }) => label)).toEqual([...policyTemplates.keys()]);
    expect(items.find(({ label }) => label === "setheader")).toMatchObject({
      detail: "Set a header",
      documentation: {
        value: expect.stringMatching(
          /\*\*Set a header\*\*.*`name` \(required\): The name of the header\..*`Request`, `Response`, `Failure`/s,
        ),
      },
    });
    expect(labels('[{ "templateId": "setheader", "title": "$0" }]')).toEqual(["Set a header"]);
  });

  it("gets all parameters at once while it has none", () => {
    const label = "stringtoarray parameters";
    const parameters = (text: string) =>
      `[{ "templateId": "StringToArray", "parameters": ${text} }]`;
    expect(labels(parameters("{ $0 }"))[0]).toBe(label);
    expect(labels(parameters("{ x$0 }"))[0]).toBe(label);
    expect(labels(parameters('{ "$0" }'))[0]).toBe(label);
    expect(labels(parameters("$0"))).toEqual([label]);
    expect(
      labels(parameters('{ "x-ms-apimTemplateParameter.delimiterList": ";", $0 }')),
    ).not.toContain(label);
    expect(chosen(withPolicies(parameters("{\n$0\n}")), label, able, file)).toContain(`{
"x-ms-apimTemplateParameter.propertyParentPath": "@body()",
"x-ms-apimTemplateParameter.delimiterList": ";",
"x-ms-apimTemplateParameter.childPropertyName": "name",
"x-ms-apimTemplateParameter.newPropertyPath": "@body().tickets",
"x-ms-apimTemplate-policySection": "Request",
"x-ms-apimTemplate-operationName": ["ListTickets"]
}`);
    expect(labels('[{ "templateId": "unknown", "parameters": { $0 } }]')).toEqual([]);
  });

  it("sets headers and query parameters that there are", () => {
    const name = (template: string) =>
      labels(
        `[{ "templateId": "${template}", "parameters": { "x-ms-apimTemplateParameter.name": "$0" } }]`,
      );
    expect(name("setheader")).toEqual([
      "X-Shop",
      "X-Key",
      "Accept",
      "Authorization",
      "Content-Type",
      "Host",
      "User-Agent",
    ]);
    expect(name("setqueryparameter")).toEqual(["max", "changed_after"]);
  });
});

describe("an expression", () => {
  const policy = (value: string, more = "") =>
    `[{ "templateId": "setheader", "title": "x", "parameters": { "x-ms-apimTemplateParameter.name": "X", "x-ms-apimTemplateParameter.value": ${value}${more} } }]`;
  const functions = [
    "body",
    "connectionParameters",
    "environmentVariables",
    "headers",
    "item",
    "queryParameters",
    "triggerBody",
  ];
  const headers = [
    "X-Shop",
    "X",
    "X-Key",
    "Accept",
    "Authorization",
    "Content-Type",
    "Host",
    "User-Agent",
  ];
  const query = ["max", "changed_after"];
  const ofResponse = ', "x-ms-apimTemplate-policySection": "Response"';
  const ofCreate = ', "x-ms-apimTemplate-operationName": ["CreateTicket"]';

  it.each([
    ['"@$0"', functions],
    ['"@con$0"', functions],
    ['"https://@$0/x"', functions],
    ['"a @{$0} b"', functions],
    ['"@{con$0', functions],
    ['"a$0"', ["application/json"]],
    ['"a@$0"', ["application/json"]],
    ['"@@$0"', ["application/json"]],
    [`"@connectionParameters('$0')"`, ["region_host", "api_key"]],
    [`"@connectionParameters('re$0`, ["region_host", "api_key"]],
    [`"@ConnectionParameters($0`, ["region_host", "api_key"]],
    [`"@{connectionParameters('$0`, ["region_host", "api_key"]],
    [`"@headers('$0')"`, headers],
    [`"x @{headers('$0`, headers],
    [`"@queryParameters('$0')"`, query],
    [`"@concat(headers('a'), queryParameters('$0'))"`, query],
    [`"@connectionParameters('api_key', '$0')"`, []],
    [`"@parameters('$0')"`, []],
  ])("in %s reads %j", (value, expected) => {
    expect(labels(policy(value))).toEqual(expected);
  });

  it("of an address reads a connection parameter that there is", () => {
    const address = (parameters: string) =>
      offered(
        `{
  "properties": {
    "connectionParameters": { ${parameters} },
    "policyTemplateInstances": [
      {
        "templateId": "dynamichosturl",
        "title": "Host",
        "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "$0" }
      }
    ]
  }
}`,
        able,
        "apiProperties.json",
      ).labels.filter((label) => label.startsWith("https:"));
    expect(address('"site": { "type": "string" }')).toEqual([
      "https://@connectionParameters('site')",
    ]);
    expect(address('"api_key": { "type": "securestring" }')).toEqual([]);
    expect(address("")).toEqual(["https://@connectionParameters('host')"]);
  });

  it("may be the whole text", () => {
    const whole = ["application/json", ...functions.map((name) => `@${name}`)];
    expect(labels(policy('"$0"'))).toEqual(whole);
    expect(labels(policy("$0"))).toEqual(whole);
    expect(chosen(withPolicies(policy('"$0"')), "@body", able, file)).toContain(
      'value": "@body()" }',
    );
    expect(chosen(withPolicies(policy("$0")), "@headers", able, file)).toContain(
      `value": "@headers('')" }`,
    );
    expect(chosen(withPolicies(policy('"$0"')), "@environmentVariables", able, file)).toContain(
      String.raw`"@environmentVariables(\"\")" }`,
    );
  });

  it.each([
    [`"@con$0"`, "connectionParameters", `"@connectionParameters('')"`],
    [`"@con$0nection('a')"`, "connectionParameters", `"@connectionParameters('a')"`],
    [`"a @{$0} b"`, "body", `"a @{body()} b"`],
    [`"a @{$0 b"`, "body", `"a @{body()} b"`],
    [
      `"@connectionParameters('re$0')/x"`,
      "region_host",
      `"@connectionParameters('region_host')/x"`,
    ],
    [
      `"@connectionParameters('re$0gion')"`,
      "region_host",
      `"@connectionParameters('region_host')"`,
    ],
    [`"@connectionParameters('re$0"`, "region_host", `"@connectionParameters('region_host')"`],
    [`"@connectionParameters(re$0)"`, "region_host", `"@connectionParameters('region_host')"`],
    [`"@connectionParameters('re$0)"`, "region_host", `"@connectionParameters('region_host')"`],
    [String.raw`"\"\u0041@{headers('$0"`, "X-Shop", String.raw`"\"\u0041@{headers('X-Shop')}"`],
  ])("%s becomes with %s: %s", (value, label, expected) => {
    expect(chosen(withPolicies(policy(value)), label, able, file)).toContain(
      `value": ${expected} }`,
    );
  });

  it("reads what the policy changes", () => {
    expect(labels(policy(`"@headers('$0')"`, ofResponse))).toEqual([
      "X-Total",
      "X",
      "Content-Type",
      "Location",
      "Retry-After",
    ]);
    expect(labels(policy(`"@headers('$0')"`, ofCreate))).toEqual(headers.slice(1));
    expect(labels(policy('"@body().$0"', ofCreate))).toEqual(["id", "changed", "customer"]);
    expect(labels(policy('"@body()?.customer?.$0"', ofCreate))).toEqual(["name"]);
    expect(labels(policy('"@{body().tickets[0].$0}"', ofResponse))).toEqual([
      "id",
      "changed",
      "customer",
    ]);
    expect(labels(policy('"@triggerBody().$0"'))).toEqual(["count", "tickets", "nextLink"]);
    expect(
      chosen(withPolicies(policy('"@body().cust$0"', ofCreate)), "customer", able, file),
    ).toContain('"@body().customer"');
  });

  it("says what it reads", () => {
    const { items } = offered(withPolicies(policy(`"@connectionParameters('$0')"`)), able, file);
    expect(items[1]).toMatchObject({
      label: "api_key",
      detail: "securestring",
      documentation: { value: expect.stringContaining("The key of the account.") },
    });
  });
});

test("nothing of policies is offered elsewhere", () => {
  expect(
    labels(
      '[{ "templateId": "setheader", "parameters": { "x-ms-apimTemplate-policySection": "$0" } }]',
    ),
  ).toEqual(["Request", "Response", "Failure"]);
  expect(
    labels(
      '[{ "templateId": "pollingtrigger", "parameters": { "x-ms-apimTemplateParameter.triggerConfig": { "since": "@$0" } } }]',
    ),
  ).toContain("triggerBody");
});
