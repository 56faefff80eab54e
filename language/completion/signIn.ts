import { CompletionItemKind } from "vscode-languageserver-types";
import type { Connector } from "../../connector/connector.js";
import { type IdentityProvider, identityProviders } from "../../connector/identityProvider.js";
import { parent, segments } from "../../connector/pointer.js";
import { asArray, asObject, asString, isObject, type JsonObject } from "../../connector/values.js";
import { code, describeProvider } from "../describe.js";
import { explainKey } from "../explain.js";
import { freeName } from "../freeName.js";
import { keysOf } from "../schemas.js";
import type { Candidate, Setting, Source } from "./candidate.js";
import { otherKeys } from "./cursor.js";
import { isPlainAddress } from "./securityDefinitions.js";
import { membersOf, place, snippetOf, valuePlace } from "./snippet.js";

/** Whole connection parameters, sets of them, and what identity providers need. */
export const signIn: Source = (setting) => {
  const { file, cursor, written } = setting;
  const { what, container = "", pointer } = cursor;
  if (file.kind !== "apiProperties") return [];
  const { connector } = setting.place.sight;
  const path = segments(what === "key" ? container : pointer);
  if (path[0] !== "properties") return [];
  const last = path.at(-1);
  if (what === "key") {
    const present = otherKeys(cursor, written);
    if (path.length === 1)
      return present.has("connectionParameterSets") ? [] : severalWays(connector, "key");
    if (last === "customParameters") return customParameters(setting);
    if (last === "oAuthSettings")
      return present.has("customParameters")
        ? []
        : customParametersKey(asObject(written(container)));
    return isParameterList(path) ? parameters(setting, connector) : [];
  }
  if (last === "identityProvider" && path.at(-2) === "oAuthSettings") return providers();
  if (last === "oAuthSettings" && isParameterList(path.slice(0, -2))) return settings(connector);
  if (path[1] !== "connectionParameterSets") return [];
  if (path.length === 2) return severalWays(connector, "value");
  return path.length === 4 && path[2] === "values" ? sets(setting, connector) : [];
};

/** Whether a path is that of an object with connection parameters. */
function isParameterList(path: readonly string[]): boolean {
  return (
    (path.length === 2 && path[1] === "connectionParameters") ||
    (path.length === 5 && path[1] === "connectionParameterSets" && path[4] === "parameters")
  );
}

/** A way to connect. */
interface Way {
  label: string;
  words?: string;
  /** What users do, in sentences. */
  purpose: string;
  /** The name of a set for it. */
  name: string;
  parameters: JsonObject;
  /** Whether the security definitions ask for it. */
  isAskedFor: boolean;
  isOAuth?: boolean;
  isForMicrosoft?: boolean;
}

/** All ways to sign in, with what the security definitions say. */
function ways({ apiDefinition }: Connector, firstTab = 1): Way[] {
  const schemes = Object.values(asObject(apiDefinition?.value.securityDefinitions)).map(asObject);
  const schemeOf = (type: string) => schemes.find((scheme) => scheme.type === type);
  const [apiKey, basic, oAuth] = [schemeOf("apiKey"), schemeOf("basic"), schemeOf("oauth2")];
  const isEntra = /^https:\/\/login\.(?:microsoftonline\.com|windows\.net)\//i.test(
    asString(oAuth?.authorizationUrl) ?? "",
  );
  return [
    {
      label: "API key",
      words: "api_key",
      purpose: "Users enter a key, which is hidden.",
      name: "api-key",
      parameters: { api_key: secret("API key", keyDescription(apiKey), firstTab) },
      isAskedFor: apiKey !== undefined,
    },
    {
      label: "user name and password",
      words: "username basic",
      purpose: "Users enter their user name and password; the password is hidden.",
      name: "basic",
      parameters: {
        username: entered("User name", "The user name of your account.", firstTab),
        password: secret("Password", "The password of your account.", firstTab + 1),
      },
      isAskedFor: basic !== undefined,
    },
    ...[...identityProviders].map(
      ([id, provider]): Way => ({
        label: provider.title,
        words: `${id} token oauth`,
        purpose: provider.purpose,
        name: id === "aad" ? "entra-id" : "oauth",
        parameters: {
          token: { type: "oauthSetting", oAuthSettings: settingsOf(id, provider, oAuth) },
        },
        isAskedFor: oAuth !== undefined && id === (isEntra ? "aad" : "oauth2"),
        isOAuth: true,
        isForMicrosoft: id === "aadcertificate",
      }),
    ),
  ];
}

function keyDescription(scheme: JsonObject | undefined): string {
  const name = asString(scheme?.name);
  if (name === undefined) return "The API key of your account.";
  return `The API key of your account, which is sent as ${scheme?.in === "query" ? "the query parameter" : "the header"} ${name}.`;
}

/** A text that users enter. */
function entered(displayName: string, description: string, tabIndex: number): JsonObject {
  return {
    type: "string",
    uiDefinition: shown(displayName, description, { tabIndex, required: "true" }),
  };
}

