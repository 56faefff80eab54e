import { extname } from "node:path";
import type { HttpRequest, Send, TokenSource } from "./http.js";
import { ServiceError } from "./serviceError.js";

export interface Environment {
  /** A GUID, or `Default-` and one. */
  name: string;
  /** Several environments may have the same. */
  displayName: string;
  isDefault: boolean;
  location?: string;
  /** Such as `Production` or `Sandbox`. */
  sku?: string;
}

export interface Person {
  id?: string;
  displayName?: string;
  userPrincipalName?: string;
}

/** A custom connector as the list of an environment has it. */
export interface ConnectorEntry {
  name: string;
  displayName: string;
  createdBy?: Person;
  modifiedBy?: Person;
  /** ISO 8601. */
  createdTime?: string;
  changedTime?: string;
}

/** The calls that this program makes; each throws ServiceError. */
export interface Client {
  /** `GET {flow}/providers/Microsoft.ProcessSimple/environments`: those of a user. */
  environments(): Promise<Environment[]>;
  /** `GET {bap}/…/scopes/admin/environments`: those of an administrator or a registered application. */
  adminEnvironments(): Promise<Environment[]>;
  /** `GET apis`: the custom ones. */
  connectors(environment: string): Promise<ConnectorEntry[]>;
  /** `GET apis/{id}`: the text of the answer, for whoever reads it exactly. */
  connector(environment: string, id: string): Promise<string>;
  /**
   * `POST objectIds/{oid}/validateApiSwagger`: what the service says of a definition, in lines; empty when nothing.
   * @param definition the text of the definition
   */
  validate(
    objectId: string,
    definition: string,
    options: { withCertificationRules: boolean },
  ): Promise<{ text: string; hasFailed: boolean }>;
  /** `POST objectIds/{oid}/generateResourceStorage`: a container with the signature that opens it. */
  storage(objectId: string, environment: string): Promise<URL>;
  /** `PUT {container}/{name}`: the address of the file, with the signature. */
  upload(storage: URL, name: string, bytes: Uint8Array): Promise<string>;
  /** `POST apis`: the text of the answer. */
  create(environment: string, body: string): Promise<string>;
  /** `PATCH apis/{id}`: the text of the answer, which may be empty. */
  update(environment: string, id: string, body: string): Promise<string>;
  /** `GET` of a file that the service names, without the token. */
  file(address: string, what: string): Promise<{ bytes: Uint8Array; contentType: string }>;
}

export interface ClientOptions {
  send: Send;
  endpoints: { powerAppsUrl: string; flowUrl: string; bapUrl: string };
  apiVersion: string;
  /** The version of the list of environments of Power Automate. */
  flowApiVersion: string;
  token: TokenSource;
}

/** The version of the list of environments for administrators; that of the other calls is an option. */
const bapApiVersion = "2020-10-01";
const mostPages = 1_000;

