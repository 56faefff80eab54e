import type { CommandSpec } from "../command.js";
import { cloudNames } from "../powerApps/clouds.js";
import { json } from "./options.js";

export const login: CommandSpec = {
  name: "login",
  arguments: [],
  summary: "Sign in to Power Platform",
  description:
    "By default a code is shown that you type on a web page, on this or another device. Accounts stay side by side; the one that signed in last counts. A token in $PACONN_ACCESS_TOKEN wins over all of them.",
  options: [
    { flags: "-i, --clid <id>", alias: "client-id", description: "the id of your own application" },
    { flags: "-t, --tenant <id>", description: "the tenant, by id or domain" },
    {
      flags: "-a, --authority-url <url>",
      alias: "authority_url",
      description: "the address of the sign-in service instead of the one of the cloud",
    },
    {
      flags: "-r, --resource <url>",
      description: "what the token is for instead of what the cloud expects",
    },
    {
      flags: "-s, --settings <file>",
      description: "a settings.json that fills what the command line leaves open",
    },
    { flags: "-f, --force", description: "sign in again although the session is still good" },
    {
      flags: "--cloud <name>",
      description: "the cloud (default: $PACONN_CLOUD, else public)",
      choices: cloudNames,
    },
    {
      flags: "-u, --pau <url>",
      alias: "power-apps-url",
      description: "the address of Power Apps that this account is for",
    },
    {
      flags: "--flow-url <url>",
      description: "the address of Power Automate that this account is for",
    },
    {
      flags: "--bap-url <url>",
      description: "the address of the list of environments that this account is for",
    },
    { flags: "--browser", description: "sign in with the browser of this machine" },
    {
      flags: "--service-principal",
      description:
        "sign in as an application, with --clid, --tenant and the secret in $PACONN_CLIENT_SECRET or $AZURE_CLIENT_SECRET",
    },
    {
      flags: "--client-secret-env <name>",
      description: "the environment variable with the secret of the application",
    },
    {
      flags: "--client-secret-stdin",
      description: "read the secret of the application from standard input",
    },
    {
      flags: "--certificate <file>",
      description: "a PEM file with the certificate of the application and its key",
    },
    {
      flags: "--certificate-password-env <name>",
      description: "the environment variable with the password of that key",
    },
    {
      flags: "--federated <from>",
      description: "the token of a pipeline instead of a secret",
      choices: ["github", "azure-devops"],
    },
    { flags: "--federated-token-file <file>", description: "a file with such a token" },
    {
      flags: "--managed-identity [id]",
      description: "the identity that Azure gives this machine, or the one with a client id",
    },
    {
      flags: "--token-stdin",
      description: "read an access token that something else got from standard input",
    },
    { flags: "--verbose", description: "tell every request on stderr" },
    {
      flags: "--debug",
      description: "tell what is sent and answered, too; without tokens, secrets and signatures",
    },
    json,
  ],
  examples: [
    { command: "paconn login", does: "with a code on a web page" },
    {
      command: "paconn login --browser --cloud gcc",
      does: "with the browser, in a government cloud",
    },
    {
      command: "paconn login --federated github -t contoso.com -i 11111111-…",
      does: "in a pipeline, without a secret",
    },
  ],
  load: () => import("../commands/login.js"),
};
