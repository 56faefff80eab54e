import { CompletionItemKind } from "vscode-languageserver-types";
import type { ConnectionParameter } from "../../connector/apiProperties.js";
import type { Connector } from "../../connector/connector.js";
import { segments } from "../../connector/pointer.js";
import { asObject, asString, isObject, type JsonObject, strings } from "../../connector/values.js";
import { type OAuthSettings, oAuthSettingsOf } from "../../rulesets/oAuthSettings.js";
import { freeName } from "../freeName.js";
import type { Candidate, Source } from "./candidate.js";
import { otherKeys } from "./cursor.js";
import { membersOf, place, snippetOf } from "./snippet.js";

/** Whole security definitions, those first for which there are connection parameters, and what asks for them. */
export const securityDefinitions: Source = ({ file, cursor, place: { sight }, written }) => {
  if (file.kind !== "apiDefinition") return [];
  const { what, container = "", pointer } = cursor;
  const path = segments(what === "key" ? container : pointer);
  if (what === "key") {
    const present = otherKeys(cursor, written);
    if (path.length === 0)
      return present.has("security") ? [] : securityKey(written("/securityDefinitions"));
    return path.length === 1 && path[0] === "securityDefinitions"
      ? schemes(sight.connector, present)
      : [];
  }
  return path.at(-2) === "security" && (path.length === 2 || path[0] === "paths")
    ? requirements(written("/securityDefinitions"))
    : [];
};

/** A way in which requests prove who sends them. */
interface Scheme {
  label: string;
  words: string;
  documentation: string;
  name: string;
  value: JsonObject;
  isFitting: boolean;
}

function schemes({ apiProperties }: Connector, present: ReadonlySet<string>): Candidate[] {
  const parameters = apiProperties?.connectionParameters ?? [];
  const has = (pattern: RegExp) =>
    parameters.some(({ name, value }) => pattern.test(name) && /string$/i.test(String(value.type)));
  const isBasic = has(/^user_?name$/i) && has(/^password$/i);
  const isKey = !isBasic && parameters.some(({ value }) => value.type === "securestring");
  const [settings] = parameters.flatMap((parameter: ConnectionParameter) => {
    const found = oAuthSettingsOf(parameter);
    return found === undefined ? [] : [found];
  });
  const all: Scheme[] = [
    {
      label: "API key in a header",
      words: "apiKey",
      documentation:
        "A key that is sent in a header. Users enter it as a connection parameter, usually `api_key`.",
      name: "api_key",
      value: { type: "apiKey", in: "header", name: place("X-Api-Key") },
      isFitting: isKey,
    },
    {
      label: "API key in the query",
      words: "apiKey",
      documentation:
        "A key that is sent as a query parameter. Users enter it as a connection parameter, usually `api_key`.",
      name: "api_key",
      value: { type: "apiKey", in: "query", name: place("api_key", "name of key") },
      isFitting: isKey,
    },
    {
      label: "user name and password",
      words: "basic",
      documentation:
        "Basic authentication. Users enter the connection parameters `username` and `password`.",
      name: "basic_auth",
      value: { type: "basic" },
      isFitting: isBasic,
    },
    {
      label: "OAuth 2.0",
      words: "oauth2",
      documentation:
        "OAuth 2.0 with an authorization code. Users sign in by a connection parameter of type `oauthSetting`.",
      name: "oauth2_auth",
      value: oAuthScheme(settings),
      isFitting: settings !== undefined,
    },
  ];
  return all.map(({ label, words, documentation, name, value, isFitting }) => ({
    label,
    words,
    kind: CompletionItemKind.Snippet,
    detail: isFitting ? "As the connection parameters sign in" : "Security definition",
    documentation,
    rank: isFitting ? 1 : 5,
    insert: {
      members: membersOf({
        [place(freeName(name, present), "scheme")]: value,
      }),
    },
  }));
}

/** OAuth 2.0 with the addresses and scopes of the connection. */
function oAuthScheme(settings: OAuthSettings | undefined): JsonObject {
  const entraId = (name: string) => {
    if (settings === undefined || !settings.provider.startsWith("aad")) return undefined;
    const login = settings.custom("loginUri")?.value ?? "https://login.microsoftonline.com";
    const tenant = settings.custom("tenantId")?.value ?? "common";
    const end = name === "tokenUrl" ? "token" : "authorize";
    return `${login.replace(/\/+$/, "")}/${tenant}/oauth2/${end}`;
  };
  const address = (name: string, otherwise: string) => {
    const known =
      settings?.custom(name)?.value ?? settings?.custom(`${name}Template`)?.value ?? entraId(name);
    return known !== undefined && isPlainAddress(known) ? known : place(otherwise, name);
  };
  return {
    type: "oauth2",
    flow: "accessCode",
    authorizationUrl: address("authorizationUrl", "https://login.contoso.com/authorize"),
    tokenUrl: address("tokenUrl", "https://login.contoso.com/token"),
    scopes: Object.fromEntries(
      strings(settings?.value.scopes).map((scope) => [scope, place("What it allows.", scope)]),
    ),
  };
}

/** Whether an address is the same for everybody and holds nothing that may be secret. */
export function isPlainAddress(address: string): boolean {
  return /^https:\/\/[^\s?#@{}]+$/.test(address);
}

/** What asks for each of the schemes there are. */
function requirements(definitions: unknown): Candidate[] {
  return Object.entries(asObject(definitions)).map(([name, scheme]) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    detail: asString(asObject(scheme).type),
    documentation: "Asks for this security definition.",
    insert: { body: snippetOf(requirement(name, scheme)) },
  }));
}

function requirement(name: string, scheme: unknown): JsonObject {
  const { type, scopes } = asObject(scheme);
  return { [name]: type === "oauth2" && isObject(scopes) ? Object.keys(scopes) : [] };
}

/** The key `security` of the root, which asks for the first scheme: the platform takes no other. */
function securityKey(definitions: unknown): Candidate[] {
  const [first] = Object.entries(asObject(definitions));
  if (first === undefined) return [];
  return [
    {
      label: "security",
      kind: CompletionItemKind.Property,
      detail: `Asks for ${first[0]}`,
      documentation: "Which entries of securityDefinitions apply to every operation.",
      insert: { key: "security", body: snippetOf([requirement(...first)]) },
    },
  ];
}
