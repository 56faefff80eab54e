import type { CommandSpec } from "../command.js";
import { connectorId, environment, files, json, service, settings } from "./options.js";

export const diff: CommandSpec = {
  name: "diff",
  arguments: [
    {
      name: "[folder]",
      description: "the connector (default: the current folder, unless files are named)",
    },
  ],
  summary: "Compare a connector with the one on the server",
  description: "Exits with 1 when they differ.",
  options: [
    { flags: "--remote", description: "compare with the server" },
    environment,
    connectorId,
    ...files,
    settings,
    ...service,
    json,
  ],
  examples: [{ command: "paconn diff --remote", does: "what an update would change" }],
  load: () => import("../commands/diff.js"),
};
