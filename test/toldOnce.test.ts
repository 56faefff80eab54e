import { expect, test } from "vitest";
import { judge } from "../rulesets/judge.js";
import { connectorOf } from "./fixture.js";

/** A fault is told by one rule, at one place. */

function told(
  definition: object,
  properties: object = { properties: {} },
  among: readonly string[] = [],
): string[] {
  const connector = connectorOf([
    { name: "apiDefinition.swagger.json", text: JSON.stringify(definition) },
    { name: "apiProperties.json", text: JSON.stringify(properties) },
  ]);
  const files = connector.all;
  return judge(connector, files, "certified")
    .findings.filter(({ rule }) => among.length === 0 || among.includes(rule))
    .map(({ rule, pointer }) => `${rule} ${pointer}`);
}

test("a metadata entry without its value", () => {
  const entries = ["Website", "Privacy policy", "Categories"].map((propertyName) => ({
    propertyName,
    ...(propertyName !== "Website" && { propertyValue: "https://www.contoso.com" }),
  }));
  expect(
    told({ "x-ms-connector-metadata": entries }, {}, [
      "connector-metadata-required",
      "required-property",
    ]).filter((each) => each.includes("metadata")),
  ).toEqual(["required-property /x-ms-connector-metadata/0"]);
});

test.each([
  ["implicit", "extension-name /securityDefinitions/sign_in/tokenUrl"],
  ["application", "oauth-flow-supported /securityDefinitions/sign_in/flow"],
])("a flow %s with both addresses", (flow, finding) => {
  const sign_in = {
    type: "oauth2",
    flow,
    authorizationUrl: "https://login.contoso.com/authorize",
    tokenUrl: "https://login.contoso.com/token",
    scopes: {},
  };
  expect(
    told({ securityDefinitions: { sign_in } }, {}, [
      "extension-name",
      "oauth-flow-not-implicit",
      "oauth-flow-supported",
    ]),
  ).toEqual([finding]);
});

test.each([
  [["actions", "triggers"], "Single", "trigger-value /paths/~1hooks/post/x-ms-trigger"],
  [["actions", "trigger"], "single", "capabilities-known /properties/capabilities/1"],
])("capabilities %j and a trigger %s", (capabilities, trigger, finding) => {
  const paths = {
    "/hooks": { post: { operationId: "OnNewTicket", "x-ms-trigger": trigger } },
    "/tickets": { get: { operationId: "ListTickets" } },
  };
  expect(
    told({ paths }, { properties: { capabilities } }, [
      "capabilities-known",
      "capabilities-match-operations",
      "trigger-value",
    ]),
  ).toEqual([finding]);
});

test("a wildcard in a variable", () => {
  const path = "/tickets/{*ticketId}";
  const get = {
    operationId: "GetTicket",
    parameters: [{ name: "ticketId", in: "path", required: true, type: "string" }],
  };
  expect(
    told({ paths: { [path]: { get } } }, {}, [
      "path-no-wildcard",
      "path-parameter-defined",
      "path-parameter-in-template",
      "path-template-valid",
    ]),
  ).toEqual(["path-no-wildcard /paths/~1tickets~1{*ticketId}"]);
});

test("a test of the connection that passes an item of a tree", () => {
  const testConnection = {
    operationId: "ListTickets",
    parameters: { queue: { selectedItemValuePath: "id" } },
  };
  const get = { operationId: "ListTickets", parameters: [{ name: "queue", in: "query" }] };
  expect(
    told({ "x-ms-capabilities": { testConnection }, paths: { "/tickets": { get } } }, {}, [
      "dynamic-tree-selected-item-position",
      "test-connection-simple",
    ]),
  ).toEqual([
    "dynamic-tree-selected-item-position /x-ms-capabilities/testConnection/parameters/queue/selectedItemValuePath",
  ]);
});

test("paths that are missing", () => {
  const found = told(
    { "x-ms-capabilities": { testConnection: { operationId: "ListTickets" } } },
    {
      properties: {
        policyTemplateInstances: [
          {
            templateId: "setheader",
            title: "Set the language",
            parameters: { "x-ms-apimTemplate-operationName": ["ListTickets"] },
          },
        ],
        scriptOperations: ["ListTickets"],
      },
    },
  );
  expect(found.filter((each) => each.includes("operation-exists"))).toEqual([]);
});
