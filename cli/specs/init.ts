import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const init: CommandSpec = {
  name: "init",
  arguments: [{ name: "[folder]", description: "where to put it (default: the current folder)" }],
  summary: "Make a new connector from a template",
  options: [
    {
      flags: "--auth <kind>",
      description: "how users sign in",
      choices: ["none", "api-key", "basic", "oauth2", "aad"],
    },
    {
      flags: "--with <kind>",
      description: "what it begins with",
      choices: ["action", "webhook", "polling"],
    },
    { flags: "--title <title>", description: "the name that users see" },
    { flags: "--host <host>", description: "the host of the API, such as api.contoso.com" },
    { flags: "-w, --overwrite", description: "overwrite files that are there" },
    json,
  ],
  examples: [
    { command: "paconn init contoso", does: "asks what to begin with" },
    { command: "paconn init contoso --auth oauth2 --with webhook", does: "asks nothing" },
  ],
  load: () => import("../commands/init.js"),
};
