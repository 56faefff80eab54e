import type { CommandSpec } from "../command.js";

export const lsp: CommandSpec = {
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
  load: () => import("../commands/lsp.js"),
};
