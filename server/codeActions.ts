import { readFile } from "node:fs/promises";
import {
  type CodeAction,
  type CodeActionParams,
  type CreateFile,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { ConnectorFile } from "../connector/connector.js";
import { changesOf, type TextChange } from "../connector/edit.js";
import { LineIndex } from "../connector/text.js";
import { type ActionTarget, actionsAt } from "../language/codeActions.js";
import { toDiagnostic } from "../language/diagnostic.js";
import { fixAll } from "../language/fixAll.js";
import type { Finding } from "../rulesets/rule.js";
import type { Client } from "./client.js";
import { pageOf, type Reading } from "./judging.js";
import type { Workspace } from "./workspace.js";

/** Asks the editor to show a page; its argument is the address. */
export const openPageCommand = "paconn.openPage";

/** What an editor hands back when a code action is chosen. */
interface ActionData {
  uri: string;
  target: ActionTarget;
}

/** The code actions of the files of connectors. */
export class CodeActions {
  constructor(
    private readonly workspace: Workspace,
    private readonly client: Client,
    private readonly roots: () => readonly string[],
    private readonly pathOf: (uri: string) => string | undefined,
    private readonly uriOf: (path: string) => string,
  ) {}

  async at({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const path = this.pathOf(uri);
    if (path === undefined) return [];
    const judged = await this.workspace.judgedNow(path);
    const reading = judged && (await this.workspace.read(path));
    const file = reading?.files.find((each) => each.path === path);
    if (reading === undefined || file === undefined) return [];
    const findings = judged!.findings.filter((finding) => finding.path === path);
    const actions = actionsAt(
      file,
      findings,
      range,
      context.only,
      (await this.editRuleset("any", reading)) !== undefined,
      (finding) => (this.client.showsDocuments ? pageOf(finding) : undefined),
    );
    const diagnosticOf = (finding: Finding) =>
      toDiagnostic(finding, this.client.diagnostics, this.uriOf, pageOf);
    return Promise.all(
      actions.map(async ({ title, kind, isPreferred, target, page, findings: about }) => ({
        title,
        kind,
        diagnostics: about.map(diagnosticOf),
        ...(isPreferred && { isPreferred }),
        ...(page !== undefined && {
          command: { title, command: openPageCommand, arguments: [page] },
        }),
        ...(target !== undefined &&
          (this.client.resolvesEdits
            ? { data: { uri, target } satisfies ActionData }
            : { edit: await this.edit(target, file, findings, reading) })),
      })),
    );
  }

  /** @throws ResponseError when what was found has changed since the action was offered */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const { uri, target } = (action.data ?? {}) as Partial<ActionData>;
    const path = uri && this.pathOf(uri);
    if (target === undefined || !path) return action;
    const judged = await this.workspace.judgedNow(path);
    const reading = judged && (await this.workspace.read(path));
    const file = reading?.files.find((each) => each.path === path);
    if (reading === undefined || file === undefined) throw hasChanged();
    const findings = judged!.findings.filter((finding) => finding.path === path);
    return { ...action, edit: await this.edit(target, file, findings, reading) };
  }

  private async edit(
    target: ActionTarget,
    file: ConnectorFile,
    findings: readonly Finding[],
    reading: Reading,
  ): Promise<WorkspaceEdit> {
    const { connector, ruleset } = reading;
    switch (target.does) {
      case "fix": {
        const found = findings.find(
          ({ rule, pointer, message }) =>
            rule === target.rule && pointer === target.pointer && message === target.message,
        );
        const other = found?.fix?.file && connector.file(found.fix.file);
        if (found?.fix === undefined) throw hasChanged();
        const { path, json, text } = other ?? file;
        return this.workspaceEdit(path, text, changesOf(json, found.fix.edits), reading);
      }
      case "fixRule":
      case "fixAll": {
        const changes = await fixAll(
          connector,
          file,
          async (...given) => (await ruleset.judge.judge(given[0], [given[1]])).findings,
          ({ rule, fix }) =>
            target.does === "fixAll" ? fix?.isSafe === true : rule === target.rule,
        );
        return this.workspaceEdit(file.path, file.text, changes, reading);
      }
      case "switchOff": {
        const edit = await this.editRuleset(target.rule, reading);
        if (edit === undefined) throw hasChanged();
        return edit;
      }
    }
  }

  /** `undefined` when the configuration cannot be read, or is not one that can be changed. */
  private async editRuleset(rule: string, reading: Reading): Promise<WorkspaceEdit | undefined> {
    const { placeForRuleset, rulesetWithout, switchOff } = await import("../host/switchOff.js");
    const { folder, overlay } = reading;
    const found = reading.ruleset.path;
    if (found === undefined) {
      const changes = [{ offset: 0, length: 0, text: rulesetWithout(rule) }];
      return this.workspaceEdit(placeForRuleset(folder, this.roots()), "", changes, reading, true);
    }
    const content = overlay.get(found) ?? (await readFile(found, "utf8").catch(() => undefined));
    const text = content?.replace(/^\uFEFF/, "");
    const changes = text === undefined ? undefined : switchOff(found, text, rule);
    return changes && this.workspaceEdit(found, text!, changes, reading);
  }

  private workspaceEdit(
    path: string,
    text: string,
    changes: readonly TextChange[],
    { versions }: Reading,
    isNew = false,
  ): WorkspaceEdit {
    const uri = this.uriOf(path);
    const lines = new LineIndex(text);
    const edits = changes.map(
      ({ offset, length, text: newText }): TextEdit => ({
        range: lines.range(offset, length),
        newText,
      }),
    );
    if (!this.client.takesDocumentChanges) return { changes: { [uri]: edits } };
    const version = versions.get(path) ?? null;
    const documentChanges: (CreateFile | TextDocumentEdit)[] = [
      { textDocument: { uri, version }, edits },
    ];
    if (isNew && this.client.createsFiles)
      documentChanges.unshift({ kind: "create", uri, options: { ignoreIfExists: true } });
    return { documentChanges };
  }
}

function hasChanged(): ResponseError {
  return new ResponseError(
    LSPErrorCodes.ContentModified,
    "The text has changed since this was offered.",
  );
}
