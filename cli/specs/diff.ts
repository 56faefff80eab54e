import type { CommandSpec } from "../command.js";
import {
  color,
  config,
  connectorId,
  environment,
  failOn,
  files,
  json,
  noColor,
  noConfig,
  output,
  profile,
  service,
  settings,
} from "./options.js";

export const diff: CommandSpec = {
  name: "diff",
  arguments: [
    {
      name: "[old]",
      description: "the version before: a folder, a file, or REF:PATH in git",
    },
    {
      name: "[new]",
      description:
        "the new version, likewise; without it, the first one on disk is compared with HEAD",
    },
  ],
  summary: "Tell what breaks flows and apps that use the version before",
  description:
    "Compares two versions of a connector, or of one of its files: definition and properties. Without any, the current folder is compared with the last commit. With --remote the connector is compared with the one on the server, line by line.",
  options: [
    {
      flags: "-f, --format <name>",
      description: "how to print the changes",
      choices: ["stylish", "json", "markdown"],
      default: "stylish",
    },
    output,
    { flags: "--all", description: "list what has changed without breaking anything, too" },
    failOn,
    // -p names a file here, as in the other commands of the service.
    { ...profile, flags: "--profile <name>" },
    config,
    noConfig,
    color,
    noColor,
    { flags: "--remote", description: "compare with the server" },
    environment,
    connectorId,
    ...files,
    settings,
    ...service,
    json,
  ],
  examples: [
    { command: "paconn diff", does: "what was changed since the last commit" },
    { command: "paconn diff main:contoso contoso", does: "since a branch" },
    { command: "paconn diff old.swagger.json new.swagger.json", does: "two files" },
    { command: "paconn diff -f markdown main:contoso contoso", does: "a table for a pull request" },
    { command: "paconn diff --remote", does: "what an update would change on the server" },
  ],
  load: () => import("../commands/diff.js"),
};
