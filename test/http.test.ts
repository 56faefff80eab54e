import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Server as NetServer, type Socket } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createHttp,
  type HttpOptions,
  type HttpRequest,
  type LogEntry,
} from "../cli/powerApps/http.js";
import { fetchFor } from "../cli/powerApps/proxy.js";
import { ServiceError } from "../cli/powerApps/serviceError.js";
import { packageFile } from "../host/packageFile.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 60_000 });

interface Received {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}
type Answer = (response: ServerResponse, request: Received) => void;

/** A server that gives one answer after the other, the last one over and over. */
async function serverWith(...answers: Answer[]) {
  const requests: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const received = {
      method: method!,
      path: url!,
      headers,
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(received);
    answers[Math.min(requests.length, answers.length) - 1]!(response, received);
  });
  return { url: `http://127.0.0.1:${await listening(server)}/`, requests, server };
}

async function listening(server: NetServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

const answer =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);
const good = answer(200, "good");
const never: Answer = () => {};
/** Promises ten bytes and breaks off after four. */
const cut: Answer = (response) => {
  response.writeHead(200, { "Content-Length": "10" });
  response.write("four", () => response.socket!.destroy());
};
const reset: Answer = (response) => response.socket!.destroy();
const redirect = (status: number, location: string) => answer(status, "elsewhere", { location });

/** Sends without waiting, and writes down how long it would have waited. */
function sender(options: Partial<HttpOptions> = {}) {
  const waits: number[] = [];
  const entries: LogEntry[] = [];
  const send = createHttp({
    fetch: globalThis.fetch,
    userAgent: "paconn/test",
    log: (entry) => entries.push(entry),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 1,
    ...options,
  });
  const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    method: "GET",
    url: new URL(url),
    what: "the list of connectors",
    isRepeatable: true,
    ...more,
  });
  return {
    waits,
    entries,
    send: (url: string, more?: Partial<HttpRequest>) => send(request(url, more)),
    /** The error that sending ends in. */
    fail: async (url: string, more?: Partial<HttpRequest>): Promise<ServiceError> => {
      const outcome: unknown = await send(request(url, more)).catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(ServiceError);
      return outcome as ServiceError;
    },
  };
}

const post: Partial<HttpRequest> = { method: "POST", body: "{}", isRepeatable: false };

describe("a request", () => {
  test("carries who sends it, an id of its own and the token", async () => {
    const { url, requests } = await serverWith(answer(200, "\uFEFFgrün"));
    const { send, entries } = sender();
    const sent: Partial<HttpRequest> = {
      ...post,
      headers: { "Content-Type": "application/json" },
      token: async () => "token",
    };
    const response = await send(`${url}a?b=c%20d`, sent);
    await send(url, sent);
    expect(response).toMatchObject({ status: 200, text: "grün" });
    expect(Buffer.from(response.bytes).toString()).toBe("\uFEFFgrün");
    expect(requests[0]).toMatchObject({
      method: "POST",
      path: "/a?b=c%20d",
      body: "{}",
      headers: {
        "user-agent": "paconn/test",
        authorization: "Bearer token",
        "content-type": "application/json",
        "x-ms-client-request-id": response.requestId,
      },
    });
    const ids = requests.map(({ headers }) => headers["x-ms-client-request-id"]);
    expect(new Set(ids).size).toBe(2);
    expect(entries[0]).toMatchObject({
      method: "POST",
      status: 200,
      requestBody: "{}",
      answerBody: "grün",
      requestId: response.requestId,
    });
  });

  test("of bytes arrives as it is; the log tells only how many an answer has", async () => {
    const image = Buffer.from([0x89, 0x50, 0, 255]);
    const { url, requests } = await serverWith(
      answer(201, image, { "content-type": "image/png", "x-ms-request-id": "7" }),
    );
    const { send, entries } = sender();
    const { bytes, requestId } = await send(url, {
      method: "PUT",
      body: new Uint8Array([104, 105]),
    });
    expect(Buffer.from(bytes)).toEqual(image);
    expect(requestId).toBe("7");
    expect(requests[0]!.body).toBe("hi");
    expect(entries[0]).toMatchObject({ answerBody: "4 bytes", requestId: "7" });
    expect(entries[0]).not.toHaveProperty("requestBody");
  });

  test.each([
    "http://example.com/",
    "http://127.0.0.1.example.com/",
    "ftp://127.0.0.1/",
    "http://192.168.0.1/",
  ])("to %s is not sent", async (url) => {
    const { fail, entries } = sender();
    expect(await fail(url)).toMatchObject({ kind: "insecure", mayHaveHappened: false });
    expect(entries).toEqual([]);
  });

  test("to an address with a password is not sent, and the password not told", async () => {
    const { fail, entries } = sender();
    const error = await fail("https://user:pass123@contoso.com/");
    expect(error).toMatchObject({ kind: "insecure" });
    expect(JSON.stringify([error, error.message, entries])).not.toContain("pass123");
  });

  test("with a token that no header takes is not sent, and the token not told", async () => {
    const { url, requests } = await serverWith(good);
    const { fail, entries } = sender();
    const error = await fail(url, { token: async () => "to\nken123" });
    expect(error).toMatchObject({ kind: "insecure" });
    expect(JSON.stringify([error, error.message, entries])).not.toContain("ken123");
    expect(requests).toEqual([]);
  });
});

