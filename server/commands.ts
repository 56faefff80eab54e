import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  ErrorCodes,
  type ExecuteCommandParams,
  LSPErrorCodes,
  ResponseError,
  WorkDoneProgressReporter,
} from "vscode-languageserver";
import { helpOf } from "../host/help.js";
import {
  explainRuleCommand,
  listRulesCommand,
  openPageCommand,
  previewCommand,
  statusCommand,
  validateWorkspaceCommand,
} from "../language/names.js";
import { rules } from "../rulesets/index.js";
import { rulesNamed } from "../rulesets/named.js";
import { pathOf } from "./uris.js";
import { withinTime } from "./withinTime.js";
import type { ConnectorStatus } from "./workspace.js";

/** What a search through all connectors of the workspace has come to. */
export interface WorkspaceJudgement {
  /** How many connectors were judged. */
  connectors: number;
  errors: number;
  warnings: number;
  /** It was ended before all were. */
  cancelled: boolean;
}

/** What commands need of the session. */
export interface Serving {
  status(path: string): Promise<ConnectorStatus | undefined>;
  /** Where the page is that shows a connector; nothing when the path is of none. */
  preview(path: string): Promise<string | undefined>;
  /** Whether the editor can open a page. */
  showsDocuments: boolean;
  judgeWorkspace(
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceJudgement>;
}

/** An editor that does not say whether it shows progress must not hold up the work. */
const mostMillisecondsToCreate = 2_000;

type Command = (
  given: readonly unknown[],
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
) => Promise<unknown>;

/** The commands that editors can have the server execute. */
export class Commands {
  private readonly all: Record<string, Command> = {
    [openPageCommand]: ([uri]) => this.openPage(uri),
    [statusCommand]: async ([uri]) => {
      const path = typeof uri === "string" ? pathOf(uri) : undefined;
      return (path && (await this.serving.status(path))) ?? null;
    },
    [previewCommand]: ([uri, shows]) => this.preview(uri, shows !== false),
    [validateWorkspaceCommand]: (_, token, progress) => this.validateWorkspace(token, progress),
    [explainRuleCommand]: async ([name]) => explainRule(name),
    [listRulesCommand]: async () => rules.map(({ name, summary }) => ({ name, summary })),
  };

  constructor(
    private readonly connection: Connection,
    private readonly serving: Serving,
  ) {}

  /**
   * @throws ResponseError when there is no such command, or when it cannot do anything with what it was given
   */
  execute(
    { command, arguments: given }: ExecuteCommandParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<unknown> {
    if (!Object.hasOwn(this.all, command)) throw refusal(`There is no command "${command}".`);
    return this.all[command]!(Array.isArray(given) ? given : [], token, progress);
  }

  private async openPage(uri: unknown): Promise<void> {
    if (typeof uri !== "string" || !/^(file|https?):/.test(uri))
      throw refusal(`${openPageCommand} takes the address of a page.`);
    const external = !uri.startsWith("file:");
    await this.connection.window.showDocument({ uri, external, takeFocus: true });
  }

  /** @param shows whether the page is opened in the browser, for editors that do not show it themselves */
  private async preview(uri: unknown, shows: boolean): Promise<{ url: string }> {
    const path = typeof uri === "string" ? pathOf(uri) : undefined;
    if (path === undefined)
      throw refusal(`${previewCommand} takes the address of a file or folder of a connector.`);
    const url = await this.serving.preview(path);
    if (url === undefined)
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${path} is of no connector.`);
    if (shows && this.serving.showsDocuments)
      await this.connection.window.showDocument({ uri: url, external: true });
    return { url };
  }

  /** Judges all connectors; the editor can end it where it shows the progress, or by taking the command back. */
  private async validateWorkspace(
    token: CancellationToken,
    asked: WorkDoneProgressReporter,
  ): Promise<WorkspaceJudgement> {
    const ended = new CancellationTokenSource();
    const end = () => ended.cancel();
    const listeners = [token.onCancellationRequested(end)];
    let progress = asked;
    if (WorkDoneProgressReporter.isNullInstance(asked)) {
      const { window } = this.connection;
      const creating = window.createWorkDoneProgress().catch(() => undefined);
      const created = await withinTime(creating, mostMillisecondsToCreate, () => undefined);
      if (created !== undefined) {
        listeners.push(created.token.onCancellationRequested(end));
        progress = created;
      }
    }
    try {
      return await this.serving.judgeWorkspace(ended.token, progress);
    } finally {
      for (const { dispose } of listeners) dispose();
    }
  }
}

/** For work that nobody watches. */
export const noProgress: WorkDoneProgressReporter = { begin() {}, report() {}, done() {} };

/** The page of a rule, given by its name or by a code of Microsoft's validator; of several, that of the first. */
function explainRule(name: unknown): { uri: string; title: string } | null {
  if (typeof name !== "string")
    throw refusal(`${explainRuleCommand} takes the name of a rule or a code of Microsoft's.`);
  const [rule] = rulesNamed(name);
  return rule === undefined ? null : { uri: helpOf(rule.name), title: rule.name };
}

function refusal(words: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, words);
}
