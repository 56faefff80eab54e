import { type ServerCapabilities, TextEdit, type WorkspaceEdit } from "vscode-languageserver/node";
import { LineIndex } from "../connector/text.js";

/** A request with its parameters. */
export interface Asking {
  method: string;
  params: object;
}

/** The requests that each capability of a server announces; those about the whole text come without a place. */
const methodsOf: Record<string, readonly string[]> = {
  completionProvider: ["textDocument/completion"],
  hoverProvider: ["textDocument/hover"],
  signatureHelpProvider: ["textDocument/signatureHelp"],
  definitionProvider: ["textDocument/definition"],
  referencesProvider: ["textDocument/references"],
  documentHighlightProvider: ["textDocument/documentHighlight"],
  renameProvider: ["textDocument/prepareRename", "textDocument/rename"],
  documentSymbolProvider: ["textDocument/documentSymbol"],
  workspaceSymbolProvider: ["workspace/symbol"],
  foldingRangeProvider: ["textDocument/foldingRange"],
  selectionRangeProvider: ["textDocument/selectionRange"],
  documentLinkProvider: ["textDocument/documentLink"],
  colorProvider: ["textDocument/documentColor", "textDocument/colorPresentation"],
  codeLensProvider: ["textDocument/codeLens", "codeLens/resolve"],
  inlayHintProvider: ["textDocument/inlayHint"],
  semanticTokensProvider: [
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
  ],
  documentFormattingProvider: ["textDocument/formatting"],
  documentRangeFormattingProvider: ["textDocument/rangeFormatting"],
  codeActionProvider: ["textDocument/codeAction", "codeAction/resolve"],
  diagnosticProvider: ["textDocument/diagnostic", "workspace/diagnostic"],
  executeCommandProvider: ["workspace/executeCommand"],
};

/** What is no request: how texts are told, and what else there is about the connection. */
const noProviders = ["positionEncoding", "textDocumentSync", "workspace"];

/**
 * The methods of all requests that a server announces.
 * @throws when it announces what is not known here, so that no request is left out
 */
export function announced(capabilities: ServerCapabilities): string[] {
  return Object.keys(capabilities)
    .filter((key) => !noProviders.includes(key))
    .flatMap((key) => {
      const methods = methodsOf[key];
      if (methods === undefined) throw new Error(`Which requests does ${key} announce?`);
      return methods;
    });
}

/** Right parameters of every request about a stretch of a text; those that need none of it get it, too. */
export function paramsAbout(uri: string, text: string, from: number, to: number) {
  const lines = new LineIndex(text);
  const textDocument = { uri };
  const position = lines.position(from);
  const range = { start: position, end: lines.position(Math.max(from, to)) };
  return {
    textDocument,
    position,
    positions: [position, range.end],
    range,
    context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
    options: { tabSize: 2, insertSpaces: true },
    newName: "Renamed",
    query: "tick",
    color: { red: 0.2, green: 0.4, blue: 1, alpha: 1 },
    previousResultIds: [],
    command: "paconn.status",
    arguments: [uri],
    data: { uri, pointer: "/paths" },
    title: "A title",
  };
}

interface Place {
  line: number;
  character: number;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === "object" && value !== null && "line" in value && "character" in value;

/**
 * What is wrong with the ranges of an answer: each lies inside the text that it is about, whose line it names, and does not end
 * before it begins.
 * @param textOf the text of a file, by its address
 */
export function faultsOfRanges(
  answer: unknown,
  uri: string,
  textOf: (uri: string) => string | undefined,
): string[] {
  const faults: string[] = [];
  const index = new Map<string, LineIndex>();
  const isInside = ({ line, character }: Place, at: string) => {
    const text = textOf(at);
    if (text === undefined) return true;
    const lines = index.get(at) ?? new LineIndex(text);
    index.set(at, lines);
    if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0 || character < 0)
      return false;
    const next = lines.offset({ line: line + 1, character: 0 });
    const start = lines.offset({ line, character: 0 });
    return (
      line < lines.lineCount &&
      start + character <= (line + 1 < lines.lineCount ? next : text.length)
    );
  };
  const visit = (value: unknown, about: string) => {
    if (Array.isArray(value)) for (const each of value) visit(each, about);
    else if (typeof value === "object" && value !== null) {
      const { start, end } = value as { start?: unknown; end?: unknown };
      if (isPlace(start) && isPlace(end)) {
        const isOrdered =
          start.line < end.line || (start.line === end.line && start.character <= end.character);
        if (!isInside(start, about) || !isInside(end, about) || !isOrdered)
          faults.push(`${JSON.stringify(value)} is no range of ${about}`);
        return;
      }
      const { textDocument, uri, targetUri } = value as Record<string, unknown>;
      const { uri: edited } = (textDocument ?? {}) as { uri?: unknown };
      const named = [edited, uri, targetUri].find((each) => typeof each === "string");
      for (const [key, each] of Object.entries(value))
        visit(
          each,
          key === "originSelectionRange"
            ? about
            : /^file:/.test(key)
              ? key
              : ((named as string) ?? about),
        );
    }
  };
  visit(answer, uri);
  const { data } = (answer ?? {}) as { data?: unknown };
  if (Array.isArray(data)) visit(tokensOf(data as number[]), uri);
  return faults;
}

/** The ranges of semantic tokens. */
function tokensOf(data: readonly number[]) {
  const ranges = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    if (data[at]! > 0) character = 0;
    line += data[at]!;
    character += data[at + 1]!;
    ranges.push({
      start: { line, character },
      end: { line, character: character + data[at + 2]! },
    });
  }
  return ranges;
}

/** The edits of an answer by the address of the file that they change. */
export function editsIn(answer: unknown, uri: string): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  const add = (at: string, list: readonly TextEdit[]) =>
    edits.set(at, [...(edits.get(at) ?? []), ...list]);
  const { changes, documentChanges } = (answer ?? {}) as WorkspaceEdit;
  if (Array.isArray(answer)) add(uri, answer.filter(TextEdit.is));
  for (const [at, list] of Object.entries(changes ?? {})) add(at, list);
  for (const change of documentChanges ?? [])
    if ("textDocument" in change) add(change.textDocument.uri, change.edits as TextEdit[]);
  return edits;
}