describe("another attempt", () => {
  test.each([408, 425, 429, 500, 502, 503, 504])("after %i", async (status) => {
    const { url, requests } = await serverWith(answer(status, "<h1>Busy</h1>"), good);
    const { send, waits, entries } = sender();
    expect((await send(url)).text).toBe("good");
    expect(requests).toHaveLength(2);
    expect(waits).toEqual([1_000]);
    expect(entries.map((entry) => entry.status)).toEqual([status, 200]);
  });

  test("after a third empty answer, each time waiting longer", async () => {
    const { url } = await serverWith(...Array(3).fill(answer(503)), good);
    const { send, waits } = sender();
    expect((await send(url)).text).toBe("good");
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    const half = sender({ random: () => 0.5 });
    const other = await serverWith(answer(503), answer(503), good);
    await half.send(other.url);
    expect(half.waits).toEqual([500, 1_000]);
  });

  test("is not made a fifth time", async () => {
    const { url, requests } = await serverWith(answer(503));
    const error = await sender().fail(url);
    expect(error).toMatchObject({ kind: "answer", status: 503, mayHaveHappened: false });
    expect(error.requestId).toBe(requests[3]!.headers["x-ms-client-request-id"]);
    expect(requests).toHaveLength(4);
  });

  test.each([400, 403, 404, 409, 501])("is not made after %i", async (status) => {
    const { url, requests } = await serverWith(answer(status));
    expect(await sender().fail(url)).toMatchObject({ kind: "answer", status });
    expect(requests).toHaveLength(1);
  });

  test.each([425, 429])(
    "is made after %i even when the request may not be carried out twice",
    async (status) => {
      const { url, requests } = await serverWith(answer(status), good);
      expect((await sender().send(url, post)).text).toBe("good");
      expect(requests.map(({ body }) => body)).toEqual(["{}", "{}"]);
    },
  );

  test.each([408, 500, 503])(
    "is not made after %i when the request may have been carried out",
    async (status) => {
      const { url, requests } = await serverWith(answer(status, "<title>Oh</title>"), good);
      expect(await sender().fail(url, post)).toMatchObject({ status, mayHaveHappened: true });
      expect(requests).toHaveLength(1);
    },
  );

  test.each<[string, Answer]>([
    ["breaks in the middle", cut],
    ["never comes", reset],
  ])("is made after an answer that %s", async (_, fault) => {
    const { url, requests } = await serverWith(fault, good);
    const { send, entries } = sender();
    expect((await send(url)).text).toBe("good");
    expect(entries[0]!.failure).toMatch(/broke off/);
    const other = await serverWith(fault, good);
    const error = await sender().fail(other.url, post);
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: true });
    expect([requests.length, other.requests.length]).toEqual([2, 1]);
  });

  test("waits as long as the server asks", async () => {
    const date = new Date(Date.now() + 100_000).toUTCString();
    const { url } = await serverWith(
      answer(429, "", { "Retry-After": "7" }),
      answer(503, "", { "Retry-After": date }),
      answer(503, "", { "Retry-After": "-1" }),
      good,
    );
    const { send, waits } = sender();
    await send(url);
    expect(waits[0]).toBe(7_000);
    expect(waits[1]).toBeGreaterThan(0);
    expect(waits[1]).toBeLessThanOrEqual(100_000);
    expect(waits[2]).toBe(4_000);
  });

  test("is not made when the server asks for very long", async () => {
    const { url, requests } = await serverWith(answer(429, "", { "Retry-After": "3600" }));
    const { fail, waits } = sender();
    const error = await fail(url);
    expect(error).toMatchObject({ kind: "answer", status: 429 });
    expect(error.todo).toMatch(/60 minutes/);
    expect([requests.length, waits.length]).toEqual([1, 0]);
  });

  test.each<[string, Answer]>([
    ["does not answer", never],
    ["begins to answer", (response) => void response.writeHead(200).write("a")],
  ])("a server that %s is waited for so long and no longer", async (_, fault) => {
    const { url } = await serverWith(fault);
    const { fail } = sender({ timeout: 200 });
    expect(await fail(url)).toMatchObject({ kind: "timeout", mayHaveHappened: false });
    expect(await fail(url, post)).toMatchObject({ kind: "timeout", mayHaveHappened: true });
  });

  test("is not made where nothing listens", async () => {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await sender().fail(`http://127.0.0.1:${port}/`, post);
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: false });
    expect(error.message).toContain(`127.0.0.1:${port} refuses connections`);
  });
});

