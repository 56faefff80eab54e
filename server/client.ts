import type { ClientCapabilities, DiagnosticTag, InitializeParams } from "vscode-languageserver";
import { asObject } from "../connector/values.js";
import type { DiagnosticSupport } from "../language/diagnostic.js";
import type { Support } from "../language/support.js";
import { pathOf } from "./uris.js";

/** What an editor told about itself when it started the server. */
export interface Client {
  /** Asks for diagnostics and takes hints to ask again; otherwise they are pushed. */
  pullsDiagnostics: boolean;
  diagnostics: DiagnosticSupport;
  support: Support;
  /** Can be asked for settings. */
  hasConfiguration: boolean;
  registersConfiguration: boolean;
  /** Watches files for the server. */
  watchesFiles: boolean;
  hasWorkspaceFolders: boolean;
  /** Takes edits that name the version of the text that they are for. */
  takesDocumentChanges: boolean;
  createsFiles: boolean;
  /** Asks for the edit of a code action only when it is chosen. */
  resolvesEdits: boolean;
  showsDocuments: boolean;
  /** What the editor can be told to ask for anew. */
  refreshes: { codeLens: boolean; inlayHints: boolean; semanticTokens: boolean };
  /** Takes what differs from the tokens that it has. */
  takesTokenEdits: boolean;
  /** Asks what can be renamed before it asks for a name. */
  preparesRename: boolean;
  /** Has the server lay out files; it may do so itself. */
  formats: boolean;
  /** The settings given at the start. */
  initializationOptions: unknown;
  /** The absolute paths of the folders that are open. */
  roots: readonly string[];
}

export function readClient(params: InitializeParams): Client {
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const { workspace, textDocument, window } = capabilities;
  const { codeAction, completion, hover } = textDocument ?? {};
  // Neovim 0.12, told to ask again, does not ask for files that are open; what is pushed it shows.
  const pullsDiagnostics =
    textDocument?.diagnostic !== undefined &&
    workspace?.diagnostics?.refreshSupport === true &&
    !isNeovim(params);
  const published = textDocument?.publishDiagnostics;
  const shown = pullsDiagnostics ? { ...published, ...textDocument.diagnostic } : published;
  const uris = params.workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri];
  return {
    pullsDiagnostics,
    diagnostics: {
      relatedInformation: shown?.relatedInformation === true,
      codeDescription: shown?.codeDescriptionSupport === true,
      data: shown?.dataSupport === true,
      tags: (shown?.tagSupport?.valueSet ?? []) as DiagnosticTag[],
    },
    support: {
      markdown: [hover?.contentFormat, completion?.completionItem?.documentationFormat].every(
        (formats) => formats?.includes("markdown"),
      ),
      snippets: completion?.completionItem?.snippetSupport === true,
      // Neovim says so, but what it completes by itself ends at the cursor.
      overwrites: completion?.completionItem?.insertReplaceSupport === true && !isNeovim(params),
      commitCharacters: completion?.completionItem?.commitCharactersSupport === true,
      labelDetails: completion?.completionItem?.labelDetailsSupport === true,
      hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      foldsLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    },
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    resolvesEdits: codeAction?.resolveSupport?.properties.includes("edit") === true,
    refreshes: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    // Neovim 0.12 asks for the tokens of a view at the same time, and takes the edits for edits of those.
    takesTokenEdits: !isNeovim(params),
    preparesRename: textDocument?.rename?.prepareSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    formats: !isSwitchedOff(asObject(params.initializationOptions).formatting),
    initializationOptions: params.initializationOptions,
    roots: uris.flatMap((uri) => (uri == null ? [] : (pathOf(uri) ?? []))),
  };
}

/** Whether a setting is `{ "enabled": false }`, or `false` alone. */
function isSwitchedOff(setting: unknown): boolean {
  return setting === false || asObject(setting).enabled === false;
}

function isNeovim({ clientInfo }: InitializeParams): boolean {
  return clientInfo?.name === "Neovim";
}