export function createClient({
  send,
  endpoints,
  apiVersion,
  flowApiVersion,
  token,
}: ClientOptions): Client {
  /** An address below a base; each segment is encoded, so that no id leads elsewhere. */
  const address = (
    base: string,
    segments: readonly string[],
    query: Record<string, string>,
  ): URL => {
    const url = new URL(base);
    const path = segments.map((segment) => encodeURIComponent(safeSegment(segment)));
    url.pathname = [url.pathname.replace(/\/+$/, ""), ...path].join("/");
    // Spaces as %20: a service that reads + as a plus would not find the environment.
    url.search = Object.entries(query)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeQuery(value)}`)
      .join("&");
    return url;
  };
  const powerApps = (segments: string[], query: Record<string, string> = {}) =>
    address(endpoints.powerAppsUrl, ["providers", "Microsoft.PowerApps", ...segments], {
      "api-version": apiVersion,
      ...query,
    });
  const inEnvironment = (environment: string) => ({
    $filter: `environment eq '${environment.replaceAll("'", "''")}'`,
  });
  const call = async (request: Omit<HttpRequest, "headers">) => {
    const { text } = await send({
      ...request,
      token,
      headers: {
        Accept: "application/json",
        "x-ms-origin": "paconn-cli",
        ...(request.body !== undefined && { "Content-Type": "application/json" }),
      },
    });
    return text;
  };
  const pages = async (first: URL, what: string): Promise<Record<string, unknown>[]> => {
    const items: Record<string, unknown>[] = [];
    const visited = new Set<string>();
    let url: URL | undefined = first;
    while (url !== undefined && !visited.has(url.href) && visited.size < mostPages) {
      visited.add(url.href);
      const page = object(await call({ method: "GET", url, what, isRepeatable: true }), what);
      if (Array.isArray(page.value)) items.push(...page.value.filter(isRecord));
      // A list without a list is not an empty one.
      else if (visited.size === 1) throw notOfTheService(what);
      const next: string | undefined = text(page.nextLink);
      url = next !== undefined && URL.canParse(next, url) ? new URL(next, url) : undefined;
      // The token goes to no other host, and a list that is cut short would look whole.
      if (url !== undefined && url.origin !== first.origin)
        throw new ServiceError(
          "answer",
          `${what.charAt(0).toUpperCase()}${what.slice(1)}: It goes on at ${url.host}, which was not asked.`,
          { todo: "Tell the makers of paconn; the list cannot be read whole." },
        );
    }
    return items;
  };
  const environmentsAt = async (url: URL) =>
    (await pages(url, "the list of environments")).flatMap((item): Environment[] => {
      const name = text(item.name);
      const properties = isRecord(item.properties) ? item.properties : {};
      const location = text(item.location) ?? text(properties.azureRegion);
      const sku = text(properties.environmentSku) ?? text(properties.environmentType);
      if (name === undefined) return [];
      return [
        {
          name,
          displayName: text(properties.displayName) ?? name,
          isDefault: properties.isDefault === true,
          ...(location !== undefined && { location }),
          ...(sku !== undefined && { sku }),
        },
      ];
    });

  return {
    environments: () =>
      environmentsAt(
        address(endpoints.flowUrl, ["providers", "Microsoft.ProcessSimple", "environments"], {
          "api-version": flowApiVersion,
        }),
      ),
    adminEnvironments: () =>
      environmentsAt(
        address(
          endpoints.bapUrl,
          ["providers", "Microsoft.BusinessAppPlatform", "scopes", "admin", "environments"],
          { "api-version": bapApiVersion },
        ),
      ),
    async connectors(environment) {
      const what = "the list of connectors";
      const items = await pages(powerApps(["apis"], inEnvironment(environment)), what);
      return items.flatMap(({ name, properties }): ConnectorEntry[] => {
        if (typeof name !== "string" || !isRecord(properties) || properties.isCustomApi !== true)
          return [];
        const createdTime = text(properties.createdTime);
        const changedTime = text(properties.changedTime);
        return [
          {
            name,
            displayName: text(properties.displayName) ?? name,
            ...(isRecord(properties.createdBy) && { createdBy: person(properties.createdBy) }),
            ...(isRecord(properties.modifiedBy) && { modifiedBy: person(properties.modifiedBy) }),
            ...(createdTime !== undefined && { createdTime }),
            ...(changedTime !== undefined && { changedTime }),
          },
        ];
      });
    },
    connector: (environment, id) =>
      call({
        method: "GET",
        url: powerApps(["apis", id], inEnvironment(environment)),
        what: `the connector ${id}`,
        isRepeatable: true,
      }),
    async validate(objectId, definition, { withCertificationRules }) {
      const what = "the validation of the definition";
      try {
        const answer = await call({
          method: "POST",
          url: powerApps(
            ["objectIds", objectId, "validateApiSwagger"],
            withCertificationRules ? { enableConnectorCertificationRules: "true" } : {},
          ),
          what,
          body: definition,
          isRepeatable: true,
        });
        if (/^\s*<(!doctype|html)\b/i.test(answer)) throw notOfTheService(what);
        return { text: stringOf(answer), hasFailed: false };
      } catch (error) {
        // The answer of a validation that found something, not a failure of the call.
        if (error instanceof ServiceError && error.code === "SwaggerCertificationFailedWithErrors")
          return { text: error.detail ?? "", hasFailed: true };
        throw error;
      }
    },
    async storage(objectId, environment) {
      const what = "the storage for the files";
      const answer = await call({
        method: "POST",
        url: powerApps(["objectIds", objectId, "generateResourceStorage"]),
        what,
        body: JSON.stringify({ environment: { name: environment } }),
        isRepeatable: true,
      });
      const signed = text(object(answer, what).sharedAccessSignature);
      if (signed === undefined || !URL.canParse(signed))
        throw new ServiceError("answer", "The storage for the files: The service named none.", {
          todo: "Try again later.",
        });
      return new URL(signed);
    },
    async upload(storage, name, bytes) {
      const url = new URL(storage);
      url.pathname = `${url.pathname.replace(/\/+$/, "")}/${encodeURIComponent(safeSegment(name))}`;
      const imageType = imageTypes.get(extname(name).toLowerCase());
      await send({
        method: "PUT",
        url,
        what: `the upload of ${name}`,
        body: bytes,
        isRepeatable: true,
        headers: {
          "Content-Type": "application/octet-stream",
          "x-ms-blob-type": "BlockBlob",
          "x-ms-version": "2019-02-02",
          ...(imageType !== undefined && { "x-ms-blob-content-type": imageType }),
        },
      });
      return url.href;
    },
    create: (environment, body) =>
      call({
        method: "POST",
        url: powerApps(["apis"], inEnvironment(environment)),
        what: "the new connector",
        body,
        isRepeatable: false,
        holdsSecrets: true,
      }),
    update: (environment, id, body) =>
      call({
        method: "PATCH",
        url: powerApps(["apis", id], inEnvironment(environment)),
        what: `the update of ${id}`,
        body,
        // It sets everything to the same again.
        isRepeatable: true,
        holdsSecrets: true,
      }),
    async file(url, what) {
      if (!URL.canParse(url))
        throw new ServiceError("answer", `The service names no address for ${what}.`);
      const { bytes, headers } = await send({
        method: "GET",
        url: new URL(url),
        what,
        isRepeatable: true,
      });
      return { bytes, contentType: headers.get("content-type") ?? "" };
    },
  };
}

