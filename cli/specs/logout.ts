import type { CommandSpec } from "../command.js";
import { json } from "./options.js";

export const logout: CommandSpec = {
  name: "logout",
  arguments: [],
  summary: "Forget the account that signed in last",
  options: [
    { flags: "--account <name>", description: "a part of the name of the account instead" },
    { flags: "--all", description: "forget all accounts" },
    json,
  ],
  examples: [{ command: "paconn logout --all", does: "leaves nothing behind" }],
  load: () => import("../commands/logout.js"),
};
