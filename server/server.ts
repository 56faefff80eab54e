import {
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  type SemanticTokens,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { stackOf } from "../host/errors.js";
import { version } from "../host/version.js";
import { actionKinds, serverCommands, tokenLegend } from "../language/names.js";
import { type Client, readClient } from "./client.js";
import type { Session } from "./session.js";

const noTokens: SemanticTokens = { data: [] };

/** Serves an editor. Each feature is one line; what it does is loaded after `initialize`. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  let client: Client | undefined;
  let started: Promise<Session> | undefined;
  let session: Session | undefined;
  let isShutDown = false;
  const load = async () => {
    const { Session } = await import("./session.js");
    session = new Session(connection, client!, documents);
    return session;
  };
  /** Hands over what needs no answer, in the order in which it came. */
  const tell = (what: (session: Session) => void) => {
    if (client === undefined || isShutDown) return;
    if (session !== undefined) what(session);
    else void ask(what, undefined);
  };
  /** A feature that fails is a bug: it is told, and the editor gets an answer all the same. */
  const ask = async <Result>(
    what: (session: Session) => Result | Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    if (client === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first.");
    if (isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down.");
    try {
      started ??= load();
      const loaded = await started;
      return isShutDown ? otherwise : await what(loaded);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`This is a bug of paconn; please report it.\n${stackOf(error)}`);
      return otherwise;
    }
  };

  connection.onInitialize((params): InitializeResult => {
    if (client !== undefined)
      throw new ResponseError(ErrorCodes.InvalidRequest, "initialize comes once.");
    client = readClient(params);
    const { resolvesEdits, pullsDiagnostics, hasWorkspaceFolders } = client;
    const { preparesRename, takesTokenEdits, formats } = client;
    // After the answer, for which the editor waits.
    setImmediate(() => tell(() => {}));
    return {
      serverInfo: { name: "paconn", version },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        codeActionProvider: {
          codeActionKinds: [...actionKinds],
          resolveProvider: resolvesEdits,
        },
        completionProvider: { triggerCharacters: ['"', ":", "/", "@", "'", "#", "$"] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: preparesRename ? { prepareProvider: true } : true,
        documentSymbolProvider: { label: "Connector" },
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        colorProvider: true,
        codeLensProvider: { resolveProvider: true },
        inlayHintProvider: true,
        semanticTokensProvider: {
          legend: tokenLegend,
          full: { delta: takesTokenEdits },
          range: true,
        },
        documentFormattingProvider: formats,
        documentRangeFormattingProvider: formats,
        executeCommandProvider: { commands: [...serverCommands], workDoneProgress: true },
        ...(pullsDiagnostics && {
          diagnosticProvider: {
            identifier: "paconn",
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }),
        ...(hasWorkspaceFolders && {
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        }),
      },
    };
  });
  connection.onInitialized(() => {
    tell((session) => session.start());
    if (client?.hasWorkspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) =>
        tell((session) => session.changedFolders(event)),
      );
  });

  documents.onDidOpen(({ document }) => tell((session) => session.document("opened", document)));
  documents.onDidChangeContent(({ document }) =>
    tell((session) => session.document("changed", document)),
  );
  documents.onDidSave(({ document }) => tell((session) => session.document("saved", document)));
  documents.onDidClose(({ document }) => tell((session) => session.document("closed", document)));
  connection.onDidChangeWatchedFiles((params) => tell((session) => session.changedOnDisk(params)));
  connection.onDidChangeConfiguration(({ settings }) =>
    tell((session) => session.changedConfiguration(settings)),
  );
  connection.languages.diagnostics.on((params, token) =>
    ask((session) => session.diagnostics(params, token), { kind: "full", items: [] }),
  );
  connection.languages.diagnostics.onWorkspace((params, token, progress, partial) =>
    ask((session) => session.workspaceDiagnostics(params, token, progress, partial), { items: [] }),
  );
  connection.onCodeAction((params) => ask((session) => session.codeActions.at(params), []));
  connection.onCodeActionResolve((action) =>
    ask((session) => session.codeActions.resolve(action), action),
  );
  connection.onCompletion((params) => ask(({ features }) => features.completion(params), null));
  connection.onHover((params) => ask(({ features }) => features.hover(params), null));
  connection.onDefinition((params) => ask(({ features }) => features.definition(params), null));
  connection.onReferences((params) => ask(({ features }) => features.references(params), null));
  connection.onDocumentHighlight((params) =>
    ask(({ features }) => features.highlights(params), null),
  );
  connection.onPrepareRename((params) =>
    ask(({ features }) => features.prepareRename(params), null),
  );
  connection.onRenameRequest((params) => ask(({ features }) => features.rename(params), null));
  connection.onDocumentSymbol((params) =>
    ask(({ features }) => features.documentSymbols(params), null),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    ask(({ symbols }) => symbols.search(String(query ?? ""), token), null),
  );
  connection.onFoldingRanges((params) =>
    ask(({ features }) => features.foldingRanges(params), null),
  );
  connection.onSelectionRanges((params) =>
    ask(({ features }) => features.selectionRanges(params), null),
  );
  connection.onDocumentLinks((params) =>
    ask(({ features }) => features.documentLinks(params), null),
  );
  connection.onDocumentColor((params) => ask(({ features }) => features.colors(params), []));
  connection.onColorPresentation((params) =>
    ask(({ features }) => features.colorPresentations(params), []),
  );
  connection.onCodeLens((params) => ask(({ features }) => features.codeLenses(params), null));
  connection.onCodeLensResolve((lens) => ask(({ features }) => features.codeLens(lens), lens));
  connection.languages.inlayHint.on((params) =>
    ask(({ features }) => features.inlayHints(params), null),
  );
  connection.languages.semanticTokens.on((params) =>
    ask(({ features }) => features.semanticTokens(params), noTokens),
  );
  connection.languages.semanticTokens.onDelta((params) =>
    ask(({ features }) => features.semanticTokenEdits(params), noTokens),
  );
  connection.languages.semanticTokens.onRange((params) =>
    ask(({ features }) => features.semanticTokensIn(params), noTokens),
  );
  connection.onDocumentFormatting((params) =>
    ask(({ features }) => features.formatting(params), null),
  );
  connection.onDocumentRangeFormatting((params) =>
    ask(({ features }) => features.formatting(params, params.range), null),
  );
  connection.onExecuteCommand((params, token, progress) =>
    ask(({ commands }) => commands.execute(params, token, progress), undefined),
  );
  connection.onShutdown(() => {
    isShutDown = true;
    session?.dispose();
  });

  documents.listen(connection);
  connection.listen();
}
