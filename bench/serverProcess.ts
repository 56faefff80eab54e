import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { packageFile } from "../host/packageFile.js";

/** A folder for what is timed, which goes with the process. */
export const folder = mkdtempSync(join(tmpdir(), "paconn-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The programs that serve editors. */
export const programs = {
  "paconn lsp": [packageFile("dist/paconn.js"), "lsp", "--stdio"],
  "paconn-language-server": [packageFile("dist/paconn-language-server.js"), "--stdio"],
};
if (!existsSync(programs["paconn lsp"][0]!)) {
  console.error("bench: dist/ is missing: run npm install.");
  process.exit(1);
}

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server in a process of its own, and what it published. */
export class Server {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly published: { uri: string; version: number | undefined; at: number }[] = [];
  private readonly waiting = new Set<() => void>();
  private changedAt = 0;

  constructor(program: readonly string[] = programs["paconn lsp"]) {
    this.process = spawn(process.execPath, program);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
  }

  async start(
    capabilities: ClientCapabilities = {},
    initializationOptions?: object,
  ): Promise<InitializeResult> {
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version }) => {
      this.published.push({ uri, version, at: performance.now() });
      for (const tell of this.waiting) tell();
    });
    this.connection.onRequest(RegistrationRequest.type, () => {});
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    this.connection.listen();
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        ...capabilities,
        textDocument: {
          ...capabilities.textDocument,
          publishDiagnostics: { versionSupport: true },
        },
      },
      initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(document: TextDocument): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: {
        uri: document.uri,
        languageId: "json",
        version: document.version,
        text: document.getText(),
      },
    });
  }

  /** Replaces some characters as typing does, in the text here and there. */
  change(document: TextDocument, offset: number, length: number, text: string): Promise<void> {
    const contentChanges = [
      {
        range: {
          start: document.positionAt(offset),
          end: document.positionAt(offset + length),
        },
        text,
      },
    ];
    TextDocument.update(document, contentChanges, document.version + 1);
    this.changedAt = performance.now();
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges,
    });
  }

  /** When the diagnostics of the newest text came, in milliseconds of `performance.now()`. */
  async diagnosticsOf(document: TextDocument): Promise<number> {
    for (;;) {
      // Not every server says which text its diagnostics are for.
      const found = this.published.find(
        ({ uri, version, at }) =>
          uri === document.uri &&
          (version === undefined ? at > this.changedAt : version === document.version),
      );
      if (found !== undefined) return found.at;
      await new Promise<void>((resolve) => {
        const tell = () => {
          this.waiting.delete(tell);
          resolve();
        };
        this.waiting.add(tell);
      });
    }
  }

  /** Resident memory in MB, and the most that there was; of Linux alone. */
  memory(): { now: number; most: number } {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    const megabytes = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }
}

/** The text of a file as an editor opens it. */
export function documentOf(path: string): TextDocument {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return TextDocument.create(pathToFileURL(path).href, "json", 1, text);
}

/** A definition in a folder of its own with the files beside it, so that nothing else is judged. */
export function copied(path: string, name: string): string {
  const to = join(folder, name.replace(/\W/g, ""));
  mkdirSync(to);
  for (const each of readdirSync(dirname(path)))
    if (/\.json$/i.test(each)) copyFileSync(join(dirname(path), each), join(to, each));
  return join(to, basename(path));
}
