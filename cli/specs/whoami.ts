import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const whoami: CommandSpec = {
  name: "whoami",
  arguments: [],
  summary: "List the accounts that are signed in",
  options: [json],
  examples: [{ command: "paconn whoami", does: "who, where, and for how long" }],
  load: () => import("../commands/whoami.js"),
};
