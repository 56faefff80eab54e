import { commands, type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/dist/paconn-language-server.js");
  const started = new LanguageClient(
    "paconn",
    "Power Platform Connectors",
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [
        { scheme: "file", language: "json" },
        { scheme: "file", language: "jsonc" },
        { scheme: "file", pattern: "**/.spectral.{yaml,yml,json}" },
        { scheme: "file", pattern: "**/*.csx" },
        { scheme: "file", pattern: "**/{readme,README,Readme,intro,Intro,INTRO}.md" },
      ],
      // A function, so that a restart tells what is so then.
      initializationOptions: () => ({ isTrusted: workspace.isTrusted }),
      middleware: {
        window: {
          // In the editor that is set for the file, so that pages of rules are rendered; left to itself
          // the client shows their source.
          showDocument: async (params, token, next) => {
            if (params.external === true) return next(params, token);
            await commands.executeCommand("vscode.open", Uri.parse(params.uri));
            return { success: true };
          },
        },
      },
    },
  );
  client = started;
  context.subscriptions.push(
    commands.registerCommand("paconn.restartServer", () => started.restart()),
    commands.registerCommand("paconn.showLog", () => started.outputChannel.show()),
    // The server is told at its start whether the folder is trusted, so that nothing else can say so.
    workspace.onDidGrantWorkspaceTrust(() => started.restart()),
  );
  await started.start();
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
