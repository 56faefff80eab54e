import { expect, test } from "vitest";
import { jsonKinds, type Profile } from "../connector/connector.js";
import { policyTemplates } from "../connector/policy.js";
import { judge } from "../rulesets/judge.js";
import { schemas } from "../rulesets/structure.js";
import { connectorOf } from "./fixture.js";

const prefix = "x-ms-apimTemplateParameter.";

/** What the rules say of one policy; names of template parameters go without their prefix. */
function told(
  templateId: string,
  parameters: Record<string, unknown>,
  {
    definition = {},
    profile = "certified" as Profile,
    ...properties
  }: Record<string, unknown> & {
    definition?: object;
    profile?: Profile;
  } = {},
): string[] {
  const policy = {
    templateId,
    title: "Contoso",
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name.startsWith("x-ms-") ? name : prefix + name,
        value,
      ]),
    ),
  };
  const connector = connectorOf(
    [
      { name: "apiDefinition.swagger.json", text: JSON.stringify(definition) },
      {
        name: "apiProperties.json",
        text: JSON.stringify({ properties: { policyTemplateInstances: [policy], ...properties } }),
      },
    ],
    profile,
  );
  const judgement = judge(
    connector,
    connector.all.filter(({ kind }) => jsonKinds.includes(kind)),
  );
  expect(judgement.failures).toEqual([]);
  return judgement.findings
    .filter(
      ({ rule, pointer }) =>
        pointer.startsWith("/properties/policyTemplateInstances/0") ||
        rule === "host-no-placeholder",
    )
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const request = { "x-ms-apimTemplate-policySection": "Request" };
const names = (...list: string[]) => ({ "x-ms-apimTemplate-operationName": list });

test("the schema knows every template, in the usual spellings", () => {
  const policy = JSON.parse(JSON.stringify(schemas.apiProperties.definitions!.policy));
  expect(new Set(policy.properties.templateId.examples)).toEqual(new Set(policyTemplates.keys()));
  const spellings = policy.allOf.flatMap(
    (each: { if: { properties: { templateId: { enum: string[] } } } }) =>
      each.if.properties.templateId.enum,
  );
  expect(new Set(spellings.map((each: string) => each.toLowerCase()))).toEqual(
    new Set(policyTemplates.keys()),
  );
});

test("a template that resembles none", () => {
  expect(told("ratelimit", {})).toEqual([
    'policy-template-known: There is no policy template "ratelimit".',
  ]);
});

test("a policy without a template and a title", () => {
  expect(told("", {}, { policyTemplateInstances: [{ parameters: {} }] })).toContain(
    "policy-title-present: A policy has no title.",
  );
});

test("a function that resembles none, where policies or where flows compute", () => {
  expect(told("setheader", { name: "X-Area", value: "@secrets('area')", ...request })).toEqual([
    expect.stringMatching(/^policy-expression-syntax: .* calls "secrets", which is no function/),
  ]);
  const trigger = { triggerConfig: { a: "@{utcNow()}" }, triggerDataPath: "@triggerBody().value" };
  expect(told("pollingtrigger", trigger).filter((each) => /expression/.test(each))).toEqual([]);
});

test("addresses that are none of the service", () => {
  expect(told("dynamichosturl", { urlTemplate: "https://europe.azure-apim.net/apim" })).toEqual([
    'policy-host-url: The policy "Contoso" calls "europe.azure-apim.net", a gateway of the platform, instead of the service itself.',
  ]);
  expect(told("dynamichosturl", { urlTemplate: "/v1" })).toEqual([
    'policy-host-url: The policy "Contoso" has a "urlTemplate" that does not begin with "https://".',
  ]);
});

test("a path of properties that is text", () => {
  const parameters = { propertyParentPath: "tickets", newPropertyPath: "@body()", ...request };
  expect(told("encodepropertyvalue", parameters)).toEqual([
    'policy-property-path: The policy "Contoso" has "tickets" as "propertyParentPath", which does not begin with @body() or @item().',
  ]);
});

test("a variable that no path has, without the values of its query", () => {
  const definition = { paths: { "/tickets": { get: { operationId: "ListTickets" } } } };
  const parameters = { newPath: "v1/{area}?api_key=4f8c21d09be7a3356", ...names("ListTickets") };
  expect(told("routerequesttoendpoint", parameters, { definition })).toEqual([
    'policy-route-path: The policy "Contoso" has the "newPath" "v1/{area}?…", which begins with no slash.',
    'policy-route-path: The policy "Contoso" uses "{area}" in its "newPath", which the path of "ListTickets" does not have.',
  ]);
});

test("a query parameter without a name", () => {
  const parameters = { triggerConfig: { "": "1" }, triggerDataPath: "@triggerBody().value" };
  expect(told("pollingtrigger", parameters)).toEqual(
    [
      'policy-polling-config: The policy "Contoso" has a query parameter without a name in its "triggerConfig".',
      'required-property: The policy "Contoso" has no "type".',
    ].sort((a, b) => (a < b ? 1 : -1)),
  );
});

test("an environment variable in a custom connector", () => {
  const parameters = { urlTemplate: 'https://@environmentVariables("contoso_host")' };
  expect(told("dynamichosturl", parameters, { profile: "custom" })).toEqual([
    'policy-environment-variable: The policy "Contoso" reads the environment variable "contoso_host", which works only while the connector is part of a solution.',
  ]);
});

test("a placeholder that a policy replaces for some operations only", () => {
  const definition = {
    host: "your-domain.contoso.com",
    paths: {
      "/tickets": { get: { operationId: "ListTickets" }, post: { operationId: "CreateTicket" } },
    },
  };
  const url = { urlTemplate: "https://api.contoso.com" };
  const some = { ...url, ...names("ListTickets") };
  expect(told("dynamichosturl", some, { definition })).toEqual([
    'host-no-placeholder: The host "your-domain.contoso.com" is a placeholder, and no policy replaces "your-domain" for "CreateTicket".',
  ]);
  expect(told("dynamichosturl", url, { definition })).toEqual([]);
});

test("parameters that are called as other keys of the platform", () => {
  const parameters = { name: "X-Area", value: "eu" };
  const policy = (key: string) => told("setheader", { ...parameters, [key]: "Request" });
  expect(policy("x-ms-apimTemplate-PolicySection")).toHaveLength(1);
});

test("keys that every JavaScript object has", () => {
  expect(
    told("setheader", {
      name: "X-Area",
      value: "@connectionParameters('constructor')@headers('__proto__')",
      ...request,
    }),
  ).toEqual([
    'policy-connection-parameter-exists: The policy reads the connection parameter "constructor", which the connector does not have.',
  ]);
  expect(told("constructor", {})).toHaveLength(1);
});
