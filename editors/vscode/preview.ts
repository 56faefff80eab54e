import { randomBytes } from "node:crypto";
import {
  ColorThemeKind,
  Disposable,
  env,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { connectorFiles, otherFolders } from "./connectorFile.js";
import type { LanguageServer } from "./server.js";

/** The previews that are shown, one for a connector at most. */
export class Previews {
  /** By the address of a folder. */
  private readonly panels = new Map<string, WebviewPanel>();
  private readonly listening: Disposable;

  constructor(
    private readonly server: LanguageServer,
    private readonly icon: Uri,
  ) {
    this.listening = Disposable.from(
      // A server that starts anew serves previews in other places than the one before.
      server.onDidChange(() => {
        if (server.state === "running") this.loadAll();
      }),
      window.onDidChangeActiveColorTheme(() => this.loadAll()),
    );
  }

  /** Shows a connector beside the editor: the one of a file, or of the file in front, or one of all. */
  async show(target: unknown): Promise<void> {
    const file = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
    const folder = (file && (await this.folderOf(file))) ?? (await this.chooseFolder());
    if (folder === undefined) return;
    const shown = this.panels.get(folder);
    if (shown !== undefined) {
      shown.reveal(undefined, true);
      return;
    }
    const name = Uri.parse(folder).path.replace(/\/$/, "").replace(/^.*\//, "");
    const panel = window.createWebviewPanel(
      "paconn.preview",
      `Preview: ${name}`,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      // The page is a frame in the panel: it runs no script unless the panel may.
      { enableScripts: true, retainContextWhenHidden: true },
    );
    panel.iconPath = this.icon;
    this.panels.set(folder, panel);
    panel.onDidDispose(() => this.panels.delete(folder));
    try {
      await this.load(folder, panel);
    } catch (error) {
      panel.dispose();
      throw error;
    }
  }

  dispose(): void {
    this.listening.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private loadAll(): void {
    for (const [folder, panel] of this.panels) void this.load(folder, panel).catch(() => {});
  }

  private async load(folder: string, panel: WebviewPanel): Promise<void> {
    const { url } = await this.server.ask<{ url: string }>("paconn.preview", [
      folder,
      // The server need not open the page in a browser.
      false,
    ]);
    const local = Uri.parse(url);
    // Where the window is not on the machine of the server, only the way to the latter's root is told.
    const root = await env.asExternalUri(local.with({ path: "/", query: "", fragment: "" }));
    panel.webview.html = frameOf(
      root.with({
        path: root.path.replace(/\/$/, "") + local.path,
        // A frame does not know by itself whether the window is dark.
        fragment: isDark(window.activeColorTheme.kind) ? "dark" : "light",
      }),
    );
  }

  /** The folder of the connector that a file belongs to. */
  private async folderOf(file: Uri): Promise<string | undefined> {
    if (file.scheme !== "file") return undefined;
    const asked = this.server.ask<{ folder: string } | null>("paconn.status", [
      this.server.uriOf(file),
    ]);
    return (await asked)?.folder;
  }

  private async chooseFolder(): Promise<string | undefined> {
    const files = await workspace.findFiles(connectorFiles, otherFolders);
    const folders = new Map(
      files.map((file) => {
        const folder = Uri.joinPath(file, "..");
        return [this.server.uriOf(folder), workspace.asRelativePath(folder)];
      }),
    );
    if (folders.size === 0) {
      await window.showInformationMessage("There is no connector in the folders that are open.");
      return undefined;
    }
    if (folders.size === 1) return [...folders.keys()][0];
    const items = [...folders].map(([uri, label]) => ({ label, uri }));
    items.sort((a, b) => (a.label < b.label ? -1 : 1));
    const chosen = await window.showQuickPick(items, { placeHolder: "The connector to show" });
    return chosen?.uri;
  }
}

/** A page that is nothing but a frame for another one. */
function frameOf(page: Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const origin = `${page.scheme}://${page.authority}`;
  const policy = `default-src 'none'; frame-src ${origin}; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<style nonce="${nonce}">
  html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100vh; display: block; }
</style>
</head>
<body><iframe title="Preview" src="${attribute(page.toString())}"></iframe></body>
</html>`;
}

function isDark(kind: ColorThemeKind): boolean {
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
