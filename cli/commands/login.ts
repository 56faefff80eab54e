import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { UserError } from "../../host/errors.js";
import { ExitCode, type World } from "../command.js";
import type { Account, Proof, StoredAccount } from "../powerApps/account.js";
import { openAccounts, tokenAccount } from "../powerApps/accounts.js";
import { claimsOf } from "../powerApps/claims.js";
import {
  type CloudName,
  cloudNames,
  clouds,
  type Endpoints,
  isKnownAddress,
} from "../powerApps/clouds.js";
import { fetchFor } from "../powerApps/proxy.js";
import {
  asApplication,
  defaultClientId,
  defaultTenant,
  type SignInOptions,
  withBrowser,
  withDeviceCode,
} from "../powerApps/signIn.js";
import { type SignInContext, SignInError } from "../powerApps/signInError.js";
import { printable } from "../printable.js";
import { logger, userAgent } from "../service/connect.js";
import { readSettings, type SettingsFile, setting } from "../service/settingsFile.js";

interface Options {
  clid?: string;
  tenant?: string;
  authorityUrl?: string;
  resource?: string;
  settings?: string;
  force?: true;
  cloud?: CloudName;
  pau?: string;
  flowUrl?: string;
  bapUrl?: string;
  browser?: true;
  servicePrincipal?: true;
  clientSecretEnv?: string;
  clientSecretStdin?: true;
  certificate?: string;
  certificatePasswordEnv?: string;
  federated?: "github" | "azure-devops";
  federatedTokenFile?: string;
  managedIdentity?: string | true;
  tokenStdin?: true;
  verbose?: true;
  debug?: true;
  json?: true;
}

/** Signs in, and keeps the account as the one that counts. */
export async function run(options: Options, _args: string[], world: World): Promise<ExitCode> {
  const { env } = world;
  const settings =
    options.settings === undefined ? undefined : await readSettings(options.settings);
  const cloud = cloudOf(options, env);
  const endpoints = endpointsOf(cloud, options, settings);
  const { log, redactor } = logger(options, world);
  const fetch = world.fetch ?? (await fetchFor(env));
  const signInOptions: SignInOptions = { fetch, env, userAgent, log };
  const accounts = openAccounts(signInOptions);
  // What cannot be kept afterwards is told before anybody signs in.
  const kept = await accounts.list();

  if (options.tokenStdin) {
    const token = (await text(world.stdin)).trim();
    if (token === "") throw new UserError("There is no access token on standard input.");
    redactor.add(token);
    return keep(tokenAccount(token, cloud, endpoints));
  }

  const proof = proofOf(options, env);
  const context: SignInContext = {
    clientId:
      options.clid ??
      setting(settings, "clientId") ??
      (proof === undefined ? defaultClientId : (env.AZURE_CLIENT_ID ?? "")),
    tenant:
      options.tenant ??
      setting(settings, "tenant") ??
      (proof === undefined ? defaultTenant : (env.AZURE_TENANT_ID ?? "")),
    resource: endpoints.resource,
    authorityUrl: endpoints.authorityUrl,
  };
  if (proof !== undefined) return keep(await asAnApplication(proof));

  if (!options.force) {
    const known = await signedInAlready();
    if (known !== undefined) return told(known, false);
  }
  const session = options.browser
    ? await withBrowser(context, accounts.cache, signInOptions, (address) =>
        world.stderr.write(
          printable(
            `The browser asks you to sign in. If it does not open, go to:\n${address}\n`,
            "\n",
          ),
        ),
      )
    : await withDeviceCode(context, accounts.cache, signInOptions, ({ address, code, seconds }) =>
        world.stderr.write(
          printable(
            `Go to ${address} and enter the code ${code}.\nWaiting up to ${Math.round(seconds / 60)} minutes; Ctrl-C ends it.\n`,
            "\n",
          ),
        ),
      );
  const { account } = session;
  const claims = claimsOf(session.token);
  const objectId = claims.objectId ?? account.localAccountId;
  return keep({
    id: `user ${cloud} ${context.tenant} ${context.clientId} ${endpoints.resource} ${account.homeAccountId}`,
    name: account.username || account.name || claims.name || account.homeAccountId,
    kind: "user",
    cloud,
    endpoints,
    tenant: context.tenant,
    clientId: context.clientId,
    objectId,
    homeAccountId: account.homeAccountId,
  });

  async function asAnApplication(by: Proof): Promise<StoredAccount> {
    const isMachine = by.from === "managed identity";
    if (!isMachine && context.clientId === "")
      throw new UserError(
        "It is not said which application signs in.",
        "Name it with --clid or $AZURE_CLIENT_ID.",
      );
    if (!isMachine && context.tenant === "")
      throw new UserError(
        "An application signs in to one tenant.",
        "Name it with --tenant or $AZURE_TENANT_ID.",
      );
    const secret = options.clientSecretStdin
      ? (await text(world.stdin)).replace(/\r?\n$/, "")
      : undefined;
    if (secret !== undefined) redactor.add(secret);
    const token = await asApplication(context, by, signInOptions, secret);
    const claims = claimsOf(token.token);
    return {
      id: `${by.from} ${cloud} ${context.tenant} ${context.clientId} ${endpoints.resource}`,
      name: isMachine ? (by.clientId ?? "this machine") : context.clientId,
      kind: isMachine ? "managed identity" : "service principal",
      cloud,
      endpoints,
      tenant: claims.tenant ?? context.tenant,
      clientId: context.clientId,
      proof: by,
      ...(claims.objectId !== undefined && { objectId: claims.objectId }),
      ...token,
    };
  }

  /** The account that is signed in already, when it is what is asked for and its session is good. */
  async function signedInAlready(): Promise<StoredAccount | undefined> {
    const known = kept.accounts.find(({ id }) => id === kept.current);
    const isWanted =
      known?.kind === "user" &&
      known.clientId === context.clientId &&
      known.tenant === context.tenant &&
      (Object.keys(endpoints) as (keyof Endpoints)[]).every(
        (key) => known.endpoints[key] === endpoints[key],
      );
    if (!isWanted) return undefined;
    try {
      await accounts.token(known);
      return known;
    } catch (error) {
      if (error instanceof SignInError) return undefined;
      throw error;
    }
  }

  async function keep(account: StoredAccount): Promise<ExitCode> {
    const { audience } = account.token === undefined ? {} : claimsOf(account.token);
    if (audience !== undefined && !isSameResource(audience, endpoints.resource))
      world.stderr.write(
        printable(
          `paconn: The token is for ${audience}, and the service expects ${endpoints.resource}.\n`,
          "\n",
        ),
      );
    await accounts.add(account);
    return told(account, true);
  }

  function told(account: Account, isNew: boolean): ExitCode {
    const { name, kind, tenant, cloud: where } = account;
    world.stdout.write(
      options.json
        ? `${JSON.stringify({ account: publicPart(account), isNew })}\n`
        : printable(
            `${isNew ? "Signed in" : "Already signed in"} as ${name} (${kind}${tenant && `, tenant ${tenant}`}, cloud ${where}).${isNew ? "" : " --force signs in again, as somebody else, too."}\n`,
            "\n",
          ),
    );
    return ExitCode.Done;
  }
}

