import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const logout: CommandSpec = {
  name: "logout",
  arguments: [],
  summary: "Forget the account that signed in last",
  options: [
    {
      flags: "--account <name>",
      description: "another account: a part of its name, or name/cloud/tenant",
    },
    { flags: "--all", description: "forget all accounts" },
    json,
  ],
  examples: [{ command: "paconn logout --all", does: "leaves nothing behind" }],
  load: () => import("../commands/logout.js"),
};
