import {
  commands,
  Disposable,
  type Extension,
  languages,
  MarkdownString,
  type QuickPickItem,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  workspace,
} from "vscode";
import { mayBelongToConnector } from "./connectorFile.js";
import { plural } from "./plural.js";
import type { LanguageServer } from "./server.js";

/** What the server says of the connector of a file. */
interface ConnectorStatus {
  folder: string;
  profile: string;
  ruleset: string | null;
  errors: number;
  warnings: number;
}

/** What can be chosen in the list that the item opens. */
interface Choice extends QuickPickItem {
  command: string;
  given?: unknown;
}

/** What happens close together is looked at once. */
const pauseMilliseconds = 100;

/** The item in the status bar: how the server is, and how the connector of the file in front stands. */
export class Status {
  private readonly item = window.createStatusBarItem(
    "paconn.status",
    StatusBarAlignment.Right,
    // Left of what VS Code says of the file.
    101,
  );
  private readonly listening: Disposable;
  private timer: NodeJS.Timeout | undefined;
  private questions = 0;
  private connector: ConnectorStatus | undefined;

  constructor(
    private readonly server: LanguageServer,
    private readonly extension: Pick<Extension<unknown>, "id">,
  ) {
    this.item.name = "Power Platform Connectors";
    this.item.command = "paconn.showCommands";
    const soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.update(), pauseMilliseconds);
    };
    this.listening = Disposable.from(
      window.onDidChangeActiveTextEditor(soon),
      languages.onDidChangeDiagnostics(soon),
      workspace.onDidChangeConfiguration(soon),
      server.onDidChange(soon),
    );
    soon();
  }

  /** What can be done with connectors, to choose from. */
  async showCommands(): Promise<void> {
    const aboutConnectors: Choice[] = [
      { label: "$(list-unordered) Show problems", command: "workbench.actions.view.problems" },
      { label: "$(open-preview) Show preview", command: "paconn.showPreview" },
      { label: "$(checklist) Validate workspace", command: "paconn.validateConnectors" },
      { label: "$(question) Explain rule…", command: "paconn.showRule" },
    ];
    const aboutServer: Choice[] = [
      { label: "$(refresh) Restart the language server", command: "paconn.restartServer" },
      { label: "$(output) Show the log", command: "paconn.showLog" },
    ];
    const { ruleset = null } = this.connector ?? {};
    const settings: Choice[] = [
      {
        label: "$(gear) Open settings",
        command: "workbench.action.openSettings",
        given: `@ext:${this.extension.id}`,
      },
      {
        label: "$(book) Get started",
        command: "workbench.action.openWalkthrough",
        given: `${this.extension.id}#connectors`,
      },
    ];
    if (ruleset !== null)
      settings.unshift({
        label: `$(tools) Open ${nameOf(ruleset)}`,
        description: "which rules are in force, and how grave they are",
        command: "vscode.open",
        given: Uri.parse(ruleset),
      });
    const choices =
      this.server.state === "running"
        ? [...aboutConnectors, ...settings, ...aboutServer]
        : [...aboutServer, ...settings];
    const chosen = await window.showQuickPick(choices, { title: this.item.name ?? "" });
    if (chosen !== undefined) await commands.executeCommand(chosen.command, chosen.given);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.item.dispose();
  }

  private async update(): Promise<void> {
    const question = ++this.questions;
    const document = window.activeTextEditor?.document;
    const { state } = this.server;
    this.connector = undefined;
    this.item.backgroundColor = undefined;
    if (state === "stopped") {
      this.item.backgroundColor = new ThemeColor("statusBarItem.errorBackground");
      this.show("$(error) Connectors", "The language server for connectors does not run.");
    } else if (document?.uri.scheme !== "file") this.item.hide();
    else if (state === "starting") {
      if (!mayBelongToConnector(document)) this.item.hide();
      else this.show("$(loading~spin) Connectors", "The language server for connectors starts.");
    } else {
      const uri = this.server.uriOf(document.uri);
      const asked = this.server.ask<ConnectorStatus | null>("paconn.status", [uri]);
      const connector = await asked.catch(() => null);
      // Meanwhile something else is of interest.
      if (question !== this.questions) return;
      this.connector = connector ?? undefined;
      if (connector === null) this.item.hide();
      else this.showConnector(connector);
    }
  }

  private showConnector({ folder, profile, ruleset, errors, warnings }: ConnectorStatus): void {
    const counts =
      errors + warnings === 0 ? "$(check)" : `$(error) ${errors} $(warning) ${warnings}`;
    const found = `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
    const rules = ruleset === null ? "" : `, with the rules of ${nameOf(ruleset)}`;
    this.show(
      `$(plug) ${profile}  ${counts}`,
      `${nameOf(folder)}: ${found}.`,
      `Judged by the profile ${profile}${rules}.`,
    );
  }

  private show(text: string, ...lines: string[]): void {
    this.item.text = text;
    const tooltip = new MarkdownString();
    for (const line of lines) tooltip.appendText(line).appendMarkdown("\n\n");
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label: lines.join(" "), role: "button" };
    this.item.show();
  }
}

/** The last name in an address. */
function nameOf(uri: string): string {
  return Uri.parse(uri).path.replace(/\/$/, "").replace(/^.*\//, "");
}
