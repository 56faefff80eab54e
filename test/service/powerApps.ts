/**
 * An emulator of the service: real HTTP on loopback, real state. The shapes of its answers are those of
 * public records of the service; what it refuses is what the service refuses.
 */
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Exact, exactValue, memberOf, printExact, textOf } from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";

export interface User {
  id: string;
  displayName: string;
  userPrincipalName: string;
}

export const maker: User = {
  id: "99999999-8888-7777-6666-555555555555",
  displayName: "Mäker",
  userPrincipalName: "maker@contoso.com",
};
export const colleague: User = {
  id: "11111111-8888-7777-6666-555555555555",
  displayName: "Colleague",
  userPrincipalName: "colleague@contoso.com",
};

export const audience = "https://service.powerapps.com/";
export const environment = "Default-11111111-2222-3333-4444-555555555555";
export const sandbox = "22222222-2222-3333-4444-555555555555";

/** An access token as the sign-in service makes it, but for its signature. */
export function tokenOf(
  { id, userPrincipalName }: User,
  { aud = audience, lasts = 3_600 }: { aud?: string; lasts?: number } = {},
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(Date.now() / 1_000) + lasts;
  return `${part({ alg: "none" })}.${part({ aud, oid: id, upn: userPrincipalName, tid: "t", exp })}.${randomUUID()}`;
}

export interface Recorded {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** What goes wrong with a request. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The connection breaks after so many bytes of the answer. */
  | { cutAfter: number }
  /** The connection breaks while the request is being read. */
  | { cutRequest: true }
  /** It is carried out, but the answer is lost. */
  | { loseAnswer: true }
  | { hang: true };

interface StoredConnector {
  properties: Map<string, Exact>;
  definition: string;
  icon?: Buffer;
  script?: Buffer;
  createdTime: string;
  changedTime: string;
  createdBy: User;
  modifiedBy: User;
  isCustom: boolean;
}

interface Answer {
  status: number;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const signingKey = "of the emulator only";
const maximumBytes = 1_048_576;

export class EmulatedService {
  readonly requests: Recorded[] = [];
  /** What the validation of a definition answers. */
  validation: Answer = { status: 200, body: '""' };
  /** Gives containers elsewhere, such as those of Azurite. */
  storage?: () => Promise<URL>;
  /** The time of the service, in milliseconds; moves on with each change. */
  time = Date.now();
  readonly environments = [
    { name: environment, displayName: "Contoso", isDefault: true },
    { name: sandbox, displayName: "Sandbox", isDefault: false },
    { name: "33333333-2222-3333-4444-555555555555", displayName: "Sandbox", isDefault: false },
  ];
  /** By environment and id. */
  readonly connectors = new Map<string, Map<string, StoredConnector>>();
  private readonly blobs = new Map<string, { bytes: Buffer; type: string }>();
  private readonly faults: { match(request: Recorded): boolean; fault: Fault; times: number }[] =
    [];
  private readonly server = createServer((request, response) => void this.serve(request, response));
  url = "";

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Lets the next requests that match fail. */
  inject(match: RegExp | ((request: Recorded) => boolean), fault: Fault, times = 1): void {
    const test =
      typeof match === "function"
        ? match
        : ({ method, path }: Recorded) => match.test(`${method} ${path}`);
    this.faults.push({ match: test, fault, times });
  }

  /** Puts a connector into an environment, as if somebody had made it. */
  put(
    id: string,
    definition: string,
    properties: object,
    by = maker,
    files: { icon?: Buffer; script?: Buffer } = {},
  ) {
    const now = this.now();
    const told = exactValue(new JsonText(JSON.stringify(properties)));
    this.in(environment).set(id, {
      properties: told as Map<string, Exact>,
      definition,
      createdTime: now,
      changedTime: now,
      createdBy: by,
      modifiedBy: by,
      isCustom: true,
      ...files,
    });
  }

  /** Somebody changes a connector behind everybody's back. */
  change(id: string, change: (connector: StoredConnector) => void, by = colleague): void {
    const connector = this.in(environment).get(id)!;
    change(connector);
    connector.changedTime = this.now();
    connector.modifiedBy = by;
  }

  /** A container for uploads, with the signature that opens it. */
  container(): URL {
    return new URL(this.signed(`container-${randomUUID()}`));
  }

