import { type TestedEditor, testedEditors } from "../editors/test/tested.js";
import { type Announced, type Message, messages } from "./protocol.js";

/** What the server does with a message that it has to do with. */
const does: Readonly<Record<string, string>> = {
  initialize: "Answered before the rules are loaded.",
  initialized: "Begins the work.",
  shutdown: "Ends the work.",
  exit: "Ends the process, which some editors do themselves before it is read.",
  "$/cancelRequest": "Of questions that take long.",
  "$/progress":
    "Partial results of `workspace/diagnostic`, and how far the judging of all connectors is.",
  "$/setTrace": "Taken, without effect; editors can log what passes.",
  "client/registerCapability": "For files on disk and settings, where the editor takes that.",
  "textDocument/didOpen": "Of files of connectors; others are left alone.",
  "textDocument/didChange": "Only what has changed.",
  "textDocument/didSave": "Judges at once.",
  "textDocument/didClose": "Goes on with what is on disk.",
  "textDocument/publishDiagnostics":
    "Where the editor does not ask, and for files that are not open.",
  "textDocument/diagnostic": "Where the editor takes hints to ask again, but for Neovim.",
  "textDocument/codeAction":
    "Quick fixes, refactorings, all safe fixes of a file, rules to switch off, pages of rules.",
  "codeAction/resolve": "Where the editor asks for an edit only when it is chosen.",
  "textDocument/completion":
    "Keys, values, names, paths and whole blocks, in all three JSON files.",
  "textDocument/hover": "Keys, values, names, expressions and findings.",
  "textDocument/definition": "From every use of a name, in scripts, too.",
  "textDocument/references": "In all files of the connector.",
  "textDocument/documentHighlight": "The same in one file.",
  "textDocument/prepareRename": "Names that the author gives.",
  "textDocument/rename": "In all files of the connector, scripts, too.",
  "textDocument/documentSymbol": "Operations, schemas, ways to connect, policies.",
  "textDocument/foldingRange": "Objects, arrays and comments.",
  "textDocument/selectionRange": "From the word to the whole file.",
  "textDocument/documentLink": "Pages, references, files that the settings name.",
  "textDocument/documentColor": "The `iconBrandColor`.",
  "textDocument/colorPresentation": "As `#rrggbb`.",
  "textDocument/formatting": "With the indentation and the ends of lines that the file has.",
  "textDocument/rangeFormatting": "The same for a part.",
  "textDocument/codeLens":
    "What operations, definitions and connection parameters are, and where they are used.",
  "codeLens/resolve": "The words, and the places that a click shows.",
  "textDocument/inlayHint":
    "What is not written: labels that makers see, what is inherited, what references stand for.",
  "textDocument/semanticTokens/full": "Names, by what they stand for.",
  "textDocument/semanticTokens/full/delta":
    "What differs from the answer before. Not for Neovim, which mixes it up with tokens of a part.",
  "textDocument/semanticTokens/range": "The same for a part.",
  "workspace/codeLens/refresh": "When another file or a setting changes what they say.",
  "workspace/inlayHint/refresh": "When another file or a setting changes what they say.",
  "workspace/semanticTokens/refresh": "When another file or a setting changes what they say.",
  "workspace/configuration": "The section `paconn`, for each folder.",
  "workspace/didChangeConfiguration": "Asks anew, or takes what is sent.",
  "workspace/didChangeWatchedFiles": "Files of connectors and configurations, on disk.",
  "workspace/didChangeWorkspaceFolders": "Folders that are opened and closed.",
  "workspace/diagnostic": "All connectors below the open folders; waits for a change.",
  "workspace/diagnostic/refresh": "When a change in one file changes what is found in another.",
  "workspace/executeCommand": "The commands below.",
  "workspace/symbol": "Names in all connectors below the open folders.",
  "window/workDoneProgress/create": "While all connectors are judged.",
  "window/workDoneProgress/cancel": "Ends that.",
  "window/logMessage": "What is wrong with settings and configurations.",
  "window/showDocument": "The page of a rule.",
};

