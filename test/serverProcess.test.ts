/** The language server as a process of its own, as it is shipped. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { dirname, join, relative } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { packageFile } from "../host/packageFile.js";
import { uriOf } from "./editor.js";
import { folderWith } from "./terminal.js";

vi.setConfig({ testTimeout: 30_000 });

const programs = {
  "paconn lsp": [packageFile("dist/paconn.js"), "lsp"],
  "paconn-language-server": [packageFile("dist/paconn-language-server.js")],
};
const [, standalone] = Object.values(programs);

function start(args: readonly string[], cwd?: string) {
  const server = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"], cwd });
  onTestFinished(() => void server.kill("SIGKILL"));
  let stdout = "";
  let stderr = "";
  server.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  server.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  return { server, connection, stdout: () => stdout, stderr: () => stderr };
}

const params = (more: Partial<InitializeParams> = {}): InitializeParams => ({
  processId: null,
  rootUri: null,
  workspaceFolders: null,
  capabilities: {},
  ...more,
});

async function exitOf(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const [code] = await once(server, "exit");
  return code as number | null;
}

/** Opens a file and waits for what is found in it. */
async function diagnosticsOf(connection: ProtocolConnection, path: string) {
  const published = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, (found) => {
      if (found.uri === uriOf(path)) resolve(found);
    });
  });
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: {
      uri: uriOf(path),
      languageId: "json",
      version: 1,
      text: readFileSync(path, "utf8"),
    },
  });
  return (await published).diagnostics;
}

const definition = packageFile("examples/contoso-tickets/apiDefinition.swagger.json");

describe.each(Object.entries(programs))("%s", (_, program) => {
  test("shutdown and exit end it with 0, exit alone with 1", async () => {
    for (const [isShutDown, code] of [
      [true, 0],
      [false, 1],
    ] as const) {
      const { server, connection } = start([...program, "--stdio"]);
      await connection.sendRequest("initialize", params());
      await connection.sendNotification("initialized", {});
      if (isShutDown) await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      expect(await exitOf(server)).toBe(code);
    }
  });

  test("it talks over standard input and output unless told otherwise", async () => {
    const { connection, server, stderr } = start(program);
    await connection.sendRequest("initialize", params());
    expect(await diagnosticsOf(connection, definition)).not.toHaveLength(0);
    expect(stderr()).toBe("");
    server.stdin!.end();
    expect(await exitOf(server)).toBe(1);
  });
});

test("it ends when the editor is gone, although something holds its input open", async () => {
  const editor = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  onTestFinished(() => void editor.kill("SIGKILL"));
  const { server, connection } = start([...standalone!, "--stdio"]);
  await connection.sendRequest("initialize", params({ processId: editor.pid! }));
  editor.kill("SIGKILL");
  expect(await exitOf(server)).toBe(1);

  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  onTestFinished(() => void other.kill("SIGKILL"));
  const second = start([...standalone!, "--stdio", `--clientProcessId=${other.pid}`]);
  await second.connection.sendRequest("initialize", params());
  other.kill("SIGKILL");
  expect(await exitOf(second.server)).toBe(1);
});

test("it ends when the editor goes away in the middle of the work", async () => {
  const { server, connection } = start([...standalone!, "--stdio"]);
  await connection.sendRequest("initialize", params());
  for (let version = 0; version < 50; version++)
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uriOf(definition), languageId: "json", version, text: "{" },
    });
  server.stdout!.destroy();
  server.stdin!.destroy();
  expect(await exitOf(server)).toBe(1);
});

test("it goes on when the folder that it was started in is gone", async () => {
  const folder = folderWith({
    "settings.json": '{ "apiDefinition": "api.json", "apiProperties": "apiProperties.json" }',
    "api.json": readFileSync(definition, "utf8"),
  });
  const gone = folderWith({});
  const { connection } = start([...standalone!, "--stdio"], gone);
  await connection.sendRequest("initialize", params());
  rmSync(gone, { recursive: true });
  expect(await diagnosticsOf(connection, join(folder, "api.json"))).not.toHaveLength(0);
});

