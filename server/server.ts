import {
  type Connection,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { stackOf } from "../host/errors.js";
import { version } from "../host/version.js";
import { fixAllKind, openPageCommand } from "../language/names.js";
import { type Client, readClient } from "./client.js";
import type { Session } from "./session.js";

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
          codeActionKinds: ["quickfix", fixAllKind],
          resolveProvider: resolvesEdits,
        },
        executeCommandProvider: { commands: [openPageCommand] },
        ...(pullsDiagnostics && {
          diagnosticProvider: {
            identifier: "paconn",
            interFileDependencies: true,
            workspaceDiagnostics: true,
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
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        tell((session) => session.changedFolders(added, removed)),
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
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
    ask((session) => session.workspaceDiagnostics(params, token, partial), { items: [] }),
  );
  connection.onCodeAction((params) => ask((session) => session.codeActions.at(params), []));
  connection.onCodeActionResolve((action) =>
    ask((session) => session.codeActions.resolve(action), action),
  );
  connection.onExecuteCommand((params) => ask((session) => session.execute(params), undefined));
  connection.onShutdown(() => {
    isShutDown = true;
    session?.dispose();
  });

  documents.listen(connection);
  connection.listen();
}
