import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import type {
  AccountInfo,
  AuthenticationResult,
  ConfidentialClientApplication,
  INetworkModule,
  NetworkResponse,
  PublicClientApplication,
} from "@azure/msal-node";
import type { Proof } from "./account.js";
import { claimsOf } from "./claims.js";
import { isLoopback } from "./clouds.js";
import { createHttp, createSendOnce, type HttpOptions } from "./http.js";
import { openInBrowser } from "./openInBrowser.js";
import { errorOfAnswer, ServiceError } from "./serviceError.js";
import { explainSignIn, type SignInContext, SignInError } from "./signInError.js";
import type { TokenCache } from "./tokenCache.js";

/** The public application that Microsoft's paconn signs in as, the one of the Azure CLI. */
export const defaultClientId = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
export const defaultTenant = "common";

/** A token of an application, which nothing but its proof renews. */
export interface AppToken {
  token: string;
  /** In milliseconds since 1970. */
  expiresOn: number;
}

export interface UserSession {
  token: string;
  expiresOn: number;
  account: AccountInfo;
}

export interface DeviceCode {
  address: string;
  code: string;
  /** How long it can be used, in seconds. */
  seconds: number;
}

/** What signing in needs of the world. */
export interface SignInOptions extends HttpOptions {
  env: NodeJS.ProcessEnv;
}

/** Signs a user in with a code that is typed on another page. */
export function withDeviceCode(
  context: SignInContext,
  cache: TokenCache,
  options: SignInOptions,
  show: (code: DeviceCode) => void,
): Promise<UserSession> {
  return explained(context, async (heard) => {
    const app = await publicApp(context, cache, options, heard);
    const result = await app.acquireTokenByDeviceCode({
      scopes: scopesOf(context),
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) =>
        show({ address: verificationUri, code: userCode, seconds: expiresIn }),
    });
    return sessionOf(result);
  });
}

/** Signs a user in with the browser of this machine, which comes back to a port of it. */
export function withBrowser(
  context: SignInContext,
  cache: TokenCache,
  options: SignInOptions,
  show: (address: string) => void,
): Promise<UserSession> {
  return explained(context, async (heard) => {
    const app = await publicApp(context, cache, options, heard);
    const result = await app.acquireTokenInteractive({
      scopes: scopesOf(context),
      prompt: "select_account",
      successTemplate: page("You are signed in. You can close this page."),
      errorTemplate: page("Signing in failed; the terminal tells why. You can close this page."),
      openBrowser: async (address) => {
        show(address);
        openInBrowser(address, options.env);
      },
    });
    return sessionOf(result);
  });
}

/** A token of a user who has signed in before, renewed when it is about to end or a new one is wanted. */
export function silently(
  context: SignInContext,
  homeAccountId: string,
  cache: TokenCache,
  options: SignInOptions,
  forceRefresh: boolean,
): Promise<UserSession> {
  return explained(context, async (heard) => {
    const app = await publicApp(context, cache, options, heard);
    const account = await app.getTokenCache().getAccountByHomeId(homeAccountId);
    if (account === null)
      throw new SignInError("The session has ended.", "Sign in again: `paconn login --force`");
    return sessionOf(
      await app.acquireTokenSilent({ account, scopes: scopesOf(context), forceRefresh }),
    );
  });
}

/** Removes what msal keeps of a user. */
export async function forgetUser(
  context: SignInContext,
  homeAccountId: string,
  cache: TokenCache,
  options: SignInOptions,
): Promise<void> {
  const app = await publicApp(context, cache, options);
  const account = await app.getTokenCache().getAccountByHomeId(homeAccountId);
  if (account !== null) await app.getTokenCache().removeAccount(account);
}

/**
 * A token of an application or a machine.
 * @param secret the secret of an application, when it comes from elsewhere than its environment variable
 */
export function asApplication(
  context: SignInContext,
  proof: Proof,
  options: SignInOptions,
  secret?: string,
): Promise<AppToken> {
  return explained(context, async (heard) => {
    if (proof.from === "managed identity")
      return managedIdentity(context, proof.clientId, options, heard);
    const app = await confidentialApp(
      context,
      options,
      await credential(proof, options, secret),
      heard,
    );
    const result = await app.acquireTokenByClientCredential({
      scopes: scopesOf(context),
      skipCache: true,
    });
    if (result === null) throw new SignInError("The sign-in service gave no token.");
    return appToken(result);
  });
}

