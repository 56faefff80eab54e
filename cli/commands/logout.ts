import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ExitCode, type World } from "../command.js";
import { openAccounts } from "../powerApps/accounts.js";
import { fetchFor } from "../powerApps/proxy.js";
import { SignInError } from "../powerApps/signInError.js";
import { printable } from "../printable.js";
import { userAgent } from "../service/connect.js";

interface Options {
  account?: string;
  all?: true;
  json?: true;
}

/** Forgets accounts. Nothing is sent: a token that somebody copied stays good until it ends. */
export async function run(options: Options, _args: string[], world: World): Promise<ExitCode> {
  const { env, stdout, stderr } = world;
  const accounts = openAccounts({ env, fetch: world.fetch ?? (await fetchFor(env)), userAgent });
  const forgotten: string[] = [];
  if (options.all) {
    // A file that cannot be read is removed, too.
    const known = await accounts.list().catch((error) => {
      if (error instanceof SignInError) return { accounts: [] };
      throw error;
    });
    forgotten.push(...known.accounts.map(({ name }) => name));
    await accounts.removeAll();
  } else {
    const { accounts: all, current } = await accounts.list();
    const account =
      options.account === undefined
        ? all.find(({ id }) => id === current)
        : await accounts.choose(options.account);
    if (account !== undefined) {
      await accounts.remove(account);
      forgotten.push(account.name);
    }
  }
  if (options.json) stdout.write(`${JSON.stringify({ forgotten })}\n`);
  else
    stdout.write(
      printable(
        forgotten.length === 0
          ? "Nobody was signed in.\n"
          : `Signed out: ${forgotten.join(", ")}.\n`,
        "\n",
      ),
    );
  const old = join(env.HOME || homedir(), ".paconn", "accessTokens.json");
  if (existsSync(old))
    stderr.write(
      printable(`Microsoft's paconn has left a token in ${old}; \`rm\` removes it.\n`, "\n"),
    );
  if (env.PACONN_ACCESS_TOKEN)
    stderr.write("$PACONN_ACCESS_TOKEN is set and goes on to be used.\n");
  return ExitCode.Done;
}
