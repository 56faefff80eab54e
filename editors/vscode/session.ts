import { type ExtensionContext, Uri, workspace } from "vscode";
import type { Location, Position } from "vscode-languageclient";
import { Previews } from "./preview.js";
import { showReferences } from "./references.js";
import { explainRule } from "./rules.js";
import { LanguageServer } from "./server.js";
import { Status } from "./status.js";
import { validateWorkspace } from "./validateWorkspace.js";

/** What goes on from the first connector on. */
export class Session {
  readonly server: LanguageServer;
  readonly previews: Previews;
  readonly status: Status;

  constructor({ extension, subscriptions }: ExtensionContext) {
    this.server = new LanguageServer(extension);
    this.previews = new Previews(this.server, Uri.joinPath(extension.extensionUri, "icon.png"));
    this.status = new Status(this.server, extension);
    subscriptions.push(
      this.server,
      this.previews,
      this.status,
      // The server is told at its start whether the folder is trusted, so that nothing else can say so, and what it is to offer.
      workspace.onDidGrantWorkspaceTrust(() => this.server.restart()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("paconn.formatting.enabled")) void this.server.restart();
      }),
    );
    void this.server.start();
  }

  readonly validateWorkspace = () => validateWorkspace(this.server);
  readonly showReferences = (...[uri, position, locations]: unknown[]) =>
    showReferences(this.server, uri as string, position as Position, locations as Location[]);
  readonly explainRule = (rule: unknown) => explainRule(this.server, rule);
}