/** What may be shown of an account. */
export function publicPart({ name, kind, cloud, tenant, clientId, objectId }: Account) {
  return { name, kind, cloud, tenant, clientId, objectId: objectId ?? null };
}

function cloudOf({ cloud }: Options, env: NodeJS.ProcessEnv): CloudName {
  const name = cloud ?? (env.PACONN_CLOUD || "public");
  if ((cloudNames as string[]).includes(name)) return name as CloudName;
  throw new UserError(
    `$PACONN_CLOUD is "${name}", which is no cloud.`,
    `It is one of ${cloudNames.join(", ")}.`,
  );
}

function endpointsOf(
  cloud: CloudName,
  options: Options,
  settings: SettingsFile | undefined,
): Endpoints {
  const address = (key: keyof Endpoints, option: string, given: string | undefined): string => {
    const text = given ?? setting(settings, key);
    if (text === undefined) return clouds[cloud][key];
    const from = given === undefined ? `${settings!.path}: "${key}"` : option;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
      throw new UserError(
        `${from} is "${text}", which is no web address.`,
        "It begins with https://.",
      );
    // Whoever wrote the file would get what is sent there.
    if (given === undefined && !isKnownAddress(url))
      throw new UserError(
        `${from} is ${url.host}, which is no host of Power Platform that paconn knows.`,
        `If you trust it, give it on the command line: ${option} ${text}`,
      );
    return key === "resource" ? text : text.replace(/\/+$/, "");
  };
  return {
    powerAppsUrl: address("powerAppsUrl", "--pau", options.pau),
    flowUrl: address("flowUrl", "--flow-url", options.flowUrl),
    bapUrl: address("bapUrl", "--bap-url", options.bapUrl),
    resource: address("resource", "--resource", options.resource),
    authorityUrl: address("authorityUrl", "--authority-url", options.authorityUrl),
  };
}

/** How an application signs in; `undefined` for people. */
function proofOf(options: Options, env: NodeJS.ProcessEnv): Proof | undefined {
  const { managedIdentity, federated, federatedTokenFile, certificate, certificatePasswordEnv } =
    options;
  const chosen = [
    managedIdentity,
    federated,
    federatedTokenFile,
    certificate,
    options.browser,
  ].filter(Boolean);
  if (chosen.length > 1)
    throw new UserError(
      "Only one way to sign in can be used.",
      "Give one of the options that name one.",
    );
  if (managedIdentity)
    return {
      from: "managed identity",
      ...(typeof managedIdentity === "string" && { clientId: managedIdentity }),
    };
  if (federated) return { from: federated };
  if (federatedTokenFile) return { from: "file", file: resolve(federatedTokenFile) };
  const byCertificate = (file: string): Proof => ({
    from: "certificate",
    // A renewal may be in another folder.
    file: resolve(file),
    ...(certificatePasswordEnv !== undefined && { passwordVariable: certificatePasswordEnv }),
  });
  if (certificate) return byCertificate(certificate);
  if (options.clientSecretEnv) return { from: "secret", variable: options.clientSecretEnv };
  if (!options.servicePrincipal && !options.clientSecretStdin) return undefined;
  if (!options.clientSecretStdin) {
    if (env.PACONN_CLIENT_SECRET) return { from: "secret", variable: "PACONN_CLIENT_SECRET" };
    if (env.AZURE_CLIENT_SECRET) return { from: "secret", variable: "AZURE_CLIENT_SECRET" };
    if (env.AZURE_CLIENT_CERTIFICATE_PATH) return byCertificate(env.AZURE_CLIENT_CERTIFICATE_PATH);
    if (env.AZURE_FEDERATED_TOKEN_FILE)
      return { from: "file", file: env.AZURE_FEDERATED_TOKEN_FILE };
  }
  return { from: "secret", variable: "PACONN_CLIENT_SECRET" };
}

function isSameResource(audience: string, resource: string): boolean {
  return audience.replace(/\/+$/, "") === resource.replace(/\/+$/, "");
}
