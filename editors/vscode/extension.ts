import { commands, type ExtensionContext, window, workspace } from "vscode";
import { connectorFiles, mayBelongToConnector, otherFolders } from "./connectorFile.js";
import type { Session } from "./session.js";

let session: Promise<Session> | undefined;

/** The language server, and what shows it, is loaded when there is a connector or a command of ours is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const start = () => {
    opened.dispose();
    session ??= import("./session.js").then(({ Session }) => new Session(context));
    return session;
  };
  const opened = workspace.onDidOpenTextDocument((document) => {
    if (mayBelongToConnector(document)) start();
  });
  const run = (name: string, what: (session: Session, ...given: unknown[]) => unknown) =>
    commands.registerCommand(`paconn.${name}`, async (...given: unknown[]) => {
      try {
        await what(await start(), ...given);
      } catch (error) {
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    });
  context.subscriptions.push(
    opened,
    // Not the names of the server's own commands: the client registers those as they are.
    run("showPreview", ({ previews }, target) => previews.show(target)),
    run("validateConnectors", ({ validateWorkspace }) => validateWorkspace()),
    run("showRule", ({ explainRule }, rule) => explainRule(rule)),
    run("showReferences", ({ showReferences }, ...place) => showReferences(...place)),
    run("showCommands", ({ status }) => status.showCommands()),
    run("restartServer", ({ server }) => server.restart()),
    run("showLog", ({ server }) => server.log.show()),
  );
  const isReason =
    workspace.textDocuments.some(mayBelongToConnector) ||
    (await workspace.findFiles(connectorFiles, otherFolders, 1)).length > 0;
  if (isReason) start();
}

export async function deactivate(): Promise<void> {
  await (await session)?.server.stop();
}
