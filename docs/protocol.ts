import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import * as protocol from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DocumentHighlightRequest,
  InitializedNotification,
  InitializeRequest,
  MarkupKind,
  RegistrationRequest,
  RegistrationType,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
} from "vscode-languageserver/node";
import { packageFile } from "../host/packageFile.js";
import { serve } from "../server/server.js";

/** A request or notification of the Language Server Protocol. */
export interface Message {
  method: string;
  /** Who sends it. */
  from: "editor" | "server";
  /** Whether the server understands it, or sends it. */
  isServed: boolean;
}

/** What the server says that it can do to an editor that can do everything. */
export interface Announced {
  capabilities: object;
  /** The methods that are registered after the start. */
  registered: ReadonlySet<string>;
  commands: readonly string[];
}

/** All messages of the protocol, and whether the server has to do with them. */
export function messages({ capabilities, registered }: Announced): Message[] {
  const sources = serverSources();
  return all().map(({ method, messageDirection, capabilities: own }) => {
    const capability = capabilityOf[method] ?? own?.server;
    const from = messageDirection === "serverToClient" ? "server" : "editor";
    const isServed =
      from === "server"
        ? (sentBy[method]?.test(sources) ?? false)
        : always.has(method) ||
          registered.has(method) ||
          (sentBy[method]?.test(sources) ?? false) ||
          (capability !== undefined && hasCapability(capabilities, capability));
    return { method, from, isServed };
  });
}

/** What the library of the protocol says of a message. */
interface Described {
  method: string;
  messageDirection: "clientToServer" | "serverToClient" | "both";
  capabilities?: { server?: string };
}

function all(): Described[] {
  const ofLibrary = Object.values(protocol).filter(
    (each): each is typeof each & Described =>
      typeof each === "object" &&
      "messageDirection" in each &&
      // Some stand for what is registered together and are never sent.
      !("type" in each && each.type instanceof RegistrationType),
  );
  return [...ofLibrary, ...ofEveryProtocol];
}

/** The messages that belong to the protocol below, which the library tells apart. */
const ofEveryProtocol: readonly Described[] = [
  { method: "$/cancelRequest", messageDirection: "both" },
  { method: "$/progress", messageDirection: "serverToClient" },
  { method: "$/setTrace", messageDirection: "clientToServer" },
  { method: "$/logTrace", messageDirection: "serverToClient" },
];

/** What every server understands. */
const always = new Set([
  "initialize",
  "initialized",
  "shutdown",
  "exit",
  "$/cancelRequest",
  "$/setTrace",
  "workspace/didChangeConfiguration",
]);

/** The capability of a message where the library tells only that of a group. */
const capabilityOf: Readonly<Record<string, string>> = {
  "textDocument/semanticTokens/full": "semanticTokensProvider.full",
  "typeHierarchy/subtypes": "typeHierarchyProvider",
  "typeHierarchy/supertypes": "typeHierarchyProvider",
};