/** Why there is nothing to do with a message. */
const reasons: Readonly<Record<string, string>> = {
  "$/logTrace": "Editors can log what passes.",
  "client/unregisterCapability": "What is registered stays.",
  "telemetry/event": "Nothing is collected.",
  "textDocument/willSave": "Nothing has to be done before.",
  "textDocument/willSaveWaitUntil":
    "Many editors can fix and lay out by themselves when they save.",
  "textDocument/declaration": "A name has a definition only.",
  "textDocument/typeDefinition": "References have a definition only.",
  "textDocument/implementation": "What an operation does stands in no file.",
  "textDocument/signatureHelp": "Hovers tell what operations and policies take.",
  "completionItem/resolve": "Completions are whole from the start.",
  "documentLink/resolve": "Links are whole from the start.",
  "workspaceSymbol/resolve": "Symbols are whole from the start.",
  "inlayHint/resolve": "Hints are whole from the start.",
  "textDocument/inlineCompletion": "Nothing is guessed.",
  "textDocument/rangesFormatting": "Editors ask for one part after the other.",
  "textDocument/prepareCallHierarchy": "References tell who calls an operation.",
  "callHierarchy/incomingCalls": "References tell who calls an operation.",
  "callHierarchy/outgoingCalls": "References tell who calls an operation.",
  "textDocument/prepareTypeHierarchy": "Schemas are not derived from others.",
  "typeHierarchy/subtypes": "Schemas are not derived from others.",
  "typeHierarchy/supertypes": "Schemas are not derived from others.",
  "notebookDocument/didOpen": "Connectors have no notebooks.",
  "notebookDocument/didChange": "Connectors have no notebooks.",
  "notebookDocument/didSave": "Connectors have no notebooks.",
  "notebookDocument/didClose": "Connectors have no notebooks.",
  "workspace/applyEdit": "All changes are code actions and renames.",
  "workspace/foldingRange/refresh": "What can be folded follows from the text.",
  "workspace/textDocumentContent/refresh": "All that is shown is in files.",
  "textDocument/moniker": "Names mean something in their connector only.",
  "textDocument/inlineValue": "There is nothing to debug.",
  "textDocument/onTypeFormatting": "The editor indents.",
  "textDocument/linkedEditingRange": "Names are changed by renaming.",
  "workspace/textDocumentContent": "All that is shown is in files.",
  "window/showMessage": "Nobody is interrupted.",
  "window/showMessageRequest": "Nobody is interrupted.",
  "workspace/inlineValue/refresh": "There is nothing to debug.",
  "workspace/workspaceFolders": "The editor tells them.",
  "workspace/willCreateFiles": "Files are watched on disk.",
  "workspace/willRenameFiles": "Files are watched on disk.",
  "workspace/willDeleteFiles": "Files are watched on disk.",
  "workspace/didCreateFiles": "Files are watched on disk.",
  "workspace/didRenameFiles": "Files are watched on disk.",
  "workspace/didDeleteFiles": "Files are watched on disk.",
};

/** What the commands do. */
const commands: Readonly<Record<string, string>> = {
  "paconn.openPage": "Has the editor show the page of a rule, whose address is its argument.",
  "paconn.preview":
    "Starts the preview of the connector of a file or folder, whose address is its argument, and answers `{ url }`. Where the editor can open addresses it opens the page, unless a second argument is `false`.",
  "paconn.validateWorkspace":
    "Judges all connectors below the open folders and answers `{ connectors, errors, warnings, cancelled }`.",
  "paconn.explainRule":
    "Answers `{ uri, title }` of the page of a rule, whose name or code is its argument, or `null`.",
  "paconn.listRules": "Answers all rules, each as `{ name, summary }`.",
  "paconn.status":
    "Tells how the connector of a file, whose address is its argument, stands: an answer for programs.",
};

const sections: readonly { heading: string; has: RegExp }[] = [
  { heading: "Texts", has: /^(?:textDocument|completionItem|code\w+|documentLink|inlayHint)\// },
  { heading: "Workspace", has: /^workspace(?:Symbol)?\// },
  { heading: "Window", has: /^window\// },
  { heading: "General", has: /^(?:\$|client|telemetry)\/|^\w+$/ },
  {
    heading: "Hierarchies and notebooks",
    has: /^(?:callHierarchy|typeHierarchy|notebookDocument)\//,
  },
];

/** docs/features.md: what of the protocol the server speaks, and in which editors that is tested. */
export function featuresPage(announced: Announced): string {
  const all = messages(announced).sort((a, b) => (a.method < b.method ? -1 : 1));
  const editors: readonly TestedEditor[] = Object.values(testedEditors);
  for (const method of [...Object.keys(does), ...Object.keys(reasons)])
    if (!all.some((message) => message.method === method))
      throw new Error(`There is no message ${method}.`);
  for (const { title, messages: used } of editors)
    for (const method of used)
      if (!all.some((message) => message.method === method && message.isServed))
        throw new Error(`${title} cannot have used ${method}, with which the server does nothing.`);
  const wordsFor = (words: Readonly<Record<string, string>>, name: string) => {
    const found = words[name];
    if (found === undefined) throw new Error(`docs/features.ts has no words for ${name}.`);
    return found;
  };
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = (part: readonly Message[]) => [
    row(["message", "", "", "what for", ...editors.map(({ title }) => title)]),
    row(["---", "---", "---", "---", ...editors.map(() => ":-:")]),
    ...part.map(({ method, from, isServed }) =>
      row([
        `\`${method}\``,
        from === "editor" ? "→" : "←",
        isServed ? "yes" : "no",
        wordsFor(isServed ? does : reasons, method),
        ...editors.map((editor) => (editor.messages.includes(method) ? "✓" : "")),
      ]),
    ),
  ];
  return [
    "# What of the Language Server Protocol the server speaks",
    "",
    "All requests and notifications of version 3.18: what editors send (→) and what the server sends (←). *yes* is what the",
    "server has announced to an editor that can do everything. A ✓ means that the message passes when `npm run test:editors` runs",
    "that editor, and that a question is answered: in VS Code without an error, in the others with something in the answer. An",
    "editor without a ✓ may know the message all the same.",
    "[Recipes](editors.md) tell how each editor is set up.",
    ...sections.flatMap(({ heading, has }) => [
      "",
      `## ${heading}`,
      "",
      ...table(all.filter(({ method }) => has.test(method))),
    ]),
    "",
    "## Commands",
    "",
    "Of `workspace/executeCommand`.",
    "",
    row(["command", "does"]),
    row(["---", "---"]),
    ...announced.commands.map((name) => row([`\`${name}\``, wordsFor(commands, name)])),
    "",
  ].join("\n");
}