describe("a token", () => {
  const tokens = (...values: string[]) => {
    const asked: unknown[] = [];
    return {
      asked,
      token: async (options?: { refresh?: boolean }) => {
        asked.push(options?.refresh ?? false);
        return values[Math.min(asked.length, values.length) - 1]!;
      },
    };
  };

  test("that is not accepted is renewed once, whatever the request", async () => {
    const { url, requests } = await serverWith(answer(401), good);
    const { token, asked } = tokens("old", "new");
    expect((await sender().send(url, { ...post, token })).text).toBe("good");
    expect(asked).toEqual([false, true]);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old",
      "Bearer new",
    ]);
  });

  test("that is not accepted either ends it", async () => {
    const { url, requests } = await serverWith(answer(401));
    const { token, asked } = tokens("old", "new");
    expect(await sender().fail(url, { token })).toMatchObject({ kind: "answer", status: 401 });
    expect([requests.length, asked.length]).toEqual([2, 2]);
  });

  test("that cannot be renewed is not sent again", async () => {
    const { url, requests } = await serverWith(answer(401));
    expect(await sender().fail(url, { token: async () => "same" })).toMatchObject({ status: 401 });
    expect(requests).toHaveLength(1);
  });

  test("that nobody can get is told as it is", async () => {
    const { url, requests } = await serverWith(good);
    const signedOut = new Error("Nobody is signed in.");
    const sent = sender().send(url, { token: () => Promise.reject(signedOut) });
    await expect(sent).rejects.toBe(signedOut);
    expect(requests).toEqual([]);
  });
});

describe("a redirect", () => {
  const token = async () => "token";

  test.each([301, 302, 303, 307, 308])("by %i is followed with the token", async (status) => {
    const { url, requests } = await serverWith(redirect(status, "/there?a=1"), good);
    expect((await sender().send(url, { token })).text).toBe("good");
    expect(requests[1]).toMatchObject({
      method: "GET",
      path: "/there?a=1",
      headers: { authorization: "Bearer token" },
    });
  });

  test.each([307, 308])("by %i keeps method and body", async (status) => {
    const { url, requests } = await serverWith(redirect(status, "there"), good);
    await sender().send(url, { ...post, token, holdsSecrets: true });
    expect(requests[1]).toMatchObject({ method: "POST", path: "/there", body: "{}" });
  });

  test.each([301, 302, 303])("by %i does not turn a POST into something else", async (status) => {
    const { url, requests } = await serverWith(redirect(status, "/there"), good);
    expect(await sender().fail(url, post)).toMatchObject({
      kind: "redirect",
      status,
      mayHaveHappened: true,
    });
    expect(requests).toHaveLength(1);
  });

  test("to another host goes without the token, and so does the way back", async () => {
    const home = await serverWith((response, request) =>
      request.path === "/" ? redirect(307, other.url)(response, request) : good(response, request),
    );
    const other = await serverWith((response, request) =>
      redirect(307, `${home.url}back`)(response, request),
    );
    expect((await sender().send(home.url, { token })).text).toBe("good");
    const sent = [home.requests[0]!, other.requests[0]!, home.requests[1]!];
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token",
      undefined,
      undefined,
    ]);
  });

  test("does not take secrets to another host", async () => {
    const other = await serverWith(good);
    const home = await serverWith(redirect(307, other.url));
    const secret = { ...post, holdsSecrets: true, isRepeatable: true };
    expect(await sender().fail(home.url, secret)).toMatchObject({ kind: "redirect" });
    expect(other.requests).toEqual([]);
  });

  test("that leads round in a circle comes to an end", async () => {
    const { url, requests } = await serverWith(redirect(302, "/"));
    expect((await sender().fail(url)).message).toMatch(/too many redirects/);
    expect(requests).toHaveLength(6);
  });

  test.each([
    ["http://example.com/", "insecure"],
    ["file:///etc/passwd", "insecure"],
    ["http://user:pass@127.0.0.1/", "insecure"],
    ["https://", "redirect"],
  ])("to %s is not followed", async (location, kind) => {
    const { url } = await serverWith(redirect(302, location));
    expect(await sender().fail(url)).toMatchObject({ kind });
  });

  test("to nowhere is told", async () => {
    const { url } = await serverWith(answer(302));
    expect((await sender().fail(url)).message).toMatch(/redirects to nowhere/);
  });

  test("from https to http is not followed, not even on this machine", async () => {
    const asked: string[] = [];
    const fetch = async (url: URL) => {
      asked.push(url.href);
      return new Response(null, { status: 302, headers: { location: "http://127.0.0.1:1/" } });
    };
    const error = await sender({ fetch }).fail("https://contoso.com/");
    expect(error.message).toMatch(/without https/);
    expect(asked).toEqual(["https://contoso.com/"]);
  });
});