/** A text that users enter and nobody sees. */
function secret(displayName: string, description: string, tabIndex: number): JsonObject {
  const constraints = { tabIndex, clearText: false, required: "true" };
  return { type: "securestring", uiDefinition: shown(displayName, description, constraints) };
}

function shown(displayName: string, description: string, constraints: JsonObject): JsonObject {
  return {
    displayName: place(displayName),
    description: place(description),
    tooltip: place(`Provide your ${lowerFirst(displayName)}`),
    constraints,
  };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** How users sign in with an identity provider. */
function settingsOf(
  id: string,
  provider: IdentityProvider,
  scheme: JsonObject | undefined,
): JsonObject {
  const isEntra = id.startsWith("aad");
  const scopes = Object.keys(asObject(scheme?.scopes));
  return {
    identityProvider: id,
    clientId: place("[[DUMMY]]"),
    scopes: scopes.length > 0 ? scopes : [isEntra ? valuePlace("", "scopes") : place("scope")],
    redirectMode: "GlobalPerConnector",
    properties: {
      IsFirstParty: id === "aadcertificate" ? "True" : "False",
      ...(isEntra && {
        AzureActiveDirectoryResourceId: place(provider.examples!.resourceUri!, "resourceUri"),
        IsOnbehalfofLoginSupported: false,
      }),
    },
    customParameters: customParametersOf(provider, scheme),
  };
}

/** The usual custom parameters of a provider, with the addresses of a security definition. */
function customParametersOf(provider: IdentityProvider, scheme?: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(provider.examples ?? {}).map(([name, example]) => [
      name,
      { value: customValue(name, example, scheme) },
    ]),
  );
}

/** Addresses and what else differs are places; what is the same for all services is not. */
function customValue(name: string, example: string, scheme?: JsonObject): string {
  const known = isObject(scheme) && addressIn(scheme, name);
  if (known) return known;
  return /^(?:https:|common$)/.test(example) ? place(example, name) : example;
}

/** The address that a security definition has for a custom parameter; a token is renewed where it is given. */
function addressIn(scheme: JsonObject, name: string): string | undefined {
  const key = /^authorizationUrl(?:Template)?$/.test(name)
    ? "authorizationUrl"
    : /^(?:token|refresh)Url(?:Template)?$/.test(name)
      ? "tokenUrl"
      : undefined;
  const address = key && asString(scheme[key]);
  return address !== undefined && isPlainAddress(address) ? address : undefined;
}

/** New members of an object with connection parameters. */
function parameters({ cursor, written }: Setting, connector: Connector): Candidate[] {
  const names = otherKeys(cursor, written);
  const present = Object.entries(asObject(written(cursor.container ?? ""))).filter(([name]) =>
    names.has(name),
  );
  const hasSignIn = present.some(([, value]) => asObject(value).type === "oauthSetting");
  const tabs = present.map(([, value]) => {
    const { tabIndex } = asObject(asObject(asObject(value).uiDefinition).constraints);
    return typeof tabIndex === "number" ? tabIndex : 0;
  });
  const firstTab = Math.max(0, ...tabs) + 1;
  const isFree = (members: JsonObject) => Object.keys(members).every((name) => !names.has(name));
  return [
    ...ways(connector, firstTab)
      // One way to connect has one sign-in.
      .filter((way) => isFree(way.parameters) && !(way.isOAuth && hasSignIn))
      .map((way) => ({ ...offerOf(way), insert: { members: membersOf(way.parameters) } })),
    ...others(firstTab)
      .filter(({ members }) => isFree(members))
      .map(({ label, words, purpose, members }) => ({
        label,
        words,
        kind: CompletionItemKind.Snippet,
        detail: "Connection parameter",
        documentation: purpose,
        rank: 6,
        insert: { members: membersOf(members) },
      })),
  ];
}

/** What a candidate for a way to connect says. */
function offerOf(way: Way) {
  const names = Object.keys(way.parameters).map(code).join(" and ");
  return {
    label: way.label,
    words: way.words,
    kind: CompletionItemKind.Snippet,
    detail: way.isAskedFor ? "As the security definitions ask for" : "Connection parameters",
    documentation: `${way.purpose}\n\nInserts ${names}.`,
    rank: way.isAskedFor ? 1 : way.isForMicrosoft ? 7 : 5,
  };
}

/** Connection parameters that sign nobody in. */
function others(tabIndex: number): {
  label: string;
  words: string;
  purpose: string;
  members: JsonObject;
}[] {
  return [
    {
      label: "text",
      words: "string host",
      purpose:
        "A text that users enter, such as the host of their account. A policy or the script reads it by its name.",
      members: {
        [place("host")]: entered(
          "Host",
          "The host of your account, such as shop.contoso.com.",
          tabIndex,
        ),
      },
    },
    {
      label: "drop-down",
      words: "dropdown region allowedValues",
      purpose: "One of some values, such as a region. A policy or the script reads it by its name.",
      members: {
        [place("region")]: {
          type: "string",
          uiDefinition: shown("Region", "The region in which your data are.", {
            tabIndex,
            required: "true",
            allowedValues: [
              { text: place("Europe"), value: place("eu") },
              { text: place("United States"), value: place("us") },
            ],
          }),
        },
      },
    },
    {
      label: "gateway",
      words: "gatewaySetting",
      purpose:
        "The on-premises data gateway through which requests go. It is asked for only in connections that use one. A script cannot be used with it.",
      members: {
        gateway: {
          type: "gatewaySetting",
          uiDefinition: shown("Gateway", "The data gateway to use.", {
            tabIndex,
            required: "true",
            capability: ["gateway"],
          }),
        },
      },
    },
  ];
}

