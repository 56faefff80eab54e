/** A real editor that `npm run test:editors` runs. */
export interface TestedEditor {
  /** As people know it, with the version that was run. */
  title: string;
  /**
   * The messages that pass between it and the server in its test, which fails when one of them does not. `exit` is none of
   * them, and for Neovim nor is `shutdown`: some editors end the server so soon after these that it may not read them.
   */
  messages: readonly string[];
}

/** What passes in every test: findings, a fix, a name that is completed, followed, described and changed. */
const inEach = [
  "initialize",
  "initialized",
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didSave",
  "textDocument/publishDiagnostics",
  "textDocument/codeAction",
  "textDocument/completion",
  "textDocument/definition",
  "textDocument/hover",
  "textDocument/rename",
];

const inNeovim = [
  ...inEach,
  "codeAction/resolve",
  "textDocument/prepareRename",
  "textDocument/references",
  "textDocument/documentSymbol",
  "textDocument/formatting",
  "workspace/symbol",
];

/** What newer versions show without being asked, and the preview. */
const inNewerNeovim = [
  ...inNeovim,
  "workspace/configuration",
  "workspace/executeCommand",
  "window/showDocument",
  "textDocument/codeLens",
  "codeLens/resolve",
  "textDocument/inlayHint",
  "textDocument/semanticTokens/full",
];

/** The editors that are tested, by the names of their tests. docs/features.md shows what each one uses. */
export const testedEditors = {
  "neovim-0.7": { title: "Neovim 0.7.2", messages: inNeovim },
  "neovim-0.8": { title: "Neovim 0.10.4", messages: inNewerNeovim },
  "neovim-0.11": {
    title: "Neovim 0.12.4",
    messages: [...inNewerNeovim, "textDocument/documentColor"],
  },
  eglot: {
    title: "Emacs 28.2, eglot 1.9",
    messages: [
      ...inEach,
      "client/registerCapability",
      "workspace/configuration",
      "workspace/didChangeConfiguration",
      "workspace/executeCommand",
      "textDocument/documentHighlight",
    ],
  },
  "lsp-mode": {
    title: "Emacs 28.2, lsp-mode 8.0.0",
    messages: [
      ...inEach,
      "client/registerCapability",
      "workspace/configuration",
      "workspace/executeCommand",
      "codeAction/resolve",
      "textDocument/codeLens",
      "codeLens/resolve",
      "textDocument/documentColor",
      "textDocument/documentLink",
      "textDocument/documentSymbol",
      "textDocument/prepareRename",
      "textDocument/semanticTokens/full",
      "shutdown",
    ],
  },
  vim: { title: "Vim 9.0, ALE 3.3.0", messages: inEach },
  helix: {
    title: "Helix 25.01.1",
    messages: [
      ...inEach,
      "client/registerCapability",
      "workspace/configuration",
      "workspace/didChangeWatchedFiles",
      "codeAction/resolve",
      "textDocument/documentSymbol",
      "textDocument/inlayHint",
      "textDocument/prepareRename",
      "textDocument/references",
      "shutdown",
    ],
  },
  vscode: {
    title: "VS Code 1.99.3",
    messages: [
      "initialize",
      "initialized",
      "shutdown",
      "$/cancelRequest",
      "$/progress",
      "client/registerCapability",
      "textDocument/didOpen",
      "textDocument/didChange",
      "textDocument/didSave",
      "textDocument/didClose",
      "textDocument/diagnostic",
      "textDocument/codeAction",
      "codeAction/resolve",
      "textDocument/codeLens",
      "codeLens/resolve",
      "textDocument/completion",
      "textDocument/definition",
      "textDocument/documentColor",
      "textDocument/documentHighlight",
      "textDocument/documentLink",
      "textDocument/documentSymbol",
      "textDocument/foldingRange",
      "textDocument/hover",
      "textDocument/inlayHint",
      "textDocument/prepareRename",
      "textDocument/rename",
      "textDocument/semanticTokens/full",
      "textDocument/semanticTokens/full/delta",
      "textDocument/semanticTokens/range",
      "window/logMessage",
      "window/showDocument",
      "workspace/codeLens/refresh",
      "workspace/configuration",
      "workspace/diagnostic",
      "workspace/diagnostic/refresh",
      "workspace/didChangeConfiguration",
      "workspace/didChangeWatchedFiles",
      "workspace/executeCommand",
      "workspace/inlayHint/refresh",
      "workspace/semanticTokens/refresh",
    ],
  },
} satisfies Record<string, TestedEditor>;
