import { ExitCode, type World } from "../command.js";
import type { StoredAccount } from "../powerApps/account.js";
import { openAccounts } from "../powerApps/accounts.js";
import { fetchFor } from "../powerApps/proxy.js";
import { userAgent } from "../service/connect.js";
import { table } from "../table.js";
import { publicPart } from "./login.js";

/** Lists the accounts that are signed in. */
export async function run(
  options: { json?: true },
  _args: string[],
  world: World,
): Promise<ExitCode> {
  const { env, stdout, stderr } = world;
  const accounts = openAccounts({ env, fetch: world.fetch ?? (await fetchFor(env)), userAgent });
  const { accounts: kept, current } = await accounts.list();
  const all = [...kept];
  let counting = current;
  let isFromEnvironment = false;
  if (env.PACONN_ACCESS_TOKEN) {
    const account = await accounts.choose();
    all.unshift({ ...account, name: `${account.name} ($PACONN_ACCESS_TOKEN)` });
    counting = null;
    // It wins over the accounts that are kept.
    isFromEnvironment = true;
  }
  const isCounting = (account: StoredAccount) =>
    isFromEnvironment ? account === all[0] : account.id === counting;
  if (options.json)
    stdout.write(
      `${JSON.stringify({
        accounts: all.map((account) => ({
          ...publicPart(account),
          isCurrent: isCounting(account),
          expiresOn:
            account.expiresOn === undefined ? null : new Date(account.expiresOn).toISOString(),
          renews: account.kind !== "token",
        })),
      })}\n`,
    );
  else
    stdout.write(
      table(
        ["", "account", "kind", "tenant", "cloud", "token"],
        all.map((account) => [
          isCounting(account) ? "*" : "",
          account.name,
          account.kind,
          account.tenant,
          account.cloud,
          stateOf(account),
        ]),
      ),
    );
  if (all.length > 0) return ExitCode.Done;
  stderr.write("Nobody is signed in. `paconn login` signs in.\n");
  return ExitCode.Forbidden;
}

/** How long the token of an account is good. */
export function stateOf({ kind, expiresOn, proof }: StoredAccount): string {
  if (kind === "user") return "renews by itself";
  const end =
    expiresOn === undefined ? "" : new Date(expiresOn).toISOString().replace(/:\d\d\.\d+Z$/, "Z");
  const state =
    expiresOn === undefined ? "" : expiresOn > Date.now() ? `until ${end}` : `ended ${end}`;
  if (kind === "token") return state;
  return `${state}, renews from ${proof?.from === "secret" ? `$${proof.variable}` : (proof?.from ?? "nothing")}`;
}