/** A way to connect as one of several. */
function setOf({ label, name, purpose, parameters }: Way, names: ReadonlySet<string>): JsonObject {
  return {
    name: place(freeName(name, names), "name of set"),
    uiDefinition: {
      displayName: place(label.charAt(0).toUpperCase() + label.slice(1)),
      description: place(purpose),
    },
    parameters,
  };
}

function sets({ cursor, written }: Setting, connector: Connector): Candidate[] {
  const listed = asArray(written(parent(cursor.pointer)));
  const names = new Set(listed.map((set) => String(asObject(set).name)));
  return ways(connector).map((way) => ({
    ...offerOf(way),
    insert: { body: snippetOf(setOf(way, names)) },
  }));
}

/** Two ways to connect, of which users choose one. */
function severalWays(connector: Connector, what: "key" | "value"): Candidate[] {
  const all = ways(connector);
  const [apiKey] = all;
  const oAuth = all.find((way) => way.isOAuth && way.isAskedFor) ?? all.find((way) => way.isOAuth)!;
  const label = "connectionParameterSets";
  const value = {
    uiDefinition: {
      displayName: place("Authentication type"),
      description: place("How you sign in."),
    },
    values: [apiKey!, oAuth].map((way) => {
      const set = setOf(way, new Set());
      return { ...set, name: place(way.name, `${way.name} set`) };
    }),
  };
  return [
    {
      label: what === "key" ? label : "API key or OAuth",
      words: what === "key" ? undefined : label,
      kind: CompletionItemKind.Snippet,
      detail: "Several ways to connect",
      documentation:
        "Several ways to connect, of which users choose one: here an API key, and a sign-in by OAuth.",
      rank: 5,
      insert: what === "key" ? { key: label, body: snippetOf(value) } : { body: snippetOf(value) },
    },
  ];
}

function providers(): Candidate[] {
  return [...identityProviders].map(([id, { title }]) => ({
    label: id,
    words: title,
    kind: CompletionItemKind.EnumMember,
    detail: title,
    documentation: describeProvider(id),
    rank: id === "aadcertificate" ? 7 : 5,
    insert: { value: id },
  }));
}

/** The settings of a sign-in, of each provider. */
function settings(connector: Connector): Candidate[] {
  return ways(connector).flatMap((way) => {
    const { oAuthSettings } = asObject(way.parameters.token);
    return oAuthSettings === undefined
      ? []
      : [
          {
            ...offerOf(way),
            documentation: way.purpose,
            insert: { body: snippetOf(oAuthSettings) },
          },
        ];
  });
}

/** The key `customParameters` with all that a provider usually has. */
function customParametersKey({ identityProvider }: JsonObject): Candidate[] {
  const provider = identityProviders.get(asString(identityProvider) ?? "");
  if (provider?.examples === undefined) return [];
  return [
    {
      label: "customParameters",
      kind: CompletionItemKind.Property,
      detail: `Those of ${String(identityProvider)}`,
      documentation: provider.purpose,
      rank: 1,
      insert: { key: "customParameters", body: snippetOf(customParametersOf(provider)) },
    },
  ];
}

/** The custom parameters of the provider that are not there, those first without which nobody can sign in. */
function customParameters({ file, cursor, schemas, written }: Setting): Candidate[] {
  const container = cursor.container ?? "";
  const id = asString(asObject(written(parent(container))).identityProvider) ?? "";
  const { required = [], examples = {} } = identityProviders.get(id) ?? {};
  const present = new Set([...otherKeys(cursor, written)].map((name) => name.toLowerCase()));
  const isMissing = (name: string) => !present.has(name.toLowerCase());
  const value = (name: string) => ({ value: customValue(name, examples[name] ?? place("", name)) });
  const missing = required.filter(isMissing);
  const all: Candidate[] =
    missing.length < 2
      ? []
      : [
          {
            label: `${id} parameters`,
            kind: CompletionItemKind.Snippet,
            detail: "All that are needed",
            documentation: `Inserts ${missing.map(code).join(", ")}.`,
            rank: 0,
            insert: {
              members: membersOf(Object.fromEntries(missing.map((name) => [name, value(name)]))),
            },
          },
        ];
  return [
    ...all,
    ...[...keysOf(file.kind, schemas)]
      .filter(([name]) => isMissing(name))
      .map(
        ([name, ofValue]): Candidate => ({
          label: name,
          kind: CompletionItemKind.Property,
          detail: required.includes(name) ? "required" : undefined,
          documentation: explainKey(name, ofValue),
          rank: required.includes(name) ? 1 : 5,
          insert: { key: name, body: snippetOf(value(name)) },
        }),
      ),
  ];
}
