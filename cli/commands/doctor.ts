import { stat } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../host/version.js";
import { asUserError } from "../asUserError.js";
import { ExitCode, type World } from "../command.js";
import { openAccounts } from "../powerApps/accounts.js";
import { claimsOf } from "../powerApps/claims.js";
import { cloudNames, clouds, type Endpoints, isLoopback } from "../powerApps/clouds.js";
import { fetchFor } from "../powerApps/proxy.js";
import { createRedactor } from "../powerApps/redact.js";
import { errorOfFailure } from "../powerApps/serviceError.js";
import { stateFolder } from "../powerApps/stateFolder.js";
import { printable } from "../printable.js";
import { addressesOf, logger, type ServiceOptions, userAgent } from "../service/connect.js";

interface Check {
  name: string;
  state: "good" | "note" | "bad";
  text: string;
}

/** How long a host may take to answer, in milliseconds. */
const patience = 10_000;

/** Tells what may stand in the way of reaching the service. */
export async function run(
  options: ServiceOptions & { json?: true },
  _args: string[],
  world: World,
): Promise<ExitCode> {
  const { env, stdout } = world;
  const redactor = createRedactor();
  const checks: Check[] = [];
  const add = (name: string, state: Check["state"], text: string) =>
    checks.push({ name, state, text: redactor.text(text) });

  add("paconn", "good", version);
  add("Node.js", "good", `${process.versions.node} on ${process.platform} ${process.arch}`);
  for (const name of ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"]) {
    const value = env[name.toLowerCase()] || env[name];
    // What stands before the last @ may be a name and a password, with or without a scheme before it.
    if (value) add(name, "note", value.replace(/^(\w+:\/\/)?.*@/s, "$1***@"));
  }
  if (env.NODE_EXTRA_CA_CERTS) {
    const isThere = await stat(env.NODE_EXTRA_CA_CERTS).then(
      () => true,
      () => false,
    );
    add(
      "NODE_EXTRA_CA_CERTS",
      isThere ? "note" : "bad",
      env.NODE_EXTRA_CA_CERTS + (isThere ? "" : " does not exist"),
    );
  }

  const { log } = logger(options, world);
  const fetch =
    world.fetch ??
    (await fetchFor(env).catch((error: Error) => {
      add("proxy", "bad", error.message);
      return globalThis.fetch;
    }));
  const accounts = openAccounts({ env, fetch, userAgent, log });
  const file = join(stateFolder(env), "accounts.json");
  const kept = await stat(file).catch(() => undefined);
  const isOpen = process.platform !== "win32" && kept !== undefined && (kept.mode & 0o077) !== 0;
  add(
    "accounts",
    isOpen ? "bad" : "good",
    kept === undefined
      ? `${file} is not there yet`
      : isOpen
        ? `others can read ${file}: chmod 600`
        : file,
  );

  let endpoints: Endpoints = clouds[options.cloud ?? "public"];
  try {
    const account = await accounts.choose(options.account);
    endpoints = account.endpoints;
    add(
      "account",
      "good",
      `${account.name} (${account.kind}, tenant ${account.tenant || "unknown"}, cloud ${account.cloud})`,
    );
    const token = await accounts.token(account);
    redactor.add(token);
    const { audience, expiresOn } = claimsOf(token);
    const isRight =
      audience === undefined ||
      audience.replace(/\/$/, "") === endpoints.resource.replace(/\/$/, "");
    add(
      "token",
      isRight ? "good" : "bad",
      `for ${audience ?? "an audience it does not tell"}${isRight ? "" : `, and the service expects ${endpoints.resource}`}${expiresOn === undefined ? "" : `, until ${new Date(expiresOn).toISOString()}`}`,
    );
  } catch (error) {
    const told = asUserError(error) as Error & { todo?: string };
    add("account", "bad", `${told.message}${told.todo === undefined ? "" : ` ${told.todo}`}`);
  }

  const { endpoints: used, apiVersion } = addressesOf(options, endpoints);
  const cloud = cloudNames.find((name) => clouds[name].powerAppsUrl === used.powerAppsUrl);
  add("cloud", "good", cloud ?? "none of Microsoft's, by its address");
  add("API version", "good", apiVersion);
  const hosts = {
    "Power Apps": used.powerAppsUrl,
    "Power Automate": used.flowUrl,
    "list for administrators": used.bapUrl,
    "sign-in": endpoints.authorityUrl,
  };
  const reached = await Promise.all(
    Object.entries(hosts).map(([name, address]) => reach(name, address)),
  );
  for (const { name, state, text } of reached) add(name, state, text);

  const exitCode = checks.some(({ state }) => state === "bad") ? ExitCode.Failed : ExitCode.Done;
  if (options.json) stdout.write(`${JSON.stringify({ checks })}\n`);
  else {
    const width = Math.max(...checks.map(({ name }) => name.length));
    const marks = { good: "ok ", note: "   ", bad: "BAD" };
    for (const { name, state, text } of checks)
      stdout.write(printable(`${marks[state]}  ${name.padEnd(width)}  ${text}\n`, "\n"));
  }
  return exitCode;

  async function reach(name: string, address: string): Promise<Check> {
    const url = new URL(address);
    if (url.protocol !== "https:" && !isLoopback(url))
      return { name, state: "bad", text: `${url.origin} has no https` };
    const since = performance.now();
    try {
      // Any answer shows that the host is reached; no token goes along.
      const response = await fetch(url, {
        method: "HEAD",
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
        headers: { "User-Agent": userAgent },
      });
      await response.body?.cancel();
      const time = Math.round(performance.now() - since);
      return { name, state: "good", text: `${url.origin} answers in ${time} ms` };
    } catch (failure) {
      const { message, todo } = errorOfFailure(name, url, failure, false);
      const reason = message.replace(/^[^:]*: /, "");
      return { name, state: "bad", text: todo === undefined ? reason : `${reason} ${todo}` };
    }
  }
}
