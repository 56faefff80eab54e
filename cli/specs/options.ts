import { profiles } from "../../connector/connector.js";
import type { OptionSpec } from "../command.js";
import { cloudNames } from "../powerApps/clouds.js";

/** Options that several commands have, each with one meaning everywhere. */

export const json: OptionSpec = {
  flags: "--json",
  description: "print one JSON object for other programs",
};

export const profile: OptionSpec = {
  flags: "-p, --profile <name>",
  description: "by whose requirements to judge (default: told by the folder, else certified)",
  choices: profiles,
};

export const output: OptionSpec = {
  flags: "-o, --output <file>",
  description: "write the findings to a file",
};

export const failOn: OptionSpec = {
  flags: "--fail-on <severity>",
  description: "the least severity that makes the exit code 1",
  choices: ["error", "warning", "info", "hint", "never"],
  default: "error",
};

export const maxWarnings: OptionSpec = {
  flags: "--max-warnings <number>",
  description: "exit with 1 when there are more warnings, whatever --fail-on says",
  parse: (text) => {
    if (!/^\d+$/.test(text)) throw new Error("It must be a whole number.");
    return Number(text);
  },
};

export const config: OptionSpec = {
  flags: "--config <file>",
  description: "use this ruleset instead of the nearest .spectral file",
};

export const noConfig: OptionSpec = {
  flags: "--no-config",
  description: "use no .spectral file",
};

export const color: OptionSpec = {
  flags: "--color",
  description: "use colors although the output is no terminal",
};

export const noColor: OptionSpec = { flags: "--no-color", description: "use no colors" };

export const environment: OptionSpec = {
  flags: "-e, --env <id>",
  description: "the environment; a choice on a terminal when absent",
};

export const connectorId: OptionSpec = {
  flags: "-c, --cid <id>",
  description: "the connector; a choice on a terminal when absent",
};

export const settings: OptionSpec = {
  flags: "-s, --settings <file>",
  description: "a settings.json that fills what the command line leaves open",
};

/** The files of a connector that is sent. */
export const files: readonly OptionSpec[] = [
  { flags: "-d, --api-def <file>", description: "the API definition" },
  { flags: "-p, --api-prop <file>", description: "the API properties" },
  { flags: "-i, --icon <file>", description: "the icon" },
  { flags: "-x, --script <file>", description: "the script" },
];

/** Where the service is, and as whom it is called. */
export const service: readonly OptionSpec[] = [
  {
    flags: "-u, --pau <url>",
    alias: "power-apps-url",
    description: "the address of Power Apps instead of the one of the cloud",
  },
  {
    flags: "-v, --pav <version>",
    alias: "power-apps-api-version",
    description: "the version of its API (default: 2016-11-01)",
  },
  {
    flags: "--flow-url <url>",
    description: "the address of Power Automate, which lists environments",
  },
  {
    flags: "--bap-url <url>",
    description: "the address of the list of environments for administrators",
  },
  {
    flags: "--cloud <name>",
    description:
      "the cloud (default: that of the account, or $PACONN_CLOUD with $PACONN_ACCESS_TOKEN)",
    choices: cloudNames,
  },
  {
    flags: "--account <name>",
    description:
      "the account: a part of its name, or name/cloud/tenant (default: the one that signed in last)",
  },
  { flags: "--verbose", description: "tell every request on stderr" },
  {
    flags: "--debug",
    description: "tell what is sent and answered, too; without tokens, secrets and signatures",
  },
];

/** The secrets of OAuth parameters. */
export const secrets: readonly OptionSpec[] = [
  {
    flags: "-r, --secret <[[set.]parameter=]secret>",
    description:
      "an OAuth client secret; others on this machine can see a command line, so prefer the next two",
    isRepeatable: true,
  },
  {
    flags: "--secret-env <[[set.]parameter=]name>",
    description: "an OAuth client secret in an environment variable",
    isRepeatable: true,
  },
  { flags: "--secret-stdin", description: "read the OAuth client secret from standard input" },
];

/** What `create` and `update` have in common. */
export const sending: readonly OptionSpec[] = [
  { flags: "--no-validate", description: "send it although our own rules find errors" },
  {
    flags: "--dry-run",
    description: "print what would be sent, with secrets masked, and send nothing",
  },
];
