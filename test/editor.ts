import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticTag,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowDocumentRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { LineIndex } from "../connector/text.js";
import { serve } from "../server/server.js";

/** An editor of today that takes pushed diagnostics. */
export const pushing: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
    },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
};

/** One that asks for diagnostics, as VS Code does. */
export const pulling: ClientCapabilities = {
  ...pushing,
  textDocument: {
    ...pushing.textDocument,
    diagnostic: { ...pushing.textDocument!.publishDiagnostics },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } },
    },
  },
  workspace: {
    ...pushing.workspace,
    diagnostics: { refreshSupport: true },
    configuration: true,
  },
};

/** What an editor is asked for settings of, and what it answers. */
type Configuration = (scope: string | undefined) => unknown;

export interface EditorOptions {
  capabilities?: ClientCapabilities;
  /** The paths of the folders that are open. */
  folders?: readonly string[];
  initializationOptions?: unknown;
  configuration?: Configuration;
  /** What is sent before `initialize`. */
  early?: (connection: ProtocolConnection) => Promise<void>;
  /** How long the editor takes to answer that it will ask for diagnostics again. */
  refreshTime?: number;
}

/** How long a test waits for what must come. */
const patience = 25_000;

/** An editor in a test: speaks the protocol over streams with a server in this process. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly registered: { method: string; registerOptions?: unknown }[] = [];
  readonly shown: { uri: string; external?: boolean }[] = [];
  refreshes = 0;
  readonly texts = new Map<string, { version: number; text: string }>();
  initializeResult!: InitializeResult;
  private listeners: (() => void)[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly server: Connection,
  ) {}

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const { capabilities = pushing, folders, initializationOptions, configuration } = options;
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    serve(server);
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const editor = new Editor(connection, server);
    editor.listen(configuration, options.refreshTime ?? 0);
    connection.listen();
    await options.early?.(connection);
    const workspaceFolders = folders?.map((path) => ({ uri: uriOf(path), name: path })) ?? null;
    editor.initializeResult = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: workspaceFolders?.[0]?.uri ?? null,
      workspaceFolders,
      capabilities,
      initializationOptions,
    } satisfies InitializeParams);
    await connection.sendNotification(InitializedNotification.type, {});
    onTestFinished(() => editor.dispose());
    return editor;
  }

  private listen(configuration: Configuration | undefined, refreshTime: number): void {
    const { connection } = this;
    const note = () => {
      for (const listener of this.listeners) listener();
    };
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      note();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      note();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations);
      note();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(async ({ scopeUri }) => (await configuration?.(scopeUri)) ?? null)),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, async () => {
      this.refreshes++;
      note();
      await new Promise((resolve) => setTimeout(resolve, refreshTime));
    });
    connection.onRequest(ShowDocumentRequest.type, (params) => {
      this.shown.push(params);
      return { success: true };
    });
  }

  /** Waits until something holds. */
  async until<Result>(what: () => Result, words = what.toString()): Promise<NonNullable<Result>> {
    const start = performance.now();
    for (;;) {
      const result = what();
      if (result) return result;
      const left = patience - (performance.now() - start);
      if (left <= 0) throw new Error(`This never came: ${words}\n${this.log.join("\n")}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 50));
        this.listeners = [
          () => {
            clearTimeout(timer);
            resolve();
          },
        ];
      });
    }
  }

  open(path: string, text = readFileSync(path, "utf8"), version = 1, languageId = "json"): void {
    this.texts.set(path, { version, text });
    this.notify(DidOpenTextDocumentNotification.type.method, {
      textDocument: { uri: uriOf(path), languageId, version, text },
    });
  }

  /** Replaces the first occurrence of a text by another, as typing does. */
  edit(path: string, before: string, after: string): void {
    const { text } = this.texts.get(path)!;
    const offset = text.indexOf(before);
    if (offset < 0) throw new Error(`The text has no ${before}.`);
    const range = new LineIndex(text).range(offset, before.length);
    this.change(path, [{ range, newText: after }]);
  }

  change(path: string, edits: readonly TextEdit[], version?: number): void {
    const known = this.texts.get(path)!;
    const next = version ?? known.version + 1;
    this.texts.set(path, { version: next, text: applied(known.text, edits) });
    // From the last one to the first, so that each is told for the text that the server has.
    const contentChanges = [...edits]
      .sort((a, b) => compare(b.range, a.range))
      .map(({ range, newText }) => ({ range, text: newText }));
    this.notify(DidChangeTextDocumentNotification.type.method, {
      textDocument: { uri: uriOf(path), version: next },
      contentChanges,
    });
  }

  /** Puts another text in the place of the whole one. */
  replace(path: string, text: string): void {
    const version = this.texts.get(path)!.version + 1;
    this.texts.set(path, { version, text });
    this.notify(DidChangeTextDocumentNotification.type.method, {
      textDocument: { uri: uriOf(path), version },
      contentChanges: [{ text }],
    });
  }

  save(path: string): void {
    this.notify(DidSaveTextDocumentNotification.type.method, {
      textDocument: { uri: uriOf(path) },
    });
  }

  close(path: string): void {
    this.texts.delete(path);
    this.notify(DidCloseTextDocumentNotification.type.method, {
      textDocument: { uri: uriOf(path) },
    });
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  /** What is shown for a file now. */
  shownFor(path: string): Diagnostic[] | undefined {
    return this.published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics;
  }

  /** The rules whose findings are shown for a file, once they are pushed for its newest text. */
  async rules(path: string): Promise<string[]> {
    const version = this.texts.get(path)?.version;
    const { diagnostics } = await this.until(
      () =>
        this.published.findLast(
          (params) => params.uri === uriOf(path) && params.version === version,
        ),
      `diagnostics of ${path}, version ${version}`,
    );
    return rulesOf(diagnostics);
  }

  /** The same for an editor that asks. */
  async pull(path: string, previousResultId?: string) {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOf(path) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** What the server answers to a request about a place, told by a text around `$0`. */
  async ask<Result = unknown>(method: string, path: string, at: string, more: object = {}) {
    const { text } = this.texts.get(path)!;
    const offset = text.indexOf(at.replace("$0", ""));
    if (offset < 0) throw new Error(`The text has no ${at}.`);
    const position = new LineIndex(text).position(offset + at.indexOf("$0"));
    const params = { textDocument: { uri: uriOf(path) }, position, ...more };
    return (await this.connection.sendRequest(method, params)) as Result;
  }

  async actions(path: string, at: string | Range, only?: string[]): Promise<CodeAction[]> {
    const { text } = this.texts.get(path)!;
    const range =
      typeof at === "string" ? new LineIndex(text).range(text.indexOf(at), at.length) : at;
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(path) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
    return actions as CodeAction[];
  }

  /** Chooses a code action by its title and gives the texts that its edit makes, by path. */
  async choose(actions: readonly CodeAction[], title: string): Promise<Record<string, string>> {
    let action = actions.find((each) => each.title === title);
    if (action === undefined)
      throw new Error(`"${title}" is not among ${actions.map((each) => each.title).join(", ")}`);
    if (action.edit === undefined && action.data !== undefined)
      action = await this.connection.sendRequest(CodeActionResolveRequest.type, action);
    return this.textsAfter(action.edit!);
  }

  /** The texts that an edit makes, by path. */
  textsAfter({ changes, documentChanges }: WorkspaceEdit): Record<string, string> {
    const edits: [string, TextEdit[]][] = Object.entries(changes ?? {});
    for (const change of documentChanges ?? [])
      if ("textDocument" in change)
        edits.push([change.textDocument.uri, change.edits as TextEdit[]]);
    return Object.fromEntries(
      edits.map(([uri, list]) => {
        const path = fileURLToPath(uri);
        return [path, applied(this.texts.get(path)?.text ?? readOr(path, ""), list)];
      }),
    );
  }

  private isDisposed = false;

  async dispose(): Promise<void> {
    if (this.isDisposed) return;
    this.isDisposed = true;
    await this.connection.sendRequest(ShutdownRequest.type).catch(() => {});
    this.connection.dispose();
    this.server.dispose();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code));
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}

/** The text after edits that do not meet. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  let result = text;
  for (const { range, newText } of [...edits].sort((a, b) => compare(b.range, a.range)))
    result =
      result.slice(0, lines.offset(range.start)) + newText + result.slice(lines.offset(range.end));
  return result;
}

function compare(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
