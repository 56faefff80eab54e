import {
  commands,
  type Diagnostic,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
} from "vscode";
import type { LanguageServer } from "./server.js";

/** Shows the page of a rule, given by its name or Microsoft's code; without one it is asked for. */
export async function explainRule(server: LanguageServer, given: unknown): Promise<void> {
  const rule = typeof given === "string" ? given : await chooseRule(server);
  if (rule === undefined) return;
  const page = await server.ask<{ uri: string } | null>("paconn.explainRule", [rule]);
  if (page === null) await window.showWarningMessage(`There is no rule "${rule}".`);
  // In the editor that is set for these pages, which renders them.
  else await commands.executeCommand("vscode.open", Uri.parse(page.uri));
}

/** One of all rules; those that found something at the cursor come first. */
async function chooseRule(server: LanguageServer): Promise<string | undefined> {
  const rules = await server.ask<{ name: string; summary: string }[]>("paconn.listRules");
  const found = new Set(rulesAtCursor());
  const items = rules.map(
    // The marks of code in texts are not rendered here.
    ({ name, summary }): QuickPickItem => ({ label: name, detail: summary.replaceAll("`", "") }),
  );
  const [here, others] = [true, false].map((isHere) =>
    items.filter(({ label }) => found.has(label) === isHere),
  );
  const heading = (label: string): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });
  const listed =
    here!.length > 0
      ? [heading("at the cursor"), ...here!, heading("all others"), ...others!]
      : items;
  const chosen = await window.showQuickPick(listed, {
    title: "Explain rule",
    placeHolder: "The name of a rule, or a word of what it wants",
    matchOnDetail: true,
  });
  return chosen?.label;
}

function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === "paconn" && range.contains(editor.selection.active))
    .map(({ code }: Diagnostic) => String(typeof code === "object" ? code.value : code));
}
