import type { ClientCapabilities, DiagnosticTag, InitializeParams } from "vscode-languageserver";
import type { DiagnosticSupport } from "../language/diagnostic.js";
import { pathOf } from "./uris.js";

/** What an editor told about itself when it started the server. */
export interface Client {
  /** Asks for diagnostics and takes hints to ask again; otherwise they are pushed. */
  pullsDiagnostics: boolean;
  diagnostics: DiagnosticSupport;
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
  /** The settings given at the start. */
  initializationOptions: unknown;
  /** The absolute paths of the folders that are open. */
  roots: readonly string[];
}

export function readClient(params: InitializeParams): Client {
  const capabilities: ClientCapabilities = params.capabilities ?? {};
  const { workspace, textDocument, window } = capabilities;
  const { codeAction } = textDocument ?? {};
  const pullsDiagnostics =
    textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
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
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    resolvesEdits: codeAction?.resolveSupport?.properties.includes("edit") === true,
    showsDocuments: window?.showDocument?.support === true,
    initializationOptions: params.initializationOptions,
    roots: uris.flatMap((uri) => (uri == null ? [] : (pathOf(uri) ?? []))),
  };
}
