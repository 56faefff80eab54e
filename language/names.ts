/** The kind of code action that applies all safe fixes of a file. */
export const fixAllKind = "source.fixAll.paconn";

/** The kinds of code action that there are. */
export const actionKinds = [
  "quickfix",
  fixAllKind,
  "refactor.extract",
  "refactor.inline",
  "refactor.rewrite",
] as const;

/** The command that asks the editor to show a page; its argument is the address. */
export const openPageCommand = "paconn.openPage";

/** The command that tells how the connector of an open file stands; its argument is the address of the file. */
export const statusCommand = "paconn.status";

/** The command that judges all connectors of the workspace and answers how many errors and warnings there are. */
export const validateWorkspaceCommand = "paconn.validateWorkspace";

/** The command that tells where the page of a rule is; its argument is a name or a code of Microsoft's validator. */
export const explainRuleCommand = "paconn.explainRule";

/** The command that lists all rules, each with its summary. */
export const listRulesCommand = "paconn.listRules";

/**
 * The command that shows a connector as makers see it; its arguments are the address of one of its files or of its folder, and
 * `false` when the editor shows the page itself. It answers `{ url }`.
 */
export const previewCommand = "paconn.preview";

/** The commands that the server executes. */
export const serverCommands: readonly string[] = [
  openPageCommand,
  previewCommand,
  statusCommand,
  validateWorkspaceCommand,
  explainRuleCommand,
  listRulesCommand,
];

/**
 * The command with which an editor shows places, which it has to know itself: the address of a file, a position in it and
 * the locations to show.
 */
export const showReferencesCommand = "paconn.showReferences";

/** The types and modifiers of tokens: those of the protocol, which every theme knows, and one of our own. */
export const tokenLegend = {
  tokenTypes: ["function", "class", "parameter", "property", "variable", "interface", "enumMember"],
  tokenModifiers: ["declaration", "deprecated", "internal"],
};
