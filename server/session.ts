import { basename, relative } from "node:path";
import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  ErrorCodes,
  FileChangeType,
  InlayHintRefreshRequest,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  SemanticTokensRefreshRequest,
  type TextDocuments,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { asArray, asObject } from "../connector/values.js";
import type { Client } from "./client.js";
import { CodeActions } from "./codeActions.js";
import { Commands, noProgress, type WorkspaceJudgement } from "./commands.js";
import { Features } from "./features.js";
import type { Surroundings } from "./judging.js";
import { onceAtATime } from "./onceAtATime.js";
import { Previews } from "./previews.js";
import { Publisher } from "./publisher.js";
import { SettingsInForce } from "./settings.js";
import { isAtOrBelow, isDocument, pathOf, pathsOf, uriOf } from "./uris.js";
import { withinTime } from "./withinTime.js";
import { Workspace } from "./workspace.js";
import { WorkspaceSymbols } from "./workspaceSymbols.js";

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
  readonly features: Features;
  readonly symbols: WorkspaceSymbols;
  readonly commands: Commands;
  private readonly previews: Previews;
  private readonly settings: SettingsInForce;
  private readonly publisher: Publisher;
  /** The spelling that the editor uses for the URI of a file. */
  private readonly uris = new Map<string, string>();
  private readonly watchedNames = new Set<string>();
  private roots: readonly string[];
  private isStarted = false;
  /** Has the editor ask anew for diagnostics. */
  private readonly refresh = onceAtATime(async () => {
    if (this.isStarted) await this.hasAsked(this.connection.languages.diagnostics.refresh());
  });
  /** Has the editor ask anew for what is shown above and inside lines. */
  private readonly refreshReading = onceAtATime(async () => {
    if (!this.isStarted) return;
    const { codeLens, inlayHints, semanticTokens } = this.client.refreshes;
    const asked = [
      codeLens && this.connection.sendRequest(CodeLensRefreshRequest.type),
      inlayHints && this.connection.sendRequest(InlayHintRefreshRequest.type),
      semanticTokens && this.connection.sendRequest(SemanticTokensRefreshRequest.type),
    ].filter((each) => each !== false);
    await this.hasAsked(Promise.allSettled(asked));
  });
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
      this.applySettings();
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
      rootOf: (folder) => this.rootOf(folder),
      watch: (paths) => this.watch(paths),
    };
    this.workspace = new Workspace(surroundings, this.publisher, log, (folder, judged) => {
      this.previews.judged(folder, judged);
      // What is told in one file is counted in the others, and a large text was only now read again.
      if ([...judged.files].some((path) => this.isOpen(path))) this.refreshReading();
    });
    this.previews = new Previews(this.workspace);
    this.features = new Features(
      this.workspace,
      client,
      (path) => this.versionOf(path),
      (folder) => this.settings.of(folder),
    );
    this.symbols = new WorkspaceSymbols(
      this.workspace,
      () => this.roots,
      client.watchesFiles,
      spelled,
    );
    this.commands = new Commands(connection, {
      status: (path) => this.workspace.status(path),
      preview: (path) => this.previews.show(path),
      showsDocuments: client.showsDocuments,
      judgeWorkspace: (token, progress) => this.judgeWorkspace(token, progress),
    });
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
    if (event !== "closed") return;
    this.symbols.forget([path]);
    this.features.closed(uri);
  }

  /** @param params as the editor sent them */
  changedOnDisk(params: unknown): void {
    const changes = asArray(asObject(params).changes);
    const isNew = changes.some((each) => asObject(each).type !== FileChangeType.Changed);
    const paths = pathsOf(changes);
    this.workspace.changedOnDisk(paths, isNew);
    this.symbols.forget(paths);
    this.previews.changedOnDisk(paths);
    // A connector that is new is found by those who wait for changes of all.
    if (isNew) this.tellOfChange();
  }

  changedConfiguration(settings: unknown): void {
    this.settings.changed(settings);
    this.applySettings();
  }

  private applySettings(): void {
    void this.workspace.changedSettings();
    this.refreshReading();
  }

  /** @param event as the editor sent it */
  changedFolders(event: unknown): void {
    const { added, removed } = asObject(event);
    const gone = pathsOf(removed);
    this.roots = [...this.roots.filter((root) => !gone.includes(root)), ...pathsOf(added)];
    this.workspace.changedEverything();
    this.symbols.forget();
    this.tellOfChange();
  }

  /** The version of the text of a file that is open. */
  versionOf(path: string): number | null {
    return this.documents.get(this.uriOf(path))?.version ?? null;
  }

  /** The diagnostics of an open file. */
  async diagnostics(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    if (!isDocument(textDocument))
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
    progress: WorkDoneProgressReporter,
    partial: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.publisher.pullsWorkspace();
    if (!this.client.watchesFiles) this.workspace.changedEverything();
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri) ?? uri, value]));
    for (let isFirst = true; ; isFirst = false) {
      const change = new Promise<void>((resolve) => this.waitingForChange.push(resolve));
      const timer =
        partial &&
        setInterval(() => {
          const items = this.newReports(known);
          if (items.length > 0) partial.report({ items });
        }, partialResultMilliseconds);
      try {
        // The wait for a change is no work.
        await this.judgeAll(token, isFirst ? progress : noProgress);
      } finally {
        clearInterval(timer);
      }
      const items = this.newReports(known);
      if (items.length > 0 || !this.client.watchesFiles) return { items };
      await unlessCancelled(change, token);
    }
  }

  /** Judges all connectors of the workspace, until it is ended. */
  private async judgeWorkspace(
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceJudgement> {
    if (!this.client.watchesFiles) this.workspace.changedEverything();
    const isDone = await this.judgeAll(token, progress).then(
      () => true,
      (error) => {
        if (!token.isCancellationRequested) throw error;
        return false;
      },
    );
    return {
      connectors: this.workspace.judgedConnectors,
      errors: this.publisher.count(DiagnosticSeverity.Error),
      warnings: this.publisher.count(DiagnosticSeverity.Warning),
      cancelled: !isDone,
    };
  }

  /** @throws ResponseError when it is ended before all are judged */
  private async judgeAll(
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<void> {
    progress.begin("Validating connectors", 0, undefined, true);
    try {
      const judging = this.workspace.judgeAll(this.roots, token, ({ judged, all, next }) => {
        progress.report((100 * judged) / all, `${judged} of ${all}: ${this.nameOf(next)}`);
      });
      await unlessCancelled(judging, token);
    } finally {
      progress.done();
    }
  }

  /** A folder as people call it: from the open one that it lies in. */
  private nameOf(folder: string): string {
    const root = this.rootOf(folder);
    return ((root !== null && relative(root, folder)) || basename(folder)).replaceAll("\\", "/");
  }

  /** The open folder that another one lies in. */
  private rootOf(folder: string): string | null {
    const around = this.roots.filter((root) => isAtOrBelow(folder, root));
    return around.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  dispose(): void {
    void this.previews.dispose();
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

  /** Waits until the editor says that it has asked again. */
  private async hasAsked(answer: Promise<unknown>): Promise<void> {
    await withinTime(answer, mostMillisecondsToRefresh, () => undefined);
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
