import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConnectorFile, type FileKind } from "../connector/connector.js";
import { child, parent, segments } from "../connector/pointer.js";
import { valueAt } from "../connector/reference.js";
import { isObject } from "../connector/values.js";
import { rules } from "../rulesets/index.js";
import { type JsonSchema, schemas, violations } from "../rulesets/structure.js";
import { runs } from "./propertyRuns.js";

const definition = () => ({
  swagger: "2.0",
  info: { title: "Contoso Tickets", version: "1.0" },
  host: "api.contoso.com",
  schemes: ["https"],
  paths: {
    "/tickets/{id}": {
      post: {
        operationId: "AddNote",
        parameters: [
          { name: "id", in: "path", required: true, type: "string" },
          { name: "body", in: "body", schema: { $ref: "#/definitions/Note" } },
          { $ref: "#/parameters/Page" },
        ],
        responses: { 200: { description: "OK", schema: { type: "object", properties: {} } } },
      },
    },
  },
  parameters: { Page: { name: "page", in: "query", type: "integer" } },
  definitions: { Note: { type: "object", properties: { text: { type: "string" } } } },
  securityDefinitions: {
    key: { type: "apiKey", name: "X-Key", in: "header" },
    oauth: {
      type: "oauth2",
      flow: "accessCode",
      authorizationUrl: "https://login.contoso.com/authorize",
      tokenUrl: "https://login.contoso.com/token",
      scopes: {},
    },
  },
});

const properties = () => ({
  properties: {
    iconBrandColor: "#0b6a53",
    connectionParameters: {
      token: {
        type: "oauthSetting",
        oAuthSettings: {
          identityProvider: "oauth2",
          customParameters: {
            authorizationUrl: { value: "https://login.contoso.com/authorize" },
            tokenUrl: { value: "https://login.contoso.com/token" },
            refreshUrl: { value: "https://login.contoso.com/token" },
          },
        },
      },
    },
    policyTemplateInstances: [
      {
        templateId: "setheader",
        title: "Source",
        parameters: {
          "x-ms-apimTemplateParameter.name": "X-Source",
          "x-ms-apimTemplateParameter.value": "flow",
        },
      },
    ],
  },
});

function violationsOf(value: unknown, kind: FileKind = "apiDefinition") {
  return violations(new ConnectorFile(kind, `/${kind}.json`, JSON.stringify(value)));
}

/** What is found after `change`, as `rule pointer key`. */
function found<Value>(value: Value, change: (value: Value) => void, kind?: FileKind): string[] {
  change(value);
  return violationsOf(value, kind).map((violation) =>
    [violation.rule, violation.pointer, "key" in violation ? violation.key : ""].join(" ").trim(),
  );
}

const operation = "/paths/~1tickets~1{id}/post";

describe("one fault gives one violation:", () => {
  test.each<[string, (value: ReturnType<typeof definition>) => void, string]>([
    [
      "a body parameter whose location is misspelt",
      ({ paths }) => Object.assign(paths["/tickets/{id}"].post.parameters[1]!, { in: "Body" }),
      `json-value-in-enum ${operation}/parameters/1/in`,
    ],
    [
      "a parameter whose location is misspelt",
      ({ paths }) => Object.assign(paths["/tickets/{id}"].post.parameters[0]!, { in: "paht" }),
      `json-value-in-enum ${operation}/parameters/0/in`,
    ],
    [
      "a parameter with a schema as in OpenAPI 3",
      ({ paths }) => {
        paths["/tickets/{id}"].post.parameters[0] = {
          name: "id",
          in: "path",
          schema: { type: "string" },
        } as never;
      },
      `no-schema-on-non-body ${operation}/parameters/0 schema`,
    ],
    [
      "a body parameter with a type in place of a schema",
      ({ paths }) => {
        const body = { name: "body", in: "body", type: "object" };
        paths["/tickets/{id}"].post.parameters[1] = body as never;
      },
      `body-parameter-property-valid ${operation}/parameters/1 type`,
    ],
    [
      "a required key that is misspelt",
      ({ info }) => {
        Object.assign(info, { verison: info.version });
        delete (info as Record<string, unknown>).version;
      },
      "extension-name /info verison",
    ],
    [
      "a method in upper case",
      ({ paths }) => Object.assign(paths["/tickets/{id}"], { GET: {} }),
      "extension-name /paths/~1tickets~1{id} GET",
    ],
    [
      "an array in place of an object",
      (value) => Object.assign(value.definitions, { security: [{ key: [] }] }),
      "json-type /definitions/security",
    ],
    [
      "a security definition of an unknown type",
      (value) => Object.assign(value.securityDefinitions.key, { type: "apikey" }),
      "json-value-in-enum /securityDefinitions/key/type",
    ],
    [
      "an unknown flow",
      (value) => Object.assign(value.securityDefinitions.oauth, { flow: "authorizationCode" }),
      "json-value-in-enum /securityDefinitions/oauth/flow",
    ],
    [
      "a value of the wrong type that is not in the list either",
      ({ parameters }) => Object.assign(parameters.Page, { type: ["integer"] }),
      "json-type /parameters/Page/type",
    ],
    [
      "a reference that is no string",
      ({ definitions }) => Object.assign(definitions.Note.properties.text, { $ref: 1 }),
      "json-type /definitions/Note/properties/text/$ref",
    ],
  ])("%s", (_, change, expected) => {
    expect(found(definition(), change)).toEqual([expected]);
  });

  test.each<[string, (value: ReturnType<typeof properties>) => void, string]>([
    [
      "settings of a sign-in under a misspelt key",
      ({ properties: { connectionParameters } }) => {
        const { oAuthSettings, ...token } = connectionParameters.token;
        connectionParameters.token = { ...token, oauthSettings: oAuthSettings } as never;
      },
      "api-properties-known-keys /properties/connectionParameters/token oauthSettings",
    ],
    [
      "a policy parameter without its prefix",
      ({ properties: { policyTemplateInstances } }) => {
        const parameters = { "x-ms-apimTemplateParameter.value": "flow", name: "X-Source" };
        policyTemplateInstances[0]!.parameters = parameters as never;
      },
      "api-properties-known-keys /properties/policyTemplateInstances/0/parameters name",
    ],
    [
      "a policy that lacks a parameter",
      ({ properties: { policyTemplateInstances } }) => {
        policyTemplateInstances[0]!.templateId = "SetHeader";
        const parameters = { "x-ms-apimTemplateParameter.value": "flow" };
        policyTemplateInstances[0]!.parameters = parameters as never;
      },
      "required-property /properties/policyTemplateInstances/0/parameters x-ms-apimTemplateParameter.name",
    ],
  ])("%s", (_, change, expected) => {
    expect(found(properties(), change, "apiProperties")).toEqual([expected]);
  });
});

