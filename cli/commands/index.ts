import { profiles } from "../../connector/connector.js";
import type { CommandSpec } from "../command.js";

/** Every command: what help, parsing and the documentation say of it. */
export const commands: readonly CommandSpec[] = [
  {
    name: "validate",
    arguments: [
      { name: "[path...]", description: "folders, files or globs (default: the current folder)" },
    ],
    summary: "Find what is wrong with connectors, offline",
    description:
      "A folder is searched for connectors below it. A file is judged together with the files beside it, but only what is found in the file itself is shown.",
    options: [
      {
        flags: "-p, --profile <name>",
        description: "by whose requirements to judge (default: told by the folder, else certified)",
        choices: profiles,
      },
      {
        flags: "-f, --format <name>",
        description: "how to print the findings",
        choices: ["stylish", "json"],
        default: "stylish",
      },
      { flags: "-o, --output <file>", description: "write the findings to a file" },
      {
        flags: "--fail-on <severity>",
        description: "the least severity that makes the exit code 1",
        choices: ["error", "warning", "info", "hint", "never"],
        default: "error",
      },
      {
        flags: "--max-warnings <number>",
        description: "exit with 1 when there are more warnings, whatever --fail-on says",
        parse: (text) => {
          if (!/^\d+$/.test(text)) throw new Error("It must be a whole number.");
          return Number(text);
        },
      },
      { flags: "-q, --quiet", description: "show errors only" },
      {
        flags: "--config <file>",
        description: "use this ruleset instead of the nearest .spectral file",
      },
      { flags: "--no-config", description: "use no .spectral file" },
      {
        flags: "--stdin",
        description: "read one file from standard input; needs --stdin-filepath",
      },
      {
        flags: "--stdin-filepath <path>",
        description: "the path that the text on standard input has",
      },
      {
        flags: "--whole-connectors",
        description:
          "judge the whole connectors that the given files belong to, and pass over other files (for commit hooks)",
      },
      { flags: "--color", description: "use colors although the output is no terminal" },
      { flags: "--no-color", description: "use no colors" },
      { flags: "--timing", description: "tell on stderr how long each part took" },
      { flags: "-d, --api-def <file>", description: "validate this API definition" },
      {
        flags: "-s, --settings <file>",
        description: "validate the files that this settings.json names",
      },
      { flags: "-u, --pau <url>", description: "accepted for compatibility; not used offline" },
      { flags: "-v, --pav <version>", description: "accepted for compatibility; not used offline" },
    ],
    examples: [
      { command: "paconn validate", does: "every connector in the current folder and below" },
      { command: "paconn validate --profile custom connectors/", does: "for your own use only" },
      { command: "paconn validate -f json -o findings.json .", does: "for other programs" },
    ],
    load: () => import("./validate.js"),
  },
  {
    name: "rules",
    arguments: [],
    summary: "List every rule",
    options: [
      {
        flags: "-f, --format <name>",
        description: "how to print the list",
        choices: ["text", "json"],
        default: "text",
      },
    ],
    examples: [{ command: "paconn rules --format json", does: "the list for other programs" }],
    load: () => import("./rules.js"),
  },
  {
    name: "explain",
    arguments: [{ name: "<rule>", description: "a rule, or a code of Microsoft's validator" }],
    summary: "Tell what a rule wants and why, with examples",
    options: [],
    examples: [
      { command: "paconn explain operation-id-required", does: "by its name" },
      { command: "paconn explain OperationIdRequired", does: "by Microsoft's code" },
    ],
    load: () => import("./explain.js"),
  },
  {
    name: "lsp",
    arguments: [],
    summary: "Serve an editor: findings while typing, with fixes",
    description:
      "A language server. Editors start it by themselves; docs/editors.md has a recipe for each.",
    options: [
      { flags: "--stdio", description: "talk over standard input and output (the default)" },
      { flags: "--node-ipc", description: "talk over the channel of a parent that is Node" },
      { flags: "--socket <port>", description: "talk over a port of this machine" },
      { flags: "--pipe <name>", description: "talk over a named pipe" },
      { flags: "--clientProcessId <id>", description: "end when this process does" },
    ],
    examples: [{ command: "paconn lsp --stdio", does: "as editors call it" }],
    load: () => import("./lsp.js"),
  },
];
