import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type CodeAction,
  type CodeActionParams,
  type CreateFile,
  ErrorCodes,
  LSPErrorCodes,
  Range,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { ConnectorFile } from "../connector/connector.js";
import { changesOf, type TextChange } from "../connector/edit.js";
import { LineIndex } from "../connector/text.js";
import { placeForRuleset } from "../host/ruleset.js";
import { type ActionTarget, actionsAt } from "../language/codeActions.js";
import { toDiagnostic } from "../language/diagnostic.js";
import type { SeenFile } from "../language/draft.js";
import { fixAll } from "../language/fixAll.js";
import { openPageCommand } from "../language/names.js";
import { pointerAround, refactoringsAt } from "../language/refactorings.js";
import type { Finding } from "../rulesets/rule.js";
import type { Client } from "./client.js";
import { pageOf, type Reading } from "./judging.js";
import { isAtOrBelow, isDocument } from "./uris.js";
import type { Workspace } from "./workspace.js";

/** What an editor hands back when a code action is chosen. */
interface ActionData {
  uri: string;
  target: ActionTarget;
}

/** What is found in a file, with all that it takes to change it. */
interface FoundInFile {
  reading: Reading;
  file: ConnectorFile;
  findings: readonly Finding[];
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

  /** @throws ResponseError when the parameters are not those of the protocol */
  async at({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    if (!isDocument(textDocument) || !Range.is(range))
      throw new ResponseError(ErrorCodes.InvalidParams, "A document and a range are needed.");
    const { uri } = textDocument;
    const found = await this.find(uri);
    if (found === undefined) return [];
    const { reading, file, findings } = found;
    const ruleset = await this.nameOfRuleset(reading);
    const seen = await this.seen(file.path);
    const pointer = seen === undefined ? "" : pointerAround(seen, range);
    const actions = actionsAt(
      file,
      findings,
      range,
      seen === undefined ? [] : refactoringsAt(seen, pointer),
      pointer,
      context?.only,
      ruleset,
      (finding) => (this.client.showsDocuments ? pageOf(finding) : undefined),
    );
    const diagnosticOf = (finding: Finding) =>
      toDiagnostic(finding, this.client.diagnostics, this.uriOf, pageOf);
    const shown = actions.map(
      async ({ title, kind, isPreferred, target, page, findings: about }) => {
        const action: CodeAction = { title, kind, diagnostics: about.map(diagnosticOf) };
        if (isPreferred) action.isPreferred = true;
        if (page !== undefined)
          action.command = { title, command: openPageCommand, arguments: [page] };
        else if (this.client.resolvesEdits)
          action.data = { uri, target: target! } satisfies ActionData;
        else {
          const edit = await this.edit(target!, found);
          if (edit === undefined) return [];
          action.edit = edit;
        }
        return [action];
      },
    );
    return (await Promise.all(shown)).flat();
  }

  /** @throws ResponseError when there is nothing to change, such as when the text has changed since */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const { uri, target } = (action.data ?? {}) as Partial<ActionData>;
    if (target === undefined || typeof uri !== "string") return action;
    const found = await this.find(uri);
    const edit = found && (await this.edit(target, found));
    if (edit === undefined)
      throw new ResponseError(
        LSPErrorCodes.ContentModified,
        "There is nothing to change: what this was offered for is not there any more.",
      );
    return { ...action, edit };
  }

  /** What is found in an open file now. */
  private async find(uri: string): Promise<FoundInFile | undefined> {
    const path = this.pathOf(uri);
    if (path === undefined) return undefined;
    const judged = await this.workspace.judgedNow(path);
    const reading = await this.workspace.read(path);
    const file = reading?.files.find((each) => each.path === path);
    if (judged === undefined || reading === undefined || file === undefined) return undefined;
    return { reading, file, findings: judged.findings.filter((each) => each.path === path) };
  }

  /** An open file with its models, as its text is now. */
  private async seen(path: string): Promise<SeenFile | undefined> {
    return (await this.workspace.sight(path, true))?.seen(path);
  }

  private async edit(
    target: ActionTarget,
    { reading, file, findings }: FoundInFile,
  ): Promise<WorkspaceEdit | undefined> {
    switch (target.does) {
      case "fix": {
        const found = findings.find(
          ({ rule, pointer, message, range }) =>
            rule === target.rule &&
            pointer === target.pointer &&
            message === target.message &&
            isDeepStrictEqual(range, target.range),
        );
        if (found?.fix === undefined) return undefined;
        const other = found.fix.file && reading.connector.file(found.fix.file);
        const changed = other ?? file;
        const changes = changesOf(changed, found.fix.edits);
        return this.workspaceEdit(changed.path, changed.text, changes, reading);
      }
      case "fixRule":
      case "fixAll": {
        const wants = ({ rule, fix }: Finding) =>
          target.does === "fixAll" ? fix?.isSafe === true : rule === target.rule;
        const { changes } = await fixAll(reading.connector, file, reading.find, wants);
        return this.workspaceEdit(file.path, file.text, changes, reading);
      }
      case "switchOff":
        return this.editRuleset(target.rule, reading);
      case "refactor": {
        const seen = await this.seen(file.path);
        const all = seen === undefined ? [] : refactoringsAt(seen, target.pointer);
        const chosen = all.find(({ title }) => title === target.title);
        const changed = chosen && seen?.sight.connector.file(chosen.file);
        if (changed === undefined) return undefined;
        const changes = changesOf(changed, chosen!.edits);
        return this.workspaceEdit(changed.path, changed.text, changes, reading);
      }
      default:
        return undefined;
    }
  }

  /**
   * The configuration in which rules can be switched off, as a title shows it: from the open folder.
   * `undefined` when there is one that cannot be changed.
   */
  private async nameOfRuleset(reading: Reading): Promise<string | undefined> {
    const { path } = await this.rulesetOf(reading);
    const isData = /\.(json|ya?ml)$/.test(path);
    const root = this.roots().find((each) => isAtOrBelow(path, each));
    return isData ? relative(root ?? reading.folder, path).replaceAll("\\", "/") : undefined;
  }

  /** Where rules are switched off; without a text where there is no configuration yet. */
  private async rulesetOf({ folder, overlay, ruleset }: Reading): Promise<{
    path: string;
    text?: string | undefined;
    isNew: boolean;
  }> {
    if (ruleset.path === undefined)
      return { path: placeForRuleset(folder, this.roots()), isNew: true };
    const { path } = ruleset;
    const content = overlay.get(path) ?? (await readFile(path, "utf8").catch(() => undefined));
    return { path, text: content?.replace(/^\uFEFF/, ""), isNew: false };
  }

  /** `undefined` when the configuration cannot be read, or is not one that can be changed. */
  private async editRuleset(rule: string, reading: Reading): Promise<WorkspaceEdit | undefined> {
    const { rulesetWithout, switchOff } = await import("../host/switchOff.js");
    const { path, text, isNew } = await this.rulesetOf(reading);
    if (isNew) {
      const changes = [{ offset: 0, length: 0, text: rulesetWithout(rule) }];
      return this.workspaceEdit(path, "", changes, reading, true);
    }
    const changes = text === undefined ? undefined : switchOff(path, text, rule);
    return changes && this.workspaceEdit(path, text!, changes, reading);
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
