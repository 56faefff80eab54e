import type { CommandSpec } from "../command.js";
import {
  color,
  config,
  failOn,
  json,
  maxWarnings,
  noColor,
  noConfig,
  output,
  profile,
  service,
} from "./options.js";

export const validate: CommandSpec = {
  name: "validate",
  arguments: [
    {
      name: "[path...]",
      description: "folders, files, globs or certification packages (default: the current folder)",
    },
  ],
  summary: "Find what is wrong with connectors, offline",
  description:
    "A folder is searched for connectors below it. A file is judged together with the files beside it, but only what is found in the file itself is shown.",
  options: [
    profile,
    {
      flags: "-f, --format <name>",
      description: "how to print the findings",
      choices: ["stylish", "json", "markdown"],
      default: "stylish",
    },
    output,
    failOn,
    maxWarnings,
    { flags: "-q, --quiet", description: "show errors only" },
    {
      flags: "--fix",
      description: "apply the fixes that are certainly right, then tell what is left",
    },
    {
      flags: "--fix-suggestions",
      description:
        "apply the fixes that propose a text or a value, too, but none that breaks flows or removes content; look at the result",
    },
    {
      flags: "--dry-run",
      description: "with --fix or --fix-suggestions: print what would change and write nothing",
    },
    {
      flags: "--since <ref>",
      description:
        "tell what breaks flows that use this version of git, too: HEAD, a branch, a tag",
    },
    config,
    noConfig,
    {
      flags: "--stdin",
      description: "read one file from standard input; needs --stdin-filepath",
    },
    {
      flags: "--stdin-filepath <path>",
      description: "the path that the text on standard input has",
    },
    {
      flags: "--whole-connectors",
      description:
        "judge the whole connectors that the given files belong to, and pass over other files (for commit hooks)",
    },
    color,
    noColor,
    {
      flags: "--timing",
      description: "tell on stderr how long each part took, and the ten rules that took longest",
    },
    { flags: "-d, --api-def <file>", description: "validate this API definition" },
    {
      flags: "-s, --settings <file>",
      description: "validate the files that this settings.json names",
    },
    {
      flags: "--remote",
      description: "ask the service, too, with the rules of certification; needs `paconn login`",
    },
    ...service,
    json,
  ],
  examples: [
    { command: "paconn validate", does: "every connector in the current folder and below" },
    { command: "paconn validate --profile custom connectors/", does: "for your own use only" },
    { command: "paconn validate --fix", does: "and mend what can be mended" },
    { command: "paconn validate --since main", does: "and what breaks users of that version" },
    { command: "paconn validate -f json -o findings.json .", does: "for other programs" },
  ],
  load: () => import("../commands/validate.js"),
};