test("nothing is wrong with what is right", () => {
  expect(violationsOf(definition())).toEqual([]);
  expect(violationsOf(properties(), "apiProperties")).toEqual([]);
});

test("names of a map are no keys of an object", () => {
  const value = definition();
  Object.assign(value.definitions.Note.properties, {
    $ref: { type: "string" },
    type: { type: "string" },
    required: { type: "boolean" },
    __proto: { type: "string" },
  });
  expect(violationsOf(value)).toEqual([]);
});

test("names of OAuth parameters are compared ignoring case", () => {
  const value = properties();
  const { token } = value.properties.connectionParameters;
  const entries = Object.entries(token.oAuthSettings.customParameters);
  token.oAuthSettings.customParameters = Object.fromEntries(
    entries.map(([name, each]) => [name.charAt(0).toUpperCase() + name.slice(1), each]),
  ) as never;
  expect(violationsOf(value, "apiProperties")).toEqual([]);
});

test("a root that is no object is one violation, and what cannot be judged is none", () => {
  expect(violationsOf([]).map(({ rule, pointer }) => [rule, pointer])).toEqual([["json-type", ""]]);
  expect(violations(new ConnectorFile("apiDefinition", "/a.json", '{"swagger": '))).toEqual([]);
  expect(violationsOf({ openapi: "3.0.1", info: 1 })).toEqual([]);
  expect(violationsOf({ "editor.tabSize": 2 }, "settings")).toEqual([]);
  expect(violationsOf({ apiDefinition: "a.json", icon: 1 }, "settings")).toHaveLength(1);
});

test("any value at any place is judged, and each violation is told in full", () => {
  const places = (value: unknown, pointer = ""): string[] => [
    pointer,
    ...(typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) => places(item, child(pointer, key)))
      : []),
  ];
  for (const [kind, value] of [
    ["apiDefinition", definition()],
    ["apiProperties", properties()],
  ] as const)
    fc.assert(
      fc.property(fc.constantFrom(...places(value)), fc.jsonValue(), (place, replacement) => {
        const changed = JSON.parse(JSON.stringify(value));
        const last = segments(place).at(-1);
        const owner = valueAt(changed, parent(place)) as Record<string, unknown>;
        if (last !== undefined) owner[last] = replacement;
        for (const violation of violationsOf(last === undefined ? replacement : changed, kind)) {
          expect(violation.rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
          expect(violation.subject).toMatch(/^\S.*\S$/s);
          expect(isObject(violation.schema)).toBe(true);
        }
      }),
      runs(300),
    );
});

/** What an editor reads of our schemas. */
type Described = JsonSchema & {
  $ref?: string;
  additionalProperties?: Described | boolean;
  then?: Described;
  else?: Described;
  allOf?: Described[];
};

test.each(Object.entries(schemas))("the schema of %s describes every key once", (_, root) => {
  const undescribed: string[] = [];
  const visit = (schema: Described | boolean | undefined, place: string) => {
    if (typeof schema !== "object") return;
    for (const [name, property] of Object.entries<Described>(schema.properties ?? {})) {
      const target = root.definitions?.[property.$ref?.replace("#/definitions/", "") ?? ""];
      const count = [property, target].filter((each) => each?.description !== undefined).length;
      // A branch may narrow a key that is described beside it.
      const isNarrowed = place.endsWith("/then") && count === 0;
      if (count !== 1 && !isNarrowed) undescribed.push(`${place}/${name}`);
      visit(property, `${place}/${name}`);
    }
    for (const keyword of ["items", "additionalProperties", "then", "else"] as const)
      visit(schema[keyword] as Described, `${place}/${keyword}`);
    for (const part of schema.allOf ?? []) visit(part, `${place}/allOf`);
    for (const [name, each] of Object.entries(schema.definitions ?? {})) visit(each, `#${name}`);
  };
  visit(root, "");
  expect(undescribed).toEqual([]);
});

test("every rule and code that a schema names exists", () => {
  const named = new Map<string, Set<string>>();
  const visit = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    const { "x-violations": places, ...rest } = value as JsonSchema;
    for (const { rule, code } of Object.values(places ?? {})) {
      if (rule === undefined) continue;
      const codes = named.get(rule) ?? new Set();
      named.set(rule, codes);
      if (typeof code === "string") codes.add(code);
    }
    for (const each of Object.values(rest)) visit(each);
  };
  visit(schemas);
  expect(named.size).toBeGreaterThan(0);
  for (const [name, codes] of named) {
    const rule = rules.find((each) => each.name === name);
    expect(rule, name).toBeDefined();
    for (const code of codes) expect(rule!.validatorCodes, name).toContain(code);
  }
});