const imageTypes = new Map([
  [".png", "image/png"],
  [".jpg", "image/jpeg"],
  [".jpeg", "image/jpeg"],
  [".gif", "image/gif"],
  [".svg", "image/svg+xml"],
  [".bmp", "image/bmp"],
  [".ico", "image/x-icon"],
  [".webp", "image/webp"],
]);

/** @throws ServiceError for what would lead to another address than the one that is meant */
function safeSegment(segment: string): string {
  if (segment === "" || segment === "." || segment === ".." || /[/\\\p{Cc}\p{Cs}]/u.test(segment))
    throw new ServiceError("insecure", `"${segment}" is no id.`, {
      todo: "`paconn list` and `paconn environments` tell the ids.",
    });
  return segment;
}

/** As paconn encodes it: `'`, which `encodeURIComponent` leaves, too. */
function encodeQuery(value: string): string {
  // Half a character, which a JSON file can hold, has no encoding.
  return encodeURIComponent(value.replace(/\p{Cs}/gu, "\uFFFD")).replaceAll("'", "%27");
}

function object(answer: string, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    value = undefined;
  }
  if (isRecord(value)) return value;
  throw notOfTheService(what);
}

function notOfTheService(what: string): ServiceError {
  return new ServiceError(
    "answer",
    `${what.charAt(0).toUpperCase()}${what.slice(1)}: The answer is not what the service answers, so something else may have answered.`,
    { todo: "Check the addresses and the proxy; `paconn doctor` tells what is in use." },
  );
}

/** The text in a JSON string; an answer that is none is the text itself. */
function stringOf(answer: string): string {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === "string" ? value : value === null ? "" : answer;
  } catch {
    return answer;
  }
}

function person(value: Record<string, unknown>): Person {
  const id = text(value.id);
  const displayName = text(value.displayName);
  const userPrincipalName = text(value.userPrincipalName);
  return {
    ...(id !== undefined && { id }),
    ...(displayName !== undefined && { displayName }),
    ...(userPrincipalName !== undefined && { userPrincipalName }),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