async function credential(proof: Proof, options: SignInOptions, secret: string | undefined) {
  const { env } = options;
  switch (proof.from) {
    case "secret": {
      const clientSecret = secret ?? env[proof.variable];
      if (!clientSecret)
        throw new SignInError(
          `The secret of the application is not there: $${proof.variable} is not set.`,
          "It is not kept, so it has to be there whenever a new token is needed, about every hour.",
        );
      return { clientSecret };
    }
    case "certificate":
      return { clientCertificate: await certificate(proof.file, proof.passwordVariable, env) };
    case "file":
      return { clientAssertion: () => readTokenFile(proof.file) };
    case "github":
      return { clientAssertion: () => githubToken(options) };
    case "azure-devops":
      return { clientAssertion: () => azureDevOpsToken(options) };
    default:
      throw new SignInError("A managed identity has no credential.");
  }
}

async function certificate(
  file: string,
  passwordVariable: string | undefined,
  env: NodeJS.ProcessEnv,
) {
  const pem = await readText(file, "The certificate");
  const password = passwordVariable === undefined ? undefined : env[passwordVariable];
  const x5c = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(pem)?.[0];
  if (x5c === undefined)
    throw new SignInError(
      `${file} holds no certificate in PEM form.`,
      "Turn a PFX file into one: openssl pkcs12 -in FILE.pfx -nodes -out FILE.pem",
    );
  try {
    const key = createPrivateKey({
      key: pem,
      ...(password !== undefined && { passphrase: password }),
    });
    return {
      thumbprintSha256: new X509Certificate(x5c).fingerprint256.replaceAll(":", ""),
      privateKey: key.export({ type: "pkcs8", format: "pem" }).toString(),
      x5c,
    };
  } catch (error) {
    const isLocked = /passphrase|interrupted|bad decrypt|decrypt/i.test((error as Error).message);
    throw new SignInError(
      isLocked
        ? `The key in ${file} needs a password, or another one.`
        : `${file} holds no private key that can be read.`,
      isLocked
        ? "Name the environment variable that has it: --certificate-password-env NAME"
        : "The file needs the certificate and its private key, both in PEM form.",
    );
  }
}

async function readTokenFile(file: string): Promise<string> {
  return (await readText(file, "The token")).trim();
}

async function readText(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SignInError(
      `${what} cannot be read from ${file}: ${code === "ENOENT" ? "it does not exist" : (error as Error).message}.`,
    );
  }
}

async function githubToken(options: SignInOptions): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } =
    options.env;
  if (!address || !token)
    throw new SignInError(
      "GitHub gives this job no token.",
      "The job needs `permissions: { id-token: write }`.",
    );
  const url = new URL(address);
  url.searchParams.set("audience", "api://AzureADTokenExchange");
  return pipelineToken("GET", url, token, "value", options);
}

async function azureDevOpsToken(options: SignInOptions): Promise<string> {
  const {
    SYSTEM_OIDCREQUESTURI: address,
    SYSTEM_ACCESSTOKEN: token,
    AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: connection,
  } = options.env;
  if (!address || !token || !connection)
    throw new SignInError(
      "Azure DevOps gives this step no token: $SYSTEM_OIDCREQUESTURI, $SYSTEM_ACCESSTOKEN or $AZURESUBSCRIPTION_SERVICE_CONNECTION_ID is missing.",
      "Run it in an AzureCLI or AzurePowerShell task of a service connection, with `env: SYSTEM_ACCESSTOKEN: $(System.AccessToken)`.",
    );
  const url = new URL(address);
  url.searchParams.set("api-version", "7.1");
  url.searchParams.set("serviceConnectionId", connection);
  return pipelineToken("POST", url, token, "oidcToken", options);
}

async function pipelineToken(
  method: "GET" | "POST",
  url: URL,
  token: string,
  member: string,
  options: SignInOptions,
): Promise<string> {
  const send = createHttp(options);
  const { text } = await send({
    method,
    url,
    what: "the token of the pipeline",
    isRepeatable: true,
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    token: async () => token,
  });
  const value = asRecord(text)?.[member];
  if (typeof value === "string" && value !== "") return value;
  throw new SignInError(`${url.host} gave no token for this pipeline.`);
}

