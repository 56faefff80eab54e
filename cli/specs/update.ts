import type { CommandSpec } from "../command.js";
import {
  connectorId,
  environment,
  files,
  json,
  secrets,
  sending,
  service,
  settings,
} from "./options.js";

export const update: CommandSpec = {
  name: "update",
  arguments: [
    {
      name: "[folder]",
      description: "the connector (default: the current folder, unless files are named)",
    },
  ],
  summary: "Update a connector in an environment",
  description:
    "It is refused when the connector was changed on the server since it was last downloaded or updated from this folder.",
  options: [
    environment,
    connectorId,
    ...files,
    settings,
    ...secrets,
    {
      flags: "--remove-script",
      description: "remove the script that the connector has on the server",
    },
    {
      flags: "--overwrite-newer",
      description: "overwrite what was changed on the server meanwhile",
    },
    {
      flags: "--strict",
      description: "refuse, too, when this folder never saw the connector on the server",
    },
    ...sending,
    ...service,
    json,
  ],
  examples: [
    { command: "paconn update", does: "the connector in this folder, as its settings.json says" },
    { command: "paconn update --dry-run", does: "shows what would be sent" },
  ],
  load: () => import("../commands/update.js"),
};
