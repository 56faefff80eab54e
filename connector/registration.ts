import { type Exact, type ExactObject, memberOf, textOf, toExact } from "./exactJson.js";

/** A connection parameter that signs in by OAuth, and so needs a client secret. */
export interface OAuthParameter {
  name: string;
  /** The name of its set, when the connector has several ways to connect. */
  set?: string;
  /** Its `oAuthSettings`, a part of the properties it was found in. */
  settings: ExactObject;
}

/** `token`, or `set.token`: how messages and options name it. */
export function nameOf({ set, name }: OAuthParameter): string {
  return set === undefined ? name : `${set}.${name}`;
}

/** Every OAuth parameter of the `properties` of an `apiProperties.json`, in every way to connect. */
export function oauthParameters(properties: Exact | undefined): OAuthParameter[] {
  const found: OAuthParameter[] = [];
  const read = (parameters: Exact | undefined, set?: string) => {
    if (!(parameters instanceof Map)) return;
    for (const [name, parameter] of parameters) {
      const settings = memberOf(parameter, "oAuthSettings");
      if (settings instanceof Map)
        found.push({ name, settings, ...(set !== undefined && { set }) });
    }
  };
  read(memberOf(properties, "connectionParameters"));
  const sets = memberOf(memberOf(properties, "connectionParameterSets"), "values");
  if (Array.isArray(sets))
    for (const [index, set] of sets.entries())
      read(memberOf(set, "parameters"), textOf(set, "name") ?? String(index));
  return found;
}

/** The secrets that somebody left in properties: client secrets, and defaults of secure texts. */
export function secretsIn(properties: Exact | undefined): string[] {
  const found: string[] = [];
  for (const { settings } of oauthParameters(properties)) {
    const secret = settings.get("clientSecret");
    if (typeof secret === "string") found.push(secret);
  }
  const visit = (value: Exact) => {
    if (value instanceof Map) {
      const secret = value.get("defaultValue");
      if (value.get("type") === "securestring" && typeof secret === "string") found.push(secret);
      for (const item of value.values()) visit(item);
    } else if (Array.isArray(value)) value.forEach(visit);
  };
  if (properties !== undefined) visit(properties);
  return found;
}

/** Properties as they may be shown: without the client secrets and the defaults of secure texts that somebody left in them. */
export function maskedProperties(properties: Exact): Exact {
  const masked = copy(properties);
  for (const { settings } of oauthParameters(masked))
    if (settings.has("clientSecret")) settings.set("clientSecret", "***");
  const visit = (value: Exact) => {
    if (value instanceof Map) {
      if (value.get("type") === "securestring" && value.has("defaultValue"))
        value.set("defaultValue", "***");
      for (const item of value.values()) visit(item);
    } else if (Array.isArray(value)) value.forEach(visit);
  };
  visit(masked);
  return masked;
}

export interface RegistrationOptions {
  definition: Exact;
  /** The `properties` of `apiProperties.json`. */
  properties: Exact | undefined;
  environment: string;
  /** The service takes the name of a connector only when it is created. */
  withDisplayName: boolean;
  iconUri?: string;
  /** An empty text removes the script; the one on the server stays when absent. */
  scriptDefinitionUrl?: string;
  /** The client secret of an OAuth parameter; the one on the server stays when absent. */
  secretOf(parameter: OAuthParameter): string | undefined;
}

/**
 * What the service is sent to create or update a connector (`POST` and `PATCH` of `apis`): the properties in their
 * order, then what the definition says. `stackOwner` is left out, since the service refuses it; it is for certification.
 */
export function registration(options: RegistrationOptions): Exact {
  const { definition, environment, iconUri, scriptDefinitionUrl } = options;
  const properties = copy(options.properties ?? null);
  const body: ExactObject = properties instanceof Map ? properties : new Map();
  body.delete("stackOwner");
  for (const parameter of oauthParameters(body)) {
    const secret = options.secretOf(parameter);
    if (secret !== undefined) parameter.settings.set("clientSecret", secret);
  }
  const info = memberOf(definition, "info");
  body.set("openApiDefinition", definition);
  body.set("backendService", toExact({ serviceUrl: serviceUrl(definition) }));
  body.set("environment", toExact({ name: environment }));
  if (options.withDisplayName) body.set("displayName", textOf(info, "title") ?? "");
  body.set("description", textOf(info, "description") ?? "");
  if (iconUri !== undefined) body.set("iconUri", iconUri);
  if (scriptDefinitionUrl !== undefined) body.set("scriptDefinitionUrl", scriptDefinitionUrl);
  return new Map([["properties", body]]);
}

/** Where the API of a definition is: its first scheme, its host and its base path; empty without a host. */
function serviceUrl(definition: Exact): string {
  const host = textOf(definition, "host");
  if (host === undefined) return "";
  const schemes = memberOf(definition, "schemes");
  const [first] = Array.isArray(schemes) ? schemes : [];
  const scheme = typeof first === "string" ? first : "https";
  const basePath = textOf(definition, "basePath") ?? "";
  return `${scheme}://${host}${basePath === "" || basePath.startsWith("/") ? "" : "/"}${basePath}`;
}

function copy(value: Exact): Exact {
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copy(item)]));
  return value;
}

/** What of a connector on the server belongs into an `apiProperties.json`, in the order in which paconn writes it. */
const keptProperties = [
  "connectionParameters",
  "connectionParameterSets",
  "iconBrandColor",
  "scriptOperations",
  "capabilities",
  "policyTemplateInstances",
  "publisher",
  "stackOwner",
] as const;

/**
 * The `apiProperties.json` of a connector as the service tells it.
 * @param connector the answer to `GET apis/{id}`
 * @param stackOwner what the file at hand says; the service does not keep it
 */
export function propertiesFile(connector: Exact, stackOwner?: Exact): Exact {
  const told = memberOf(connector, "properties");
  const properties: ExactObject = new Map();
  for (const key of keptProperties) {
    const value = memberOf(told, key) ?? (key === "stackOwner" ? stackOwner : undefined);
    if (value !== undefined) properties.set(key, value);
  }
  return new Map([["properties", properties]]);
}
