import type { CommandSpec } from "../command.js";
import { config, json, noConfig, profile } from "./options.js";

export const preview: CommandSpec = {
  name: "preview",
  arguments: [
    { name: "[folder]", description: "the folder of the connector (default: the current folder)" },
  ],
  summary: "Show a connector as a maker sees it, while you write it",
  description:
    "A page of this machine shows its card, how one connects, every trigger and action with its fields and its dynamic content, and findings beside what they are about. It follows the files as they change, fetches nothing and ends with Ctrl+C.",
  options: [
    profile,
    {
      flags: "--port <number>",
      description: "the port of the page (default: a free one)",
      parse: (text) => {
        const port = Number(text);
        if (!/^\d+$/.test(text) || port > 65_535)
          throw new Error("It must be a whole number up to 65535.");
        return port;
      },
    },
    { flags: "--no-open", description: "print the address and open no browser" },
    config,
    noConfig,
    json,
  ],
  examples: [
    { command: "paconn preview", does: "the connector in the current folder" },
    { command: "paconn preview --no-open contoso", does: "just the address of the page" },
  ],
  load: () => import("../commands/preview.js"),
};
