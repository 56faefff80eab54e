import { UserError } from "../../host/errors.js";
import { version } from "../../host/version.js";
import type { World } from "../command.js";
import type { Account } from "../powerApps/account.js";
import { openAccounts } from "../powerApps/accounts.js";
import { type Client, createClient } from "../powerApps/client.js";
import { type CloudName, clouds, type Endpoints, isKnownAddress } from "../powerApps/clouds.js";
import { createHttp, type LogEntry } from "../powerApps/http.js";
import { fetchFor } from "../powerApps/proxy.js";
import { createRedactor, type Redactor } from "../powerApps/redact.js";
import { SignInError } from "../powerApps/signInError.js";
import { printable } from "../printable.js";
import { type SettingsFile, setting } from "./settingsFile.js";

/** The options of `cli/specs/options.ts` that say where the service is and as whom it is called. */
export interface ServiceOptions {
  pau?: string;
  pav?: string;
  flowUrl?: string;
  bapUrl?: string;
  cloud?: CloudName;
  account?: string;
  verbose?: true;
  debug?: true;
}

const defaultApiVersion = "2016-11-01";

/** The service, as an account. */
export interface Service {
  client: Client;
  account: Account;
  /** The object id of the account, which some calls have in their path. */
  objectId(): Promise<string>;
  endpoints: Omit<Endpoints, "resource" | "authorityUrl">;
  apiVersion: string;
  /** Takes what must never be shown. */
  redactor: Redactor;
}

/**
 * Makes the service ready to be called; nothing is sent yet, unless a token has to be renewed.
 * @throws SignInError, UserError
 */
export async function connect(
  options: ServiceOptions,
  world: World,
  settings?: SettingsFile,
): Promise<Service> {
  const { log, redactor } = logger(options, world);
  const fetch = world.fetch ?? (await fetchFor(world.env));
  const accounts = openAccounts({ env: world.env, fetch, userAgent, log });
  const account = await accounts.choose(options.account);
  const { endpoints, apiVersion } = addressesOf(options, account.endpoints, settings);
  const client = createClient({
    send: createHttp({
      fetch,
      userAgent,
      log,
      redact: redactor.text,
      waits: (what, milliseconds) => {
        if (milliseconds >= 2_000)
          world.stderr.write(
            printable(
              `paconn: ${what}: the service is busy or not there; trying again in ${Math.round(milliseconds / 1_000)} s.\n`,
              "\n",
            ),
          );
      },
    }),
    endpoints,
    apiVersion,
    flowApiVersion: setting(settings, "flowApiVersion") ?? defaultApiVersion,
    token: async (how) => {
      const token = await accounts.token(account, how);
      redactor.add(token);
      return token;
    },
  });
  return {
    client,
    account,
    objectId: () => accounts.objectId(account),
    endpoints,
    apiVersion,
    redactor,
  };
}

/** Where the service of the account is that would be used; that of the public cloud when nobody is signed in. */
export async function knownEndpoints(options: ServiceOptions, world: World): Promise<Endpoints> {
  const fetch = world.fetch ?? globalThis.fetch;
  const accounts = openAccounts({ env: world.env, fetch, userAgent });
  try {
    return (await accounts.choose(options.account)).endpoints;
  } catch (error) {
    if (error instanceof SignInError) return clouds.public;
    throw error;
  }
}

export const userAgent = `paconn/${version} Node.js/${process.versions.node}`;

/** Where the service is: by the command line, else the settings file, else the account. */
export function addressesOf(
  options: ServiceOptions,
  known: Endpoints,
  settings?: SettingsFile,
): Pick<Service, "endpoints" | "apiVersion"> {
  const base: Endpoints = options.cloud === undefined ? known : clouds[options.cloud];
  const address = (
    option: string,
    given: string | undefined,
    key: "powerAppsUrl" | "flowUrl" | "bapUrl",
  ) => {
    if (given !== undefined) return plain(webAddress(given, option));
    const text = setting(settings, key);
    if (text === undefined) return base[key];
    const url = webAddress(text, `"${key}" of ${settings!.path}`);
    // Whoever wrote the file would get the token.
    if (!isKnownAddress(url) && url.host !== new URL(base[key]).host)
      throw new UserError(
        `${settings!.path}: "${key}" is ${url.host}, which is no host of Power Platform that paconn knows, and it would be sent your token.`,
        `If you trust it, give it on the command line: ${option} ${url.origin}`,
      );
    return plain(url);
  };
  return {
    endpoints: {
      powerAppsUrl: address("--pau", options.pau, "powerAppsUrl"),
      flowUrl: address("--flow-url", options.flowUrl, "flowUrl"),
      bapUrl: address("--bap-url", options.bapUrl, "bapUrl"),
    },
    apiVersion: options.pav ?? setting(settings, "powerAppsApiVersion") ?? defaultApiVersion,
  };
}

/** Without the slash that an address without a path gets. */
function plain(url: URL): string {
  return url.href.replace(/\/$/, "");
}

function webAddress(text: string, where: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UserError(
      `${where}: "${text}" is no web address.`,
      "It begins with https://, such as https://api.powerapps.com.",
    );
  return url;
}

/** Tells requests on stderr as `--verbose` and `--debug` want, without anything secret. */
export function logger(
  { verbose, debug }: Pick<ServiceOptions, "verbose" | "debug">,
  { stderr }: World,
): { log(entry: LogEntry): void; redactor: Redactor } {
  const redactor = createRedactor();
  const log = (entry: LogEntry) => {
    if (!verbose && !debug) return;
    stderr.write(printable(describe(entry, redactor, debug === true), "\t\n"));
  };
  return { log, redactor };
}

/** One line for `--verbose`; head and body of both ways, too, for `--debug`. */
function describe(entry: LogEntry, redactor: Redactor, withAll: boolean): string {
  const { method, url, status, failure, milliseconds, requestId } = entry;
  const outcome = status === undefined ? `failed: ${redactor.text(failure ?? "")}` : String(status);
  const id = requestId === undefined ? "" : ` (request ${requestId})`;
  const lines = [
    `${method} ${redactor.url(url)} ${outcome} in ${Math.round(milliseconds)} ms${id}`,
  ];
  if (withAll)
    for (const [mark, headers, body] of [
      [">", entry.requestHeaders, entry.requestBody],
      ["<", entry.answerHeaders, entry.answerBody],
    ] as const) {
      for (const [name, value] of Object.entries(redactor.headers(headers ?? {})))
        lines.push(`${mark} ${name}: ${value}`);
      if (body !== undefined) lines.push(`${mark} ${redactor.text(body)}`);
    }
  return `${lines.join("\n")}\n`;
}
