import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const rules: CommandSpec = {
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
    json,
  ],
  examples: [{ command: "paconn rules --format json", does: "the list for other programs" }],
  load: () => import("../commands/rules.js"),
};