describe("a large answer", () => {
  const maximumBytes = 100_000;

  test.each<[string, Answer]>([
    ["says so", answer(200, "x".repeat(100_001), { "Content-Length": "100001" })],
    ["does not say so", (response) => response.writeHead(200).end("x".repeat(1_000_000))],
    [
      "is small on the way",
      answer(200, gzipSync(Buffer.alloc(20_000_000)), { "Content-Encoding": "gzip" }),
    ],
    [
      "has no end",
      (response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(10_000)));
        };
        response.on("drain", more);
        more();
      },
    ],
  ])("that %s is refused", async (_, large) => {
    const { url, requests } = await serverWith(large);
    const { fail } = sender({ maximumBytes });
    const error = await fail(url);
    expect(error).toMatchObject({ kind: "tooLarge", status: 200, mayHaveHappened: false });
    expect(error.message).toContain("0.1 MB");
    expect(requests).toHaveLength(1);
    expect(await fail(url, post)).toMatchObject({ kind: "tooLarge", mayHaveHappened: true });
  });

  test("is taken up to the limit", async () => {
    const { url } = await serverWith(answer(200, "x".repeat(maximumBytes)));
    expect((await sender({ maximumBytes }).send(url)).text).toHaveLength(maximumBytes);
  });
});

describe("proxies", () => {
  test.each([{}, { HTTPS_PROXY: "" }, { HTTPS_PROXY: "http://127.0.0.1:1", NO_PROXY: "*" }])(
    "without one it is the fetch of Node: %j",
    async (env) => {
      expect(await fetchFor(env)).toBe(globalThis.fetch);
    },
  );

  test.each(["http://", "ftp://user:pass123@proxy", "a b"])(
    "%s is none, and is not told",
    async (address) => {
      const error = await fetchFor({ HTTPS_PROXY: address }).catch((failure) => failure);
      expect(error).toBeInstanceOf(ServiceError);
      expect(error.message).toBe("HTTPS_PROXY is no address of a proxy.");
    },
  );

  /** Makes a request in a process of its own, which trusts the certificate and has the proxy. */
  async function request(url: string, env: Record<string, string>) {
    const script = `
      import dns from "node:dns";
      // No name server is asked.
      const { lookup } = dns;
      dns.lookup = (name, ...rest) =>
        lookup(name.endsWith(".example") ? "127.0.0.1" : name, ...rest);
      const { createHttp } = await import(${JSON.stringify(packageFile("cli/powerApps/http.ts"))});
      const { fetchFor } = await import(${JSON.stringify(packageFile("cli/powerApps/proxy.ts"))});
      try {
        const send = createHttp({ fetch: await fetchFor(process.env), userAgent: "paconn/test" });
        const { text } = await send({
          method: "POST",
          url: new URL(process.argv[1]),
          what: "the proxied thing",
          body: "hello",
          isRepeatable: false,
          token: async () => "token",
        });
        console.log(text);
      } catch (error) {
        console.log(JSON.stringify({ ...error, message: error.message }));
      }
    `;
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script, url],
      { env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", "pipe", "inherit"] },
    );
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    // It ends by itself although the servers keep the connections open.
    const [exitCode] = await once(child, "close");
    expect(exitCode).toBe(0);
    return output.trim();
  }

  /** A server with https and a proxy that knows the way to it. */
  async function network(proxyStatus = 200) {
    const certificate = await generate([{ name: "commonName", value: "api.contoso.example" }], {
      keySize: 2048,
      extensions: [
        { name: "basicConstraints", cA: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 2, value: "api.contoso.example" },
            { type: 2, value: "localhost" },
          ],
        },
      ],
    });
    const folder = folderWith({ "ca.pem": certificate.cert });
    const received: IncomingMessage["headers"][] = [];
    const server = createSecureServer(
      { key: certificate.private, cert: certificate.cert, keepAliveTimeout: 600_000 },
      async (request, response) => {
        received.push(request.headers);
        let body = "";
        for await (const chunk of request) body += chunk;
        response.end(`heard ${body}`);
      },
    );
    const port = await listening(server);
    const connects: { target: string; headers: IncomingMessage["headers"] }[] = [];
    const proxy: Server = createServer();
    proxy.on("connect", (asked: IncomingMessage, socket: Socket) => {
      connects.push({ target: asked.url!, headers: asked.headers });
      if (proxyStatus !== 200) {
        socket.end(`HTTP/1.1 ${proxyStatus} No\r\n\r\n`);
        return;
      }
      const there = connect(port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        there.pipe(socket).pipe(there);
      });
      there.on("error", () => socket.destroy());
      socket.on("error", () => there.destroy());
    });
    const proxyAddress = `127.0.0.1:${await listening(proxy)}`;
    return { port, connects, received, proxyAddress, ca: join(folder, "ca.pem") };
  }

  test("a request goes through the proxy, which does not see the token", async () => {
    const { connects, received, proxyAddress, ca } = await network();
    const output = await request("https://api.contoso.example/", {
      https_proxy: `http://user:p%40ss@${proxyAddress}`,
      NODE_EXTRA_CA_CERTS: ca,
    });
    expect(output).toBe("heard hello");
    expect(connects).toHaveLength(1);
    expect(connects[0]!.target).toBe("api.contoso.example:443");
    expect(connects[0]!.headers["proxy-authorization"]).toBe(`Basic ${btoa("user:p@ss")}`);
    expect(JSON.stringify(connects)).not.toContain("token");
    expect(received[0]!.authorization).toBe("Bearer token");
    expect(received[0]).not.toHaveProperty("proxy-authorization");
  });

  test("what NO_PROXY names, and this machine, are reached without", async () => {
    const { port, connects, proxyAddress, ca } = await network();
    const output = await request(`https://localhost:${port}/`, {
      // Without a scheme, as curl takes it.
      HTTPS_PROXY: proxyAddress,
      NODE_EXTRA_CA_CERTS: ca,
    });
    expect(output).toBe("heard hello");
    const named = await request(`https://api.contoso.example:${port}/`, {
      HTTPS_PROXY: proxyAddress,
      NO_PROXY: "contoso.example",
      NODE_EXTRA_CA_CERTS: ca,
    });
    expect(named).toBe("heard hello");
    expect(connects).toEqual([]);
  });

  test("a proxy that wants a password is told apart from a server that refuses", async () => {
    const { proxyAddress, connects } = await network(407);
    const error = JSON.parse(
      await request("https://api.contoso.example/", { HTTPS_PROXY: `http://${proxyAddress}` }),
    );
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: false });
    expect(error.message).toMatch(/proxy does not connect to api\.contoso\.example \(407\)/);
    expect(connects).toHaveLength(1);
  });

  test("a certificate that nobody knows is told with what to do", async () => {
    const { port } = await network();
    const error = JSON.parse(await request(`https://localhost:${port}/`, {}));
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: false });
    expect(error.message).toMatch(/certificate of localhost:\d+ is not trusted/);
    expect(error.todo).toMatch(/NODE_EXTRA_CA_CERTS/);
  });
});
