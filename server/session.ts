import { basename } from "node:path";
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type ExecuteCommandParams,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  TextDocumentIdentifier,
  type TextDocuments,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { openPageCommand } from "../language/names.js";
import type { Client } from "./client.js";
import { CodeActions } from "./codeActions.js";
import type { Surroundings } from "./judging.js";
import { Publisher } from "./publisher.js";
import { SettingsInForce } from "./settings.js";
import { isAtOrBelow, pathOf, uriOf } from "./uris.js";
import { withinTime } from "./withinTime.js";
import { Workspace } from "./workspace.js";

/** The files on disk that findings depend on. */
const watchedFiles = [
  "**/*.swagger.json",
  "**/apiProperties.json",
  "**/settings.json",
  "**/*.{csx,md,png}",
  "**/.spectral.{yaml,yml,json,js,mjs}",
];

/** How often partial results of a long search are sent. */
const partialResultMilliseconds = 200;

/** An editor that does not say that it has asked again is asked anew all the same. */
const mostMillisecondsToRefresh = 10_000;

/** What goes on between an editor and the server once both know each other. */
export class Session {
  readonly workspace: Workspace;
  readonly codeActions: CodeActions;
  private readonly settings: SettingsInForce;
  private readonly publisher: Publisher;
  /** The spelling that the editor uses for the URI of a file. */
  private readonly uris = new Map<string, string>();
  private readonly watchedNames = new Set<string>();
  private roots: readonly string[];
  private isStarted = false;
  private isRefreshing = false;
  private needsRefresh = false;
  private waitingForChange: (() => void)[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly documents: TextDocuments<TextDocument>,
  ) {
    this.roots = client.roots;
    const spelled = (path: string) => this.uriOf(path);
    const log = (words: string) => connection.console.warn(words);
    this.settings = new SettingsInForce(connection, client, spelled, log, () => {
      void this.workspace.changedSettings();
    });
    this.publisher = new Publisher(client.pullsDiagnostics, {
      push: (path, diagnostics, version) =>
        void connection.sendDiagnostics({
          uri: spelled(path),
          diagnostics,
          ...(version !== undefined && { version }),
        }),
      isOpen: (path) => this.isOpen(path),
      refresh: () => this.refresh(),
      changed: () => this.tellOfChange(),
    });
    const surroundings: Surroundings = {
      openFiles: () =>
        documents.all().flatMap((document) => {
          const path = pathOf(document.uri);
          return path === undefined
            ? []
            : [{ path, version: document.version, getText: () => document.getText() }];
        }),
      settingsOf: (folder) => this.settings.of(folder),
      diagnostics: client.diagnostics,
      uriOf: spelled,
      isTrusted: this.settings.isTrusted,
      rootOf: (folder) => {
        const around = this.roots.filter((root) => isAtOrBelow(folder, root));
        return around.sort((a, b) => b.length - a.length)[0] ?? null;
      },
      watch: (paths) => this.watch(paths),
    };
    this.workspace = new Workspace(surroundings, this.publisher, log);
    this.codeActions = new CodeActions(this.workspace, client, () => this.roots, pathOf, spelled);
  }

  /** The editor takes requests from now on. */
  start(): void {
    this.isStarted = true;
    this.settings.start();
    this.watch(this.workspace.rulesetFiles);
    if (this.client.watchesFiles) this.registerWatchers(watchedFiles);
    if (this.client.registersConfiguration)
      this.connection.client
        .register(DidChangeConfigurationNotification.type, { section: "paconn" })
        .catch(() => {});
    if (this.client.hasConfiguration) void this.workspace.changedSettings();
  }