test("nothing but the protocol is written to standard output", async () => {
  const folder = folderWith({
    "apiDefinition.swagger.json": readFileSync(definition, "utf8"),
    ".spectral.mjs": `import paconn from "paconn";
      console.log("from the top"); process.stdout.write("raw\\n");
      const noisy = () => { console.log("noise"); console.info("noise"); process.stdout.write("noise\\n"); return []; };
      setTimeout(() => { throw new Error("late") }, 10);
      Promise.reject(new Error("left behind"));
      export default { extends: [paconn], rules: { noisy: { given: "$", then: { function: noisy } } } };`,
  });
  const { connection, server, stdout, stderr } = start([...standalone!, "--stdio"]);
  await connection.sendRequest(
    "initialize",
    params({ initializationOptions: { isTrusted: true } }),
  );
  const path = join(folder, "apiDefinition.swagger.json");
  expect(await diagnosticsOf(connection, path)).not.toHaveLength(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await exitOf(server)).toBe(0);
  expect(stderr()).toContain("noise");
  expect(stderr()).toContain("raw");
  expect(stderr()).toContain("late");
  expect(stderr()).toContain("left behind");
  let rest = Buffer.from(stdout());
  while (rest.length > 0) {
    const header = /^(?:[\w-]+: [^\r\n]+\r\n)+\r\n/.exec(rest.toString("latin1"));
    expect(header, rest.toString("utf8").slice(0, 200)).not.toBeNull();
    const length = Number(/Content-Length: (\d+)/.exec(header![0])![1]);
    const body = rest.subarray(header![0].length, header![0].length + length);
    expect(JSON.parse(body.toString("utf8")).jsonrpc).toBe("2.0");
    rest = rest.subarray(header![0].length + length);
  }
});

test("the other ways to talk: a port, a pipe, the channel of a parent", async () => {
  const pipe = join(folderWith({}), "pipe");
  for (const kind of ["socket", "pipe"] as const) {
    const listener = createServer();
    onTestFinished(() => void listener.close());
    listener.listen(...((kind === "socket" ? [0, "127.0.0.1"] : [pipe]) as [number, string]));
    await once(listener, "listening");
    const address = listener.address();
    const to = typeof address === "string" ? address : address!.port;
    const server = spawn(process.execPath, [...standalone!, `--${kind}=${to}`]);
    onTestFinished(() => void server.kill("SIGKILL"));
    const [socket] = (await once(listener, "connection")) as [Socket];
    const connection = createProtocolConnection(
      new StreamMessageReader(socket),
      new StreamMessageWriter(socket),
    );
    connection.listen();
    await connection.sendRequest("initialize", params());
    expect(await diagnosticsOf(connection, definition)).not.toHaveLength(0);
    socket.destroy();
    await exitOf(server);
  }
  const child = spawn(process.execPath, [...standalone!, "--node-ipc"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: params() });
  const [answer] = await once(child, "message");
  expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: "paconn" } } });
});

test("rules, rulesets and Spectral are loaded after `initialize` is answered", () => {
  const root = packageFile();
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    for (const [, imported] of text.matchAll(
      /^(?:import|export)\s+(?!type\b)(?:[^"';]*?from\s+)?"([^"]+)"/gm,
    ))
      if (imported!.startsWith(".")) visit(join(dirname(path), imported!.replace(/\.js$/, ".ts")));
      else expect(imported, path).toMatch(/^(node:|vscode-languageserver)/);
  };
  visit(join(root, "server", "paconn-language-server.ts"));
  expect([...seen].map((path) => relative(root, path)).sort()).toEqual([
    "connector/values.ts",
    "host/errors.ts",
    "host/packageFile.ts",
    "host/version.ts",
    "language/names.ts",
    "server/client.ts",
    "server/main.ts",
    "server/paconn-language-server.ts",
    "server/server.ts",
    "server/uris.ts",
  ]);
  expect([...seen].every((path) => existsSync(path))).toBe(true);
});
