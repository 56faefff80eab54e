import type { CommandSpec } from "../command.js";
import { authKinds, hostProblem, startKinds } from "../templates/template.js";
import { json } from "./options.js";

export const init: CommandSpec = {
  name: "init",
  arguments: [{ name: "[folder]", description: "where to put it (default: the current folder)" }],
  summary: "Make a new connector from a template",
  description:
    "What no option tells is asked for on a terminal. Elsewhere nobody signs in, there are actions only, and title and host stay placeholders. What is left to fill in is listed with its places.",
  options: [
    { flags: "--auth <kind>", description: "how users sign in", choices: authKinds },
    {
      flags: "--with <kind>",
      description: "what it begins with: actions only, or a trigger beside them",
      choices: startKinds,
    },
    { flags: "--title <title>", description: "the name that users see" },
    {
      flags: "--host <host>",
      description: "the host of the API, such as api.contoso.com",
      parse: (text) => {
        const problem = hostProblem(text);
        if (problem !== undefined) throw new Error(problem);
        return text;
      },
    },
    { flags: "-w, --overwrite", description: "overwrite files without asking" },
    json,
  ],
  examples: [
    { command: "paconn init contoso", does: "asks what to begin with" },
    {
      command: "paconn init contoso --auth oauth2 --with webhook",
      does: "asks for title and host",
    },
  ],
  load: () => import("../commands/init.js"),
};
