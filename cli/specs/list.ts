import type { CommandSpec } from "../command.js";
import { environment, json, service, settings } from "./options.js";

export const list: CommandSpec = {
  name: "list",
  arguments: [{ name: "[filter]", description: "only those with this text in their name or id" }],
  summary: "List the custom connectors of an environment",
  options: [environment, settings, ...service, json],
  examples: [
    { command: "paconn list -e Default-11111111-…", does: "name, id, who changed it and when" },
  ],
  load: () => import("../commands/list.js"),
};
