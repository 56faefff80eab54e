import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Client, createClient } from "../cli/powerApps/client.js";
import { createHttp } from "../cli/powerApps/http.js";
import { ServiceError } from "../cli/powerApps/serviceError.js";

vi.setConfig({ testTimeout: 60_000 });

const environment = "Default-11111111-2222-3333-4444-555555555555";
const filter = `%24filter=environment%20eq%20%27${environment}%27`;

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A client of a server that answers a path and its query as told, texts as they are and other values as JSON. */
async function clientOf(answers: Record<string, Answer | ((base: string) => Answer)>, path = "") {
  const requests: { call: string; headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = `${request.method} ${request.url}`;
    requests.push({ call, headers: request.headers, body: Buffer.concat(chunks).toString() });
    const found = answers[call] ?? answers["*"];
    const {
      status = 200,
      body,
      headers,
    } = (typeof found === "function" ? found(base) : found) ?? {
      status: 404,
    };
    response.writeHead(status, headers);
    response.end(
      body === undefined || typeof body === "string" || Buffer.isBuffer(body)
        ? body
        : JSON.stringify(body),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({
    send: createHttp({
      fetch: globalThis.fetch,
      userAgent: "paconn/test",
      sleep: async () => {},
    }),
    endpoints: {
      powerAppsUrl: base + path,
      flowUrl: base + path,
      bapUrl: base + path,
    },
    apiVersion: "2016-11-01",
    flowApiVersion: "2016-11-01",
    token: async () => "token",
  });
  return { client, requests, base, calls: () => requests.map(({ call }) => call) };
}

async function failureOf(promise: Promise<unknown>): Promise<ServiceError> {
  const outcome: unknown = await promise.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(ServiceError);
  return outcome as ServiceError;
}

const certified = { withCertificationRules: true };
const powerApps = "/providers/Microsoft.PowerApps";
const calls: [name: string, call: (client: Client) => Promise<unknown>, expected: string][] = [
  [
    "environments",
    (client) => client.environments(),
    "GET /providers/Microsoft.ProcessSimple/environments?api-version=2016-11-01",
  ],
  [
    "environments of administrators",
    (client) => client.adminEnvironments(),
    "GET /providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2020-10-01",
  ],
  [
    "connectors",
    (client) => client.connectors(environment),
    `GET ${powerApps}/apis?api-version=2016-11-01&${filter}`,
  ],
  [
    "a connector",
    (client) => client.connector(environment, "shared_a b"),
    `GET ${powerApps}/apis/shared_a%20b?api-version=2016-11-01&${filter}`,
  ],
  [
    "a validation",
    (client) => client.validate("oid", "{}", { withCertificationRules: false }),
    `POST ${powerApps}/objectIds/oid/validateApiSwagger?api-version=2016-11-01`,
  ],
  [
    "a validation for certification",
    (client) => client.validate("oid", "{}", certified),
    `POST ${powerApps}/objectIds/oid/validateApiSwagger?api-version=2016-11-01&enableConnectorCertificationRules=true`,
  ],
  [
    "a storage",
    (client) => client.storage("oid", environment),
    `POST ${powerApps}/objectIds/oid/generateResourceStorage?api-version=2016-11-01`,
  ],
  [
    "a new connector",
    (client) => client.create(environment, "{}"),
    `POST ${powerApps}/apis?api-version=2016-11-01&${filter}`,
  ],
  [
    "an update",
    (client) => client.update(environment, "shared_a", "{}"),
    `PATCH ${powerApps}/apis/shared_a?api-version=2016-11-01&${filter}`,
  ],
];

describe("requests", () => {
  test.each(calls)("%s", async (_, call, expected) => {
    const { client, requests } = await clientOf({
      "*": { body: { value: [], sharedAccessSignature: "https://contoso.com/c?sig=1" } },
    });
    await call(client);
    expect(requests).toEqual([
      {
        call: expected,
        headers: expect.objectContaining({
          accept: "application/json",
          authorization: "Bearer token",
          "x-ms-origin": "paconn-cli",
          ...(!expected.startsWith("GET") && { "content-type": "application/json" }),
        }),
        body: expected.includes("generateResourceStorage")
          ? `{"environment":{"name":"${environment}"}}`
          : expected.startsWith("GET")
            ? ""
            : "{}",
      },
    ]);
    expect("content-type" in requests[0]!.headers).toBe(!expected.startsWith("GET"));
  });

  test.each(["/", "/base", "/base/"])("below an address that ends in %s", async (path) => {
    const { client, calls } = await clientOf({ "*": { body: "{}" } }, path);
    await client.connector(environment, "a");
    const begin = path.replace(/\/$/, "");
    expect(calls()).toEqual([`GET ${begin}${powerApps}/apis/a?api-version=2016-11-01&${filter}`]);
  });

  test.each(["", ".", "..", "../x", "a/b", "a\\b", "a\nb", "\u0000", "\ud800"])(
    "never for %j, which is no id",
    async (id) => {
      const { client, requests } = await clientOf({ "*": { body: "{}" } });
      const sent = [
        async () => client.connector(environment, id),
        async () => client.update(environment, id, "{}"),
        async () => client.validate(id, "{}", certified),
        async () => client.storage(id, environment),
        async () => client.upload(new URL("http://127.0.0.1/c?sig=1"), id, new Uint8Array()),
      ];
      for (const send of sent) expect(await failureOf(send())).toMatchObject({ kind: "insecure" });
      expect(requests).toEqual([]);
    },
  );

  test("an id with other signs stays one segment, an environment one text", async () => {
    const { client, calls } = await clientOf({ "*": { body: "{}" } });
    await client.connector("it's 'é'&x=\ud800", "a?b#c%2F..é");
    expect(calls()).toEqual([
      `GET ${powerApps}/apis/a%3Fb%23c%252F..%C3%A9?api-version=2016-11-01&%24filter=environment%20eq%20%27it%27%27s%20%27%27%C3%A9%27%27%26x%3D%EF%BF%BD%27`,
    ]);
  });
});

describe("lists", () => {
  const first = calls[0]![2];

  test("environments, without those that have no name, over all pages", async () => {
    const { client, calls } = await clientOf({
      [first]: (base) => ({
        body: {
          value: [
            {
              name: environment,
              location: "europe",
              properties: { displayName: "Contoso", isDefault: true, environmentSku: "Default" },
            },
            { properties: { displayName: "Nameless" } },
            "rubbish",
            null,
          ],
          nextLink: `${base}/next?page=2`,
        },
      }),
      "GET /next?page=2": {
        body: {
          value: [
            { name: "a", properties: { azureRegion: "asia", isDefault: "yes" } },
            { name: "b" },
            { name: 1 },
          ],
          nextLink: "/next?page=3",
        },
      },
      "GET /next?page=3": { body: { value: "rubbish", nextLink: null } },
    });
    expect(await client.environments()).toEqual([
      {
        name: environment,
        displayName: "Contoso",
        isDefault: true,
        location: "europe",
        sku: "Default",
      },
      { name: "a", displayName: "a", isDefault: false, location: "asia" },
      { name: "b", displayName: "b", isDefault: false },
    ]);
    expect(calls()).toEqual([first, "GET /next?page=2", "GET /next?page=3"]);
  });

  test("connectors, only the custom ones", async () => {
    const person = { id: "1", displayName: "Mäker", userPrincipalName: "maker@contoso.com" };
    const times = { createdTime: "2026-01-01T00:00:00Z", changedTime: "2026-01-02T00:00:00Z" };
    const { client } = await clientOf({
      "*": {
        body: {
          value: [
            {
              name: "shared_a",
              properties: {
                displayName: "A",
                isCustomApi: true,
                createdBy: { ...person, email: "x" },
                modifiedBy: {},
                ...times,
              },
            },
            { name: "shared_b", properties: { isCustomApi: true, createdBy: "rubbish" } },
            { name: "shared_office365", properties: { isCustomApi: false } },
            { name: "shared_c", properties: { isCustomApi: "true" } },
            { properties: { isCustomApi: true } },
            { name: "shared_d" },
          ],
        },
      },
    });
    expect(await client.connectors(environment)).toEqual([
      { name: "shared_a", displayName: "A", createdBy: person, modifiedBy: {}, ...times },
      { name: "shared_b", displayName: "shared_b" },
    ]);
  });

  test.each([
    ["leads round in a circle", (base: string) => base + first.slice(4)],
    ["leads nowhere", () => "https://"],
  ])("end where the next page %s", async (_, next) => {
    const { client, requests } = await clientOf({
      "*": (base) => ({ body: { value: [{ name: "a" }], nextLink: next(base) } }),
    });
    expect(await client.environments()).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  test("that go on at another host are refused: cut short they would look whole", async () => {
    const { client, requests } = await clientOf({
      "*": { body: { value: [{ name: "a" }], nextLink: "https://contoso.com/next" } },
    });
    expect((await failureOf(client.environments())).message).toMatch(/goes on at contoso\.com/);
    expect(requests).toHaveLength(1);
  });

  test("end some time", async () => {
    let page = 0;
    const { client } = await clientOf({
      "*": () => ({ body: { value: [{ name: "a" }], nextLink: `/next?page=${page++}` } }),
    });
    expect(await client.environments()).toHaveLength(1_000);
  });

  test.each(["", "<html><title>Sign in</title></html>", '{"value":[', "[]", "null", '"x"'])(
    "%j is no list",
    async (body) => {
      const { client } = await clientOf({ "*": { body } });
      for (const list of [client.environments(), client.connectors(environment)]) {
        const error = await failureOf(list);
        expect(error.message).toMatch(/^The list of .*: The answer is not/);
      }
    },
  );
});

describe("the validation of a definition", () => {
  test.each([
    ['"Error : info : \\u00e9\\r\\nWarning : x"', "Error : info : é\r\nWarning : x"],
    ["plain text", "plain text"],
    ["", ""],
    ['""', ""],
    ["null", ""],
  ])("the answer %j", async (body, text) => {
    const { client, requests } = await clientOf({ "*": { body } });
    const definition = '{ "number": 1.0 }';
    expect(await client.validate("oid", definition, certified)).toEqual({ text, hasFailed: false });
    expect(requests[0]!.body).toBe(definition);
  });

  test("faults are what it answers, no failure", async () => {
    const message = `Fix the following errors: Error : info : No.\r\n${"Error : a : b\r\n".repeat(20_000)}Error : c`;
    const { client } = await clientOf({
      "*": {
        status: 400,
        body: { error: { code: "SwaggerCertificationFailedWithErrors", message } },
      },
    });
    expect(await client.validate("oid", "{}", certified)).toEqual({
      text: message.replaceAll("\r\n", "\n"),
      hasFailed: true,
    });
  });

  test.each<[string, Answer]>([
    ["another error", { status: 400, body: { error: { code: "InvalidSwagger", message: "No." } } }],
    ["a page", { status: 200, body: "<!DOCTYPE html><title>Sign in</title>" }],
  ])("%s is a failure", async (_, answer) => {
    const { client } = await clientOf({ "*": answer });
    const error = await failureOf(client.validate("oid", "{}", certified));
    expect(error.message).toMatch(/^The validation of the definition: /);
  });
});

describe("files", () => {
  test.each([
    ["icon.png", "/devstoreaccount1/c/icon.png", "image/png"],
    ["my icon é.JPEG", "/devstoreaccount1/c/my%20icon%20%C3%A9.JPEG", "image/jpeg"],
    ["a%2f#?.svg", "/devstoreaccount1/c/a%252f%23%3F.svg", "image/svg+xml"],
    ["script.csx", "/devstoreaccount1/c/script.csx", undefined],
    ["png", "/devstoreaccount1/c/png", undefined],
    ["a.constructor", "/devstoreaccount1/c/a.constructor", undefined],
  ])("%s is put into the container", async (name, path, type) => {
    const { client, requests, base } = await clientOf({ "*": { status: 201 } });
    const query = "?sv=2019-02-02&sig=a%2Bb%3D";
    const storage = new URL(`${base}/devstoreaccount1/c/${query}`);
    const address = await client.upload(storage, name, Buffer.from("bytes"));
    expect(address).toBe(base + path + query);
    expect(requests).toEqual([
      {
        call: `PUT ${path}${query}`,
        headers: expect.objectContaining({
          "x-ms-blob-type": "BlockBlob",
          "x-ms-version": "2019-02-02",
          "content-type": "application/octet-stream",
          "content-length": "5",
        }),
        body: "bytes",
      },
    ]);
    expect(requests[0]!.headers["x-ms-blob-content-type"]).toBe(type);
    expect(requests[0]!.headers).not.toHaveProperty("authorization");
    expect(requests[0]!.headers).not.toHaveProperty("x-ms-origin");
  });

  test("are fetched without the token", async () => {
    const bytes = Buffer.from([0, 255, 1]);
    const { client, requests, base } = await clientOf({
      "*": { body: bytes, headers: { "Content-Type": "image/png" } },
    });
    const file = await client.file(`${base}/icon.png?sig=1`, "the icon");
    expect(file.contentType).toBe("image/png");
    expect(Buffer.from(file.bytes)).toEqual(bytes);
    expect(requests[0]!.headers).not.toHaveProperty("authorization");
  });

  test.each(["", "icon.png", "http://example.com/icon.png", "file:///etc/passwd"])(
    "are not fetched from %j",
    async (address) => {
      const { client } = await clientOf({});
      await failureOf(client.file(address, "the icon"));
    },
  );

  test.each([{}, { sharedAccessSignature: "" }, { sharedAccessSignature: "rubbish" }, "<html>"])(
    "%j names no storage",
    async (body) => {
      const { client } = await clientOf({ "*": { body } });
      const error = await failureOf(client.storage("oid", environment));
      expect(error.message).toMatch(/^The storage for the files: /);
    },
  );

  test("are not put where others can read on the way", async () => {
    const { client } = await clientOf({});
    const storage = new URL("http://example.com/c?sig=1");
    const error = await failureOf(client.upload(storage, "icon.png", new Uint8Array(1)));
    expect(error).toMatchObject({ kind: "insecure" });
    expect(error.message).not.toContain("sig=1");
  });
});

describe("connectors", () => {
  test.each(["", '{"name":"shared_x", "number": 1.0}', "<html>"])(
    "the answer %j is handed on as it is",
    async (body) => {
      const { client } = await clientOf({ "*": { body } });
      expect(await client.connector(environment, "a")).toBe(body);
      expect(await client.create(environment, "{}")).toBe(body);
      expect(await client.update(environment, "a", "{}")).toBe(body);
    },
  );

  test("a new one is sent once, an update again", async () => {
    const { client, requests } = await clientOf({ "*": { status: 503 } });
    expect(await failureOf(client.create(environment, "{}"))).toMatchObject({
      status: 503,
      mayHaveHappened: true,
    });
    expect(requests).toHaveLength(1);
    expect(await failureOf(client.update(environment, "a", "{}"))).toMatchObject({
      status: 503,
      mayHaveHappened: false,
    });
    expect(requests).toHaveLength(5);
  });

  test("their secrets are not sent to another host", async () => {
    const { client, requests } = await clientOf({
      "*": { status: 307, headers: { location: "https://contoso.com/" } },
    });
    for (const sent of [client.create(environment, "{}"), client.update(environment, "a", "{}")])
      expect(await failureOf(sent)).toMatchObject({ kind: "redirect" });
    expect(requests).toHaveLength(2);
  });
});
