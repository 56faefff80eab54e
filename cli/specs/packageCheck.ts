import type { CommandSpec } from "../command.js";
import {
  color,
  config,
  failOn,
  json,
  maxWarnings,
  noColor,
  noConfig,
  output,
  profile,
} from "./options.js";

export const packageCheck: CommandSpec = {
  name: "package check",
  arguments: [
    { name: "<file...>", description: "the archives that are submitted, or exported solutions" },
  ],
  summary: "Find what is wrong with certification packages, offline",
  description:
    "Looks at every level of the package, and at the connectors in its solutions by the same rules as in a folder. Nothing is unpacked to disk. `paconn validate` takes packages, too.",
  options: [
    {
      flags: "-f, --format <name>",
      description: "how to print the findings",
      choices: ["stylish", "json", "markdown"],
      default: "stylish",
    },
    output,
    failOn,
    maxWarnings,
    { flags: "-q, --quiet", description: "show errors only" },
    profile,
    config,
    noConfig,
    color,
    noColor,
    json,
  ],
  examples: [
    {
      command: "paconn package check ConnectorPackage.zip",
      does: "what Partner Center would send back",
    },
    { command: "paconn package check --json ConnectorPackage.zip", does: "for other programs" },
  ],
  load: () => import("../commands/packageCheck.js"),
};
