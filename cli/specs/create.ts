import type { CommandSpec } from "../command.js";
import { environment, files, json, secrets, sending, service, settings } from "./options.js";

export const create: CommandSpec = {
  name: "create",
  arguments: [
    {
      name: "[folder]",
      description: "the connector (default: the current folder, unless files are named)",
    },
  ],
  summary: "Create a connector in an environment",
  options: [
    environment,
    ...files,
    settings,
    ...secrets,
    {
      flags: "-w, --overwrite-settings",
      description: "overwrite the connector id in settings.json without asking",
    },
    ...sending,
    ...service,
    json,
  ],
  examples: [
    { command: "paconn create -e Default-11111111-…", does: "the connector in this folder" },
    { command: "paconn create contoso --secret-env CONTOSO_SECRET", does: "with an OAuth secret" },
  ],
  load: () => import("../commands/create.js"),
};
