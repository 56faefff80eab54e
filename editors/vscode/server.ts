import { randomUUID } from "node:crypto";
import {
  type CancellationToken,
  commands,
  EventEmitter,
  type Extension,
  type Progress,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  ExecuteCommandRequest,
  LanguageClient,
  State,
  TransportKind,
  WorkDoneProgress,
} from "vscode-languageclient/node";

/** The language server, from its start to its end and again after that. */
export class LanguageServer {
  readonly log = window.createOutputChannel("Power Platform Connectors", { log: true });
  private readonly changed = new EventEmitter<void>();
  /** It has come to another state. */
  readonly onDidChange = this.changed.event;
  private client: LanguageClient;
  private restarting: Promise<void> | undefined;

  constructor(private readonly extension: Pick<Extension<unknown>, "extensionUri">) {
    this.client = this.newClient();
  }

  get state(): "starting" | "running" | "stopped" {
    const { state } = this.client;
    if (this.restarting !== undefined || state === State.Starting) return "starting";
    return state === State.Running ? "running" : "stopped";
  }

  /** Whatever keeps it from starting is told by the client and by the state. */
  async start(): Promise<void> {
    await this.client.start().catch(() => {});
  }

  async stop(): Promise<void> {
    await this.client.dispose().catch(() => {});
  }

  restart(): Promise<void> {
    this.restarting ??= this.startAnew().finally(() => {
      this.restarting = undefined;
      this.changed.fire();
    });
    return this.restarting;
  }

  /**
   * What a command of the server answers.
   * @throws when it has none of that name, does not run or refuses
   */
  async ask<Answer>(command: string, given: readonly unknown[] = []): Promise<Answer> {
    const client = await this.clientFor(command);
    return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...given] });
  }

  /** The same for a command that takes long, tells how far it is and can be ended. */
  async askWithProgress<Answer>(
    command: string,
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ): Promise<Answer> {
    const client = await this.clientFor(command);
    const workDoneToken = randomUUID();
    let reached = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (told) => {
      if (told.kind === "end") return;
      const { message, percentage = reached } = told;
      const increment = Math.max(0, percentage - reached);
      reached += increment;
      progress.report({ increment, ...(message !== undefined && { message }) });
    });
    try {
      const params = { command, workDoneToken };
      return await client.sendRequest(ExecuteCommandRequest.type, params, token);
    } finally {
      listening.dispose();
    }
  }

  /** From what the server says to what VS Code takes. */
  get converter(): LanguageClient["protocol2CodeConverter"] {
    return this.client.protocol2CodeConverter;
  }

  /** A file as the server knows it. */
  uriOf(uri: Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  dispose(): void {
    this.changed.dispose();
    this.log.dispose();
  }

  /** Also after it could not be started: then a client can do nothing any more. */
  private async startAnew(): Promise<void> {
    // One that is starting cannot be stopped.
    if (this.client.state === State.Starting) await this.start();
    await this.stop();
    this.client = this.newClient();
    await this.start();
  }

  private async clientFor(command: string): Promise<LanguageClient> {
    await (this.restarting ?? (this.state === "starting" && this.start()));
    if (this.state !== "running") throw new Error("The language server does not run.");
    const { capabilities } = this.client.initializeResult!;
    if (!capabilities.executeCommandProvider?.commands.includes(command))
      throw new Error(`The language server has no command "${command}".`);
    return this.client;
  }

  private newClient(): LanguageClient {
    const path = ["dist", "server", "dist", "paconn-language-server.js"];
    const module = Uri.joinPath(this.extension.extensionUri, ...path).fsPath;
    const client = new LanguageClient(
      "paconn",
      this.log.name,
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [
          { scheme: "file", language: "json" },
          { scheme: "file", language: "jsonc" },
          { scheme: "file", pattern: "**/.spectral.{yaml,yml,json}" },
          { scheme: "file", pattern: "**/*.csx" },
          { scheme: "file", pattern: "**/{readme,README,Readme,intro,Intro,INTRO}.md" },
        ],
        outputChannel: this.log,
        // A function, so that a restart tells what is so then.
        initializationOptions: () => ({
          isTrusted: workspace.isTrusted,
          formatting: workspace.getConfiguration("paconn").get("formatting"),
        }),
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
    client.onDidChangeState(() => {
      if (client === this.client) this.changed.fire();
    });
    return client;
  }
}
