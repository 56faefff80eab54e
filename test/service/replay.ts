/** What Microsoft's paconn did in a situation, and doing the same with ours. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { type Exact, ExactNumber, exactValue, printExact } from "../../connector/exactJson.js";
import { JsonText } from "../../connector/json.js";
import { packageFile } from "../../host/packageFile.js";
import { folderWith, paconn } from "../terminal.js";
import { audience } from "./powerApps.js";

interface RecordedFile {
  text?: string;
  base64?: string;
  dir?: true;
}

export interface Recording {
  name: string;
  argv: string[];
  interactive: boolean;
  answers?: [string, string][];
  token: { access_token?: string; expires_on?: string; oid?: string } | string | null;
  inputFiles: Record<string, RecordedFile>;
  exitCode: number;
  requests: RecordedRequest[];
  filesChanged: Record<string, RecordedFile>;
}

interface RecordedRequest {
  method: string;
  scheme: string;
  host: string;
  path: string;
  rawQuery: string;
  headers: [string, string][];
  body?: string;
  bodyBase64?: string;
  response?: {
    status: number;
    headers: Record<string, string | number>;
    body?: string;
    bodyBase64?: string;
  };
}

/** A request as both sides are compared by. */
export interface Sent {
  method: string;
  url: string;
  isSigned: boolean;
  body: string;
}

export interface Outcome {
  isSuccess: boolean;
  requests: Sent[];
  /** What is in each file that is new or another now. */
  files: Record<string, string>;
}

const folder = process.env.PACONN_RECORDINGS ?? packageFile("..", "shared", "paconn", "recordings");
export const recordings: Recording[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name !== "INDEX.json" && !/^(login|usage)/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Recording)
  : [];

const bytesOf = ({ text, base64 }: RecordedFile) =>
  text !== undefined ? Buffer.from(text) : Buffer.from(base64 ?? "", "base64");

/** A JSON text by what it says, numbers as they are meant: `1e3` is `1000.0`, and neither is `1000`. */
export function normalized(text: string): string {
  const json = new JsonText(text.replace(/^\uFEFF/, ""));
  const value = exactValue(json);
  if (value === undefined || !json.isComplete) return text;
  const normalize = (each: Exact): Exact => {
    if (each instanceof ExactNumber)
      return /[.eE]/.test(each.digits) ? `float ${Number(each.digits)}` : `integer ${each.digits}`;
    if (Array.isArray(each)) return each.map(normalize);
    if (each instanceof Map) return new Map([...each].map(([key, item]) => [key, normalize(item)]));
    return each;
  };
  return printExact(normalize(value));
}

function content(path: string, bytes: Buffer): string {
  return path.endsWith(".json") ? normalized(bytes.toString("utf8")) : bytes.toString("base64");
}

/** What paconn did. */
export function recorded({ exitCode, requests, filesChanged }: Recording): Outcome {
  return {
    isSuccess: exitCode === 0,
    requests: requests.map(
      ({ method, scheme, host, path, rawQuery, headers, body, bodyBase64 }) => ({
        method,
        url: `${scheme}://${host}${path}?${rawQuery}`,
        isSigned: headers.some(([name]) => name.toLowerCase() === "authorization"),
        body: /PUT/.test(method)
          ? (bodyBase64 ?? Buffer.from(body ?? "").toString("base64"))
          : normalized(body ?? ""),
      }),
    ),
    files: Object.fromEntries(
      Object.entries(filesChanged)
        .filter(([, { dir }]) => !dir)
        .map(([path, file]) => [path, content(path, bytesOf(file))]),
    ),
  };
}

/** Does the same with our commands, against a server that answers as the recorded one did. */
export async function replay(
  recording: Recording,
  argv: readonly string[],
  keys?: readonly (readonly [RegExp, string])[],
): Promise<Outcome & { stdout: string; stderr: string; exitCode: number }> {
  const requests: Sent[] = [];
  const replies = [...recording.requests];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const origin = String(request.headers["x-original-origin"]);
    const [path, query = ""] = request.url!.split("?");
    const { method = "GET" } = request;
    requests.push({
      method,
      url: `${origin}${path}?${query}`,
      isSigned: request.headers.authorization !== undefined,
      body: method === "PUT" ? body.toString("base64") : normalized(body.toString("utf8")),
    });
    const fits = (each: RecordedRequest) =>
      each.method === method && encodeURI(decodeURI(each.path)) === encodeURI(decodeURI(path!));
    const index = replies.findIndex(fits);
    const found = index < 0 ? recording.requests.findLast(fits) : replies.splice(index, 1)[0];
    const reply = found?.response ?? { status: 404, headers: {}, body: "" };
    const { "Content-Length": _, "Retry-After": __, ...headers } = reply.headers;
    response.writeHead(reply.status, headers as Record<string, string>);
    response.end(
      reply.bodyBase64 === undefined ? (reply.body ?? "") : Buffer.from(reply.bodyBase64, "base64"),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = (server.address() as AddressInfo).port;
  const work = folderWith({});
  const before = new Map<string, string>();
  for (const [path, file] of Object.entries(recording.inputFiles)) {
    if (path.endsWith("/")) {
      mkdirSync(join(work, path), { recursive: true });
      continue;
    }
    mkdirSync(dirname(join(work, path)), { recursive: true });
    const bytes =
      file.text === undefined
        ? bytesOf(file)
        : Buffer.from(file.text.replaceAll("@HTTP@", "http://127.0.0.1:1"));
    writeFileSync(join(work, path), bytes);
    before.set(path, bytes.toString("base64"));
  }
  const token = tokenOf(recording);
  const home = folderWith({});
  const result = await paconn([...argv], {
    folder: work,
    env: {
      HOME: home,
      XDG_STATE_HOME: join(home, "state"),
      ...(token !== undefined && { PACONN_ACCESS_TOKEN: token }),
    },
    ...(keys !== undefined && { keys }),
    fetch: (url, init) =>
      // Where nothing listened, nothing listens.
      url.port === "9"
        ? fetch(url, init)
        : fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
            ...init,
            headers: { ...(init.headers as object), "x-original-origin": url.origin },
          }),
  });
  const files: Record<string, string> = {};
  for (const entry of readdirSync(work, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!statSync(path).isFile() || path.includes(".git/")) continue;
    const bytes = readFileSync(path);
    const name = relative(work, path);
    if (before.get(name) !== bytes.toString("base64")) files[name] = content(name, bytes);
  }
  return { ...result, isSuccess: result.exitCode === 0, requests, files };
}

function tokenOf({ token }: Recording): string | undefined {
  if (token === null || typeof token === "string" || token.access_token === undefined)
    return undefined;
  const rest = Number(/now\+(-?\d+)/.exec(token.expires_on ?? "now+3600")?.[1]);
  const claims = {
    aud: audience,
    ...(token.oid !== undefined && { oid: token.oid }),
    exp: Math.floor(Date.now() / 1_000) + rest,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.signature`;
}