/** No capability tells what a server sends; its code does. */
const sentBy: Readonly<Record<string, RegExp>> = {
  "$/logTrace": /tracer\.log\(/,
  "$/progress": /\bpartial\.report\(|createWorkDoneProgress\(/,
  "client/registerCapability": /client\s*\.register\(/,
  "client/unregisterCapability": /UnregistrationRequest/,
  "telemetry/event": /telemetry\.logEvent\(/,
  "textDocument/publishDiagnostics": /sendDiagnostics\(/,
  "window/logMessage": /console\.(?:error|warn|info|log)\(/,
  "window/showDocument": /showDocument\(/,
  "window/showMessage": /ShowMessageNotification/,
  "window/showMessageRequest": /window\.show(?:Error|Warning|Information)Message\(/,
  "window/workDoneProgress/cancel": /createWorkDoneProgress\(/,
  "window/workDoneProgress/create": /createWorkDoneProgress\(/,
  "workspace/applyEdit": /\.applyEdit\(/,
  "workspace/codeLens/refresh": /CodeLensRefreshRequest/,
  "workspace/configuration": /getConfiguration\(/,
  "workspace/diagnostic/refresh": /diagnostics\.refresh\(/,
  "workspace/foldingRange/refresh": /foldingRange\.refresh\(|FoldingRangeRefreshRequest/,
  "workspace/inlayHint/refresh": /inlayHint\.refresh\(|InlayHintRefreshRequest/,
  "workspace/inlineValue/refresh": /inlineValue\.refresh\(|InlineValueRefreshRequest/,
  "workspace/semanticTokens/refresh": /semanticTokens\.refresh\(|SemanticTokensRefreshRequest/,
  "workspace/workspaceFolders": /getWorkspaceFolders\(/,
};

function serverSources(): string {
  const folder = packageFile("server");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

/** Whether a capability, such as `renameProvider.prepareProvider`, is announced. */
function hasCapability(capabilities: object, path: string): boolean {
  let value: unknown = capabilities;
  for (const key of path.split("."))
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  return value !== undefined && value !== false && value !== null;
}

/** Starts the server for an editor that can do everything, and asks it what it can do. */
export async function announced(): Promise<Announced> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    protocol.ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toEditor),
  );
  serve(server);
  const editor = createProtocolConnection(
    new StreamMessageReader(toEditor),
    new StreamMessageWriter(toServer),
  );
  const registered = new Set<string>();
  editor.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const { method } of registrations) registered.add(method);
  });
  editor.onRequest(UnregistrationRequest.type, () => {});
  editor.listen();
  try {
    const { capabilities } = await editor.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: [],
      capabilities: everything,
    });
    await editor.sendNotification(InitializedNotification.type, {});
    // Answered after everything that came before, so that by then all is registered.
    await editor.sendRequest(DocumentHighlightRequest.type, {
      textDocument: { uri: "file:///none.json" },
      position: { line: 0, character: 0 },
    });
    await editor.sendRequest(ShutdownRequest.type);
    const commands = capabilities.executeCommandProvider?.commands ?? [];
    return { capabilities, registered, commands };
  } finally {
    editor.dispose();
    server.dispose();
  }
}

const dynamic = { dynamicRegistration: true } as const;
const resolves = (...properties: string[]) => ({ resolveSupport: { properties } });

/** An editor that can do everything that a server may ask about. */
const everything: ClientCapabilities = {
  general: { positionEncodings: ["utf-16", "utf-8", "utf-32"] },
  textDocument: {
    synchronization: { ...dynamic, willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: {
      ...dynamic,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: [MarkupKind.Markdown, MarkupKind.PlainText],
        deprecatedSupport: true,
        preselectSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        ...resolves("documentation", "detail", "additionalTextEdits"),
      },
      contextSupport: true,
    },
    hover: { ...dynamic, contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
    signatureHelp: dynamic,
    declaration: { ...dynamic, linkSupport: true },
    definition: { ...dynamic, linkSupport: true },
    typeDefinition: { ...dynamic, linkSupport: true },
    implementation: { ...dynamic, linkSupport: true },
    references: dynamic,
    documentHighlight: dynamic,
    documentSymbol: { ...dynamic, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
    codeAction: {
      ...dynamic,
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ["quickfix", "refactor", "source", "source.fixAll"] },
      },
      dataSupport: true,
      disabledSupport: true,
      ...resolves("edit"),
    },
    codeLens: { ...dynamic, ...resolves("command") },
    documentLink: { ...dynamic, tooltipSupport: true },
    colorProvider: dynamic,
    formatting: dynamic,
    rangeFormatting: { ...dynamic, rangesSupport: true },
    onTypeFormatting: dynamic,
    rename: { ...dynamic, prepareSupport: true, honorsChangeAnnotations: true },
    foldingRange: { ...dynamic, foldingRangeKind: { valueSet: ["comment", "region"] } },
    selectionRange: dynamic,
    publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
    callHierarchy: dynamic,
    semanticTokens: {
      ...dynamic,
      requests: { range: true, full: { delta: true } },
      tokenTypes: ["function", "method", "type", "class", "parameter", "property", "variable"],
      tokenModifiers: ["declaration", "definition", "deprecated", "readonly"],
      formats: ["relative"],
      overlappingTokenSupport: true,
      multilineTokenSupport: true,
    },
    linkedEditingRange: dynamic,
    moniker: dynamic,
    typeHierarchy: dynamic,
    inlineValue: dynamic,
    inlayHint: { ...dynamic, ...resolves("tooltip", "label.tooltip", "textEdits") },
    diagnostic: { ...dynamic, relatedDocumentSupport: true },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: { ...dynamic, relativePatternSupport: true },
    symbol: { ...dynamic, ...resolves("location.range") },
    executeCommand: dynamic,
    workspaceFolders: true,
    configuration: true,
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    fileOperations: { ...dynamic, didCreate: true, didRename: true, didDelete: true },
    inlineValue: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
  },
  window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
};