  /** The methods and paths of the requests, ids and containers shortened. */
  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path.split("/").slice(-1)[0]}`);
  }

  private in(name: string): Map<string, StoredConnector> {
    let connectors = this.connectors.get(name);
    if (connectors === undefined) {
      connectors = new Map();
      this.connectors.set(name, connectors);
    }
    return connectors;
  }

  private now(): string {
    this.time += 1_000;
    return new Date(this.time).toISOString();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.url);
    const recorded: Recorded = {
      method: request.method!,
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.alloc(0),
    };
    const found = this.faults.find((each) => each.times > 0 && each.match(recorded));
    if (found !== undefined) found.times--;
    const fault = found?.fault;
    if (fault !== undefined && "cutRequest" in fault) {
      this.requests.push(recorded);
      request.once("data", () => request.socket.destroy());
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    recorded.body = Buffer.concat(chunks);
    this.requests.push(recorded);
    if (fault !== undefined && "hang" in fault) return;
    if (fault !== undefined && "status" in fault) {
      response.writeHead(fault.status, { "Content-Type": "application/json", ...fault.headers });
      response.end(fault.body ?? "");
      return;
    }
    let answer: Answer;
    try {
      answer = await this.answer(recorded, url);
    } catch (error) {
      answer = { status: 500, body: String((error as Error).stack) };
    }
    if (fault !== undefined && "loseAnswer" in fault) {
      request.socket.destroy();
      return;
    }
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Length": body.length,
      "x-ms-request-id": randomUUID(),
      ...answer.headers,
    });
    if (fault !== undefined && "cutAfter" in fault) {
      response.write(body.subarray(0, fault.cutAfter));
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    response.end(body);
  }

  private async answer(request: Recorded, url: URL): Promise<Answer> {
    const { method, path } = request;
    if (path.startsWith("/blobs/")) return this.answerBlob(request, url);
    const user = this.userOf(request);
    if ("status" in user) return user;
    const call =
      /^\/providers\/Microsoft\.(PowerApps|ProcessSimple|BusinessAppPlatform)\/(.*)$/.exec(path);
    if (call === null || !request.query.has("api-version"))
      return json(404, {
        message: `No HTTP resource was found that matches the request URI '${url.href}'.`,
      });
    const segments = call[2]!.split("/");
    if (segments.at(-1) === "environments") return this.answerEnvironments(request);
    if (segments[0] === "objectIds" && segments[1] !== user.id)
      return failure(403, "ObjectIdMismatch", "The object id is not that of the caller.");
    if (segments[2] === "validateApiSwagger") return this.validation;
    if (segments[2] === "generateResourceStorage") {
      const signed = this.storage === undefined ? this.container() : await this.storage();
      return json(200, { sharedAccessSignature: signed.href });
    }
    const name = /^environment eq '(.*)'$/.exec(request.query.get("$filter") ?? "")?.[1];
    if (!this.environments.some((each) => each.name === name))
      return failure(403, "EnvironmentAccess", `The caller may not use the environment '${name}'.`);
    const connectors = this.in(name!);
    const id = segments[1];
    if (method === "GET" && id === undefined)
      return this.page(
        request,
        [...connectors].map(([each, connector]) => this.tell(each, connector, name!)),
      );
    const known = id === undefined ? undefined : connectors.get(id);
    if (id !== undefined && known === undefined)
      return failure(404, "ApiResourceNotFound", `Could not find the API '${id}'.`);
    if (method === "GET") return { status: 200, body: this.tell(id!, known!, name!) };
    return this.write(request.body.toString("utf8"), name!, id, known, user);
  }

  private userOf({ headers }: Recorded): User | Answer {
    const token = headers.authorization?.replace(/^Bearer /, "");
    if (token === undefined)
      return failure(
        401,
        "MissingAuthorizationHeaderAndClientCertificate",
        "A valid authorization header is missing.",
      );
    const claims = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString() || "{}",
    );
    if (claims.aud !== audience)
      return failure(
        401,
        "InvalidAuthenticationToken",
        "The received access token has been obtained from wrong audience or resource.",
      );
    if (!(claims.exp * 1_000 > Date.now()))
      return failure(401, "InvalidAuthenticationToken", "The access token has expired.");
    return claims.oid === colleague.id ? colleague : maker;
  }

  private answerEnvironments(request: Recorded): Answer {
    return this.page(
      request,
      this.environments.map(({ name, displayName, isDefault }) =>
        JSON.stringify({
          name,
          location: "europe",
          id: `/providers/Microsoft.ProcessSimple/environments/${name}`,
          properties: { displayName, isDefault, environmentSku: isDefault ? "Default" : "Sandbox" },
        }),
      ),
    );
  }

  /** Two items a page, so that every list has several. */
  private page({ path, query }: Recorded, items: string[]): Answer {
    const from = Number(query.get("$skip") ?? 0);
    const next = new URL(this.url + path);
    for (const [name, value] of query) next.searchParams.set(name, value);
    next.searchParams.set("$skip", String(from + 2));
    const more = from + 2 < items.length ? `,"nextLink":${JSON.stringify(next.href)}` : "";
    return { status: 200, body: `{"value":[${items.slice(from, from + 2).join(",")}]${more}}` };
  }

  private async write(
    text: string,
    environmentName: string,
    id: string | undefined,
    known: StoredConnector | undefined,
    user: User,
  ): Promise<Answer> {
    const body = memberOf(exactValue(new JsonText(text)), "properties");
    if (!(body instanceof Map))
      return failure(400, "InvalidRequestContent", "The request content is not valid.");
    if (body.has("stackOwner"))
      return failure(
        400,
        "InvalidRequestContent",
        "The request content was invalid and could not be deserialized: 'Could not find member 'stackOwner' on object of type 'ApiPropertiesDefinition'. Path 'properties.stackOwner', line 1, position 42.'.",
      );
    const properties = new Map(body);
    const take = (key: string) => {
      const value = properties.get(key);
      properties.delete(key);
      return value;
    };
    const definition = take("openApiDefinition");
    const iconUri = take("iconUri");
    const scriptUrl = take("scriptDefinitionUrl");
    for (const key of ["environment", "backendService"]) take(key);
    const now = this.now();
    const connector: StoredConnector = {
      createdTime: now,
      createdBy: user,
      ...known,
      properties: new Map([...(known?.properties ?? []), ...properties]),
      definition: definition === undefined ? (known?.definition ?? "{}") : printExact(definition),
      changedTime: now,
      modifiedBy: user,
      isCustom: true,
    };
    if (typeof iconUri === "string") connector.icon = await this.fetched(iconUri);
    if (scriptUrl === "") delete connector.script;
    else if (typeof scriptUrl === "string") connector.script = await this.fetched(scriptUrl);
    const title = textOf(memberOf(definition, "info"), "title") ?? "connector";
    const name =
      id ??
      `shared_${title.toLowerCase().replace(/[^a-z0-9]/g, (each) => `-${each.charCodeAt(0).toString(16)}`)}-5f${randomUUID().replaceAll("-", "").slice(0, 16)}`;
    this.in(environmentName).set(name, connector);
    return {
      status: id === undefined ? 201 : 200,
      body: this.tell(name, connector, environmentName),
    };
  }

  /** What the service copies from an address that it was given. */
  private async fetched(address: string): Promise<Buffer> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  private tell(id: string, connector: StoredConnector, environmentName: string): string {
    const keep = (name: string, bytes: Buffer | string, type: string) => {
      this.blobs.set(`kept/${id}/${name}`, { bytes: Buffer.from(bytes), type });
      return this.signed(`kept/${id}/${name}`);
    };
    const { createdBy, modifiedBy, createdTime, changedTime, definition, icon, script, isCustom } =
      connector;
    const more = {
      isCustomApi: isCustom,
      apiEnvironment: "Shared",
      apiDefinitions: { originalSwaggerUrl: keep("original.json", definition, "application/json") },
      ...(icon && { iconUri: keep("icon.png", icon, "image/png") }),
      ...(script && {
        scriptDefinitionUrl: keep("script.csx", script, "application/octet-stream"),
      }),
      createdBy,
      modifiedBy,
      createdTime,
      changedTime,
      environment: { name: environmentName },
    };
    const properties = new Map([
      ...connector.properties,
      ...(exactValue(new JsonText(JSON.stringify(more))) as Map<string, Exact>),
    ]);
    // The service never gives a secret back.
    const text = printExact(
      new Map<string, Exact>([
        ["name", id],
        ["properties", properties],
      ]),
    );
    return text.replace(/,?"clientSecret":"(?:[^"\\]|\\.)*"/g, "");
  }

  private answerBlob({ method, path, headers, body, query }: Recorded, url: URL): Answer {
    const name = path.slice("/blobs/".length);
    const container =
      method === "PUT" || name.startsWith("container-") ? name.split("/")[0]! : name;
    if (query.get("sig") !== signatureOf(container))
      return {
        status: 403,
        body: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Make sure the value of the signature is right.</Message></Error>',
        headers: { "Content-Type": "application/xml" },
      };
    if (method === "PUT") {
      if (headers["x-ms-blob-type"] !== "BlockBlob" || headers.authorization !== undefined)
        return {
          status: 400,
          body: `<Error><Code>InvalidHeader</Code><Message>${url.pathname}</Message></Error>`,
        };
      if (body.length > maximumBytes)
        return { status: 413, body: "<Error><Code>RequestBodyTooLarge</Code></Error>" };
      this.blobs.set(name, {
        bytes: body,
        type: String(headers["x-ms-blob-content-type"] ?? "application/octet-stream"),
      });
      return { status: 201, body: "" };
    }
    const blob = this.blobs.get(name);
    if (blob === undefined || headers.authorization !== undefined)
      return { status: 404, body: "<Error><Code>BlobNotFound</Code></Error>" };
    return { status: 200, body: blob.bytes, headers: { "Content-Type": blob.type } };
  }

  private signed(name: string): string {
    return `${this.url}/blobs/${name}?sv=2018-03-28&sp=rw&sig=${encodeURIComponent(signatureOf(name))}`;
  }
}

function signatureOf(name: string): string {
  return createHmac("sha256", signingKey).update(name).digest("base64");
}

function json(status: number, value: unknown): Answer {
  return { status, body: JSON.stringify(value) };
}

function failure(status: number, code: string, message: string): Answer {
  return json(status, { error: { code, message } });
}
