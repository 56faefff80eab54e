import type { CommandSpec } from "../command.js";
import { connectorId, environment, json, service, settings } from "./options.js";

export const download: CommandSpec = {
  name: "download",
  arguments: [],
  summary: "Download a connector",
  description:
    "It goes into a folder named after its id. Files that say the same already stay as they are.",
  options: [
    environment,
    connectorId,
    {
      flags: "-d, --dest <folder>",
      description: "put the files right there; with --all, the folders",
    },
    { flags: "--all", description: "download every custom connector of the environment" },
    { flags: "-w, --overwrite", description: "overwrite files without asking" },
    settings,
    ...service,
    json,
  ],
  examples: [
    { command: "paconn download", does: "choose the environment and the connector" },
    {
      command: "paconn download -e Default-11111111-… --all -d backup",
      does: "all of an environment",
    },
  ],
  load: () => import("../commands/download.js"),
};
