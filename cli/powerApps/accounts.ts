import type { StoredAccount } from "./account.js";
import { claimsOf } from "./claims.js";
import { type CloudName, cloudNames, clouds, type Endpoints } from "./clouds.js";
import type { HttpOptions } from "./http.js";
import { asApplication, forgetUser, type SignInOptions, silently } from "./signIn.js";
import { SignInError } from "./signInError.js";
import { stateFolder } from "./stateFolder.js";
import { TokenCache } from "./tokenCache.js";

/** A token is renewed when it ends within this time, in milliseconds. */
const margin = 5 * 60_000;

export interface Accounts {
  /** All that are kept, and the id of the one that signed in last. */
  list(): Promise<{ accounts: StoredAccount[]; current: string | null }>;
  /**
   * The one with a part of its name, else the token in the environment, else the one that signed in last.
   * @throws SignInError
   */
  choose(name?: string): Promise<StoredAccount>;
  /** An access token, renewed when needed or with `refresh`. @throws SignInError */
  token(account: StoredAccount, options?: { refresh?: boolean }): Promise<string>;
  /** @throws SignInError when the token does not tell it */
  objectId(account: StoredAccount): Promise<string>;
  /** Keeps an account as the one that signed in last. */
  add(account: StoredAccount): Promise<void>;
  remove(account: StoredAccount): Promise<void>;
  /** Forgets all, and removes the file. */
  removeAll(): Promise<void>;
  readonly cache: TokenCache;
}

export interface AccountsOptions extends HttpOptions {
  env: NodeJS.ProcessEnv;
}

export function openAccounts(options: AccountsOptions): Accounts {
  const { env } = options;
  const signInOptions: SignInOptions = options;
  const cache = new TokenCache(stateFolder(env));
  /** Tokens that are being renewed: whoever else needs one waits for the same. */
  const pending = new Map<string, Promise<string>>();

  const contextOf = ({ clientId, tenant, endpoints }: StoredAccount) => ({
    clientId,
    tenant,
    resource: endpoints.resource,
    authorityUrl: endpoints.authorityUrl,
  });

  const renew = async (account: StoredAccount, refresh: boolean): Promise<string> => {
    const isGood = account.token !== undefined && (account.expiresOn ?? 0) > Date.now() + margin;
    switch (account.kind) {
      case "user": {
        const { token } = await silently(
          contextOf(account),
          account.homeAccountId!,
          cache,
          signInOptions,
          refresh,
        );
        return token;
      }
      case "token": {
        const end = account.expiresOn ?? Number.POSITIVE_INFINITY;
        if (end <= Date.now())
          throw new SignInError(
            `The access token expired at ${new Date(end).toISOString()}.`,
            account.token === env.PACONN_ACCESS_TOKEN?.trim()
              ? "Put a new one into $PACONN_ACCESS_TOKEN, or unset it to use what `paconn login` signs in."
              : "It cannot be renewed here; get a new one where it came from, or use `paconn login`.",
          );
        return account.token!;
      }
      default: {
        if (isGood && !refresh) return account.token!;
        const renewed = await asApplication(contextOf(account), account.proof!, signInOptions);
        Object.assign(account, renewed);
        // A token that cannot be kept is good all the same; the next command gets another one.
        await cache
          .change(({ accounts }) => {
            const kept = accounts.find(({ id }) => id === account.id);
            if (kept !== undefined) Object.assign(kept, renewed);
          })
          .catch(() => {});
        return renewed.token;
      }
    }
  };

  const accounts: Accounts = {
    cache,
    async list() {
      const { accounts, current } = await cache.read();
      return { accounts, current };
    },
    async choose(name) {
      if (name === undefined && env.PACONN_ACCESS_TOKEN) return fromEnvironment(env);
      const { accounts, current } = await cache.read();
      if (name === undefined) {
        const found = accounts.find(({ id }) => id === current) ?? accounts.at(-1);
        if (found !== undefined) return found;
        throw new SignInError(
          "You are not signed in.",
          "`paconn login` signs in; in pipelines use `paconn login --service-principal`, or put a token into $PACONN_ACCESS_TOKEN.",
        );
      }
      return only(accounts, name);
    },
    token(account, { refresh = false } = {}) {
      const key = `${account.id} ${refresh}`;
      let token = pending.get(key);
      if (token === undefined) {
        token = renew(account, refresh).finally(() => pending.delete(key));
        pending.set(key, token);
      }
      return token;
    },
    async objectId(account) {
      const objectId = account.objectId ?? claimsOf(await accounts.token(account)).objectId;
      if (objectId !== undefined) return objectId;
      throw new SignInError(
        "The access token does not tell the object id of its owner, which the service needs.",
        "Use a token for Power Platform from Microsoft's sign-in service, such as that of `paconn login`.",
      );
    },
    add: (account) =>
      cache.change((content) => {
        content.accounts = [...content.accounts.filter(({ id }) => id !== account.id), account];
        content.current = account.id;
      }),
    async remove(account) {
      const { homeAccountId } = account;
      const { accounts: all } = await cache.read();
      // The same person may be signed in in another way, whose tokens msal would forget, too.
      const isShared = all.some(
        (each) => each.id !== account.id && each.homeAccountId === homeAccountId,
      );
      if (homeAccountId !== undefined && !isShared)
        await forgetUser(contextOf(account), homeAccountId, cache, signInOptions);
      await cache.change((content) => {
        content.accounts = content.accounts.filter(({ id }) => id !== account.id);
        if (content.current === account.id) content.current = content.accounts.at(-1)?.id ?? null;
      });
    },
    removeAll: () => cache.remove(),
  };
  return accounts;
}

/** The one account with a part of its name. */
function only(accounts: readonly StoredAccount[], name: string): StoredAccount {
  const [wanted = "", cloud, tenant] = name.toLowerCase().split("/");
  const inCloud = accounts.filter(
    (each) =>
      (cloud === undefined || each.cloud === cloud) &&
      (tenant === undefined || each.tenant.toLowerCase() === tenant),
  );
  const exact = inCloud.filter((each) => each.name.toLowerCase() === wanted);
  const found =
    exact.length > 0 ? exact : inCloud.filter((each) => each.name.toLowerCase().includes(wanted));
  if (found.length === 1) return found[0]!;
  throw new SignInError(
    found.length === 0
      ? `No account with "${name}" in its name is signed in.`
      : `${found.length} accounts have "${name}" in their name: ${found.map((each) => `${each.name}/${each.cloud}/${each.tenant}`).join(", ")}.`,
    "`paconn whoami` lists them.",
  );
}

function fromEnvironment(env: NodeJS.ProcessEnv): StoredAccount {
  const cloud = env.PACONN_CLOUD || "public";
  if (!(cloudNames as string[]).includes(cloud))
    throw new SignInError(
      `$PACONN_CLOUD is "${cloud}", which is no cloud.`,
      `It is one of ${cloudNames.join(", ")}.`,
    );
  return tokenAccount(
    env.PACONN_ACCESS_TOKEN!.trim(),
    cloud as CloudName,
    clouds[cloud as CloudName],
  );
}

/** An account that is nothing but an access token. */
export function tokenAccount(token: string, cloud: CloudName, endpoints: Endpoints): StoredAccount {
  const { name = "an access token", objectId, tenant = "", expiresOn } = claimsOf(token);
  return {
    id: `token ${cloud} ${objectId ?? ""}`,
    name,
    kind: "token",
    cloud,
    endpoints,
    tenant,
    clientId: "",
    token,
    ...(objectId !== undefined && { objectId }),
    ...(expiresOn !== undefined && { expiresOn }),
  };
}