  /** Something happened to a document; only those that are files are of interest. */
  document(event: "opened" | "changed" | "saved" | "closed", { uri }: TextDocument): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    if (event === "opened") this.uris.set(path, uri);
    this.workspace[event](path);
  }

  changedOnDisk({ changes }: DidChangeWatchedFilesParams): void {
    const isNew = changes.some(({ type }) => type !== FileChangeType.Changed);
    this.workspace.changedOnDisk(
      changes.flatMap(({ uri }) => pathOf(uri) ?? []),
      isNew,
    );
    // A connector that is new is found by those who wait for changes of all.
    if (isNew) this.tellOfChange();
  }

  changedConfiguration(settings: unknown): void {
    this.settings.changed(settings);
    void this.workspace.changedSettings();
  }

  changedFolders(added: readonly { uri: string }[], removed: readonly { uri: string }[]): void {
    const paths = (folders: readonly { uri: string }[]) =>
      folders.flatMap(({ uri }) => pathOf(uri) ?? []);
    const gone = paths(removed);
    this.roots = [...this.roots.filter((root) => !gone.includes(root)), ...paths(added)];
    this.workspace.changedEverything();
    this.tellOfChange();
  }

  /** The diagnostics of an open file. */
  async diagnostics(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    if (!TextDocumentIdentifier.is(textDocument))
      throw new ResponseError(ErrorCodes.InvalidParams, "A document is needed.");
    const path = pathOf(textDocument.uri);
    if (path === undefined) return { kind: "full", items: [] };
    return this.publisher.pull(path, async () => {
      await unlessCancelled(this.workspace.judged(path), token);
      const { diagnostics: items, id: resultId } = this.publisher.of(path);
      return resultId === previousResultId
        ? { kind: "unchanged", resultId }
        : { kind: "full", resultId, items };
    });
  }

  /**
   * The diagnostics of all files that are not open. Where the editor tells of changes the answer
   * waits for one, so that asking again and again costs nothing.
   */
  async workspaceDiagnostics(
    { previousResultIds = [] }: Partial<WorkspaceDiagnosticParams>,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.publisher.pullsWorkspace();
    if (!this.client.watchesFiles) this.workspace.changedEverything();
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri) ?? uri, value]));
    for (;;) {
      const change = new Promise<void>((resolve) => this.waitingForChange.push(resolve));
      const timer =
        partial &&
        setInterval(() => {
          const items = this.newReports(known);
          if (items.length > 0) partial.report({ items });
        }, partialResultMilliseconds);
      try {
        await unlessCancelled(this.workspace.judgeAll(this.roots), token);
      } finally {
        clearInterval(timer);
      }
      const items = this.newReports(known);
      if (items.length > 0 || !this.client.watchesFiles) return { items };
      await unlessCancelled(change, token);
    }
  }

  async execute({ command, arguments: given }: ExecuteCommandParams): Promise<void> {
    const [uri] = Array.isArray(given) ? given : [];
    const refuse = (words: string) => new ResponseError(ErrorCodes.InvalidParams, words);
    if (command !== openPageCommand) throw refuse(`There is no command "${command}".`);
    if (typeof uri !== "string" || !/^(file|https?):/.test(uri))
      throw refuse(`${command} takes the address of a page.`);
    const external = !uri.startsWith("file:");
    await this.connection.window.showDocument({ uri, external, takeFocus: true });
  }

  dispose(): void {
    this.workspace.dispose();
  }

  private tellOfChange(): void {
    for (const tell of this.waitingForChange.splice(0)) tell();
  }

  /** What differs from what the editor has, which is then noted as known. */
  private newReports(known: Map<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const gone = new Set(known.keys());
    for (const [path, { id: resultId, diagnostics: items }] of this.publisher.closedFiles()) {
      gone.delete(path);
      if (known.get(path) === resultId || (items.length === 0 && !known.has(path))) continue;
      known.set(path, resultId);
      reports.push({ kind: "full", uri: this.uriOf(path), version: null, resultId, items });
    }
    for (const path of gone)
      if (!this.isOpen(path)) {
        known.delete(path);
        reports.push({ kind: "full", uri: this.uriOf(path), version: null, items: [] });
      }
    return reports;
  }

  private isOpen(path: string): boolean {
    return this.documents.get(this.uriOf(path)) !== undefined;
  }

  private uriOf(path: string): string {
    return this.uris.get(path) ?? uriOf(path);
  }

  /** Asks the editor to ask again, once at a time; what comes up meanwhile is a reason for once more. */
  private refresh(): void {
    if (!this.isStarted) return;
    this.needsRefresh = true;
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    this.needsRefresh = false;
    withinTime(this.connection.languages.diagnostics.refresh(), mostMillisecondsToRefresh, () => {})
      .catch(() => {})
      .finally(() => {
        this.isRefreshing = false;
        if (this.needsRefresh) this.refresh();
      });
  }

  /** Has the editor watch files whose names are not among those that it watches. */
  private watch(paths: Iterable<string>): void {
    if (!this.client.watchesFiles || !this.isStarted) return;
    const names = [...paths]
      .map((path) => basename(path))
      .filter((name) => !/^\.spectral\.|[*?{}[\]!]/.test(name) && !this.watchedNames.has(name));
    if (names.length === 0) return;
    for (const name of names) this.watchedNames.add(name);
    this.registerWatchers(names.map((name) => `**/${name}`));
  }

  private registerWatchers(patterns: readonly string[]): void {
    // An editor that refuses is told of changes on disk with the next change of a text.
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: patterns.map((globPattern) => ({ globPattern })),
      })
      .catch(() => {});
  }
}

async function unlessCancelled<Result>(
  work: Promise<Result>,
  token: CancellationToken,
): Promise<Result> {
  const cancelled = () =>
    new ResponseError(LSPErrorCodes.RequestCancelled, "The editor does not need it any more.");
  if (token.isCancellationRequested) throw cancelled();
  return new Promise((resolve, reject) => {
    const { dispose } = token.onCancellationRequested(() => reject(cancelled()));
    work.then(resolve, reject).finally(dispose);
  });
}
