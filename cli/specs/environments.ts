import type { CommandSpec } from "../command.js";
import { json, service } from "./options.js";

export const environments: CommandSpec = {
  name: "environments",
  arguments: [{ name: "[filter]", description: "only those with this text in their name or id" }],
  summary: "List the environments",
  options: [
    {
      flags: "--admin",
      description: "all that an administrator sees (the default for applications)",
    },
    ...service,
    json,
  ],
  examples: [{ command: "paconn environments contoso", does: "those of one name" }],
  load: () => import("../commands/environments.js"),
};