async function managedIdentity(
  context: SignInContext,
  clientId: string | undefined,
  options: SignInOptions,
  heard: Heard,
): Promise<AppToken> {
  const { ManagedIdentityApplication } = await import("@azure/msal-node");
  const app = new ManagedIdentityApplication({
    ...(clientId !== undefined && { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient: networkClient(options, heard) },
  });
  return appToken(await app.acquireToken({ resource: context.resource, forceRefresh: true }));
}

async function publicApp(
  context: SignInContext,
  cache: TokenCache,
  options: SignInOptions,
  heard: Heard = {},
): Promise<PublicClientApplication> {
  const { PublicClientApplication } = await import("@azure/msal-node");
  return new PublicClientApplication({
    auth: authOf(context),
    cache: { cachePlugin: cache.plugin() },
    system: { networkClient: networkClient(options, heard) },
  });
}

async function confidentialApp(
  context: SignInContext,
  options: SignInOptions,
  credential: object,
  heard: Heard,
): Promise<ConfidentialClientApplication> {
  const { ConfidentialClientApplication } = await import("@azure/msal-node");
  return new ConfidentialClientApplication({
    auth: { ...authOf(context), ...credential },
    system: { networkClient: networkClient(options, heard) },
  });
}

function authOf({ clientId, tenant, authorityUrl }: SignInContext) {
  const authority = new URL(authorityUrl);
  return {
    clientId,
    authority: `${authority.href.replace(/\/+$/, "")}/${encodeURIComponent(tenant)}`,
    // It was chosen, so nobody has to be asked whether it is one.
    knownAuthorities: [authority.host],
  };
}

/** The slash at the end of the resource stays, since the token must be for just that name. */
function scopesOf({ resource }: SignInContext): string[] {
  return [`${resource}/.default`];
}

/** What the sign-in service said last of why it refuses; msal keeps only a part of it. */
interface Heard {
  description?: string;
}

async function explained<Result>(
  context: SignInContext,
  action: (heard: Heard) => Promise<Result>,
): Promise<Result> {
  const heard: Heard = {};
  try {
    return await action(heard);
  } catch (error) {
    throw explainSignIn(error, context, heard.description);
  }
}

function sessionOf(result: AuthenticationResult | null): UserSession {
  if (result?.account === null || result === null)
    throw new SignInError("The sign-in service did not tell who signed in.");
  return { ...appToken(result), account: result.account };
}

function appToken({ accessToken, expiresOn }: AuthenticationResult): AppToken {
  return {
    token: accessToken,
    expiresOn: expiresOn?.getTime() ?? claimsOf(accessToken).expiresOn ?? 0,
  };
}

/** Sends what msal wants to send the way everything else is sent. */
function networkClient(options: SignInOptions, heard: Heard): INetworkModule {
  const sendOnce = createSendOnce(options);
  const exchange = async <Body>(
    method: "GET" | "POST",
    address: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<NetworkResponse<Body>> => {
    const url = new URL(address);
    const request = {
      method,
      url,
      headers,
      what: "signing in",
      isRepeatable: true,
      ...(body !== undefined && { body }),
    };
    // The address of managed identities is one of the machine's own network.
    const isAllowed =
      url.protocol === "https:" || isLoopback(url) || /^169\.254(\.\d+){2}$/.test(url.hostname);
    if (!isAllowed) throw new SignInError(`Nothing is sent to ${url.origin}, which has no https.`);
    const answer = await sendOnce(request);
    if (answer instanceof ServiceError) throw answer;
    const content = asRecord(answer.text);
    if (content === undefined)
      throw errorOfAnswer("signing in", {
        status: answer.status,
        url,
        text: answer.text,
        requestId: undefined,
        mayHaveHappened: false,
      });
    if (typeof content.error_description === "string")
      heard.description = content.error_description;
    else delete heard.description;
    const answered: Record<string, string> = {};
    answer.headers.forEach((value, name) => {
      answered[name] = value;
    });
    return { headers: answered, body: content as Body, status: answer.status };
  };
  return {
    sendGetRequestAsync: (url, request) => exchange("GET", url, request),
    sendPostRequestAsync: (url, request) => exchange("POST", url, request),
  };
}

function asRecord(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function page(text: string): string {
  return `<!doctype html><meta charset="utf-8"><title>paconn</title><body style="font: 1.2rem sans-serif; margin: 4rem">${text}</body>`;
}
