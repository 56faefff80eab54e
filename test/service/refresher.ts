/**
 * Renews the token of an account in many rounds, as a process of its own: `refresher.ts ACCOUNT ROUNDS`, with the state
 * folder and the certificate of the double in the environment.
 */
import { openAccounts } from "../../cli/powerApps/accounts.js";

const [, , name, rounds] = process.argv;
const accounts = openAccounts({ env: process.env, fetch: globalThis.fetch, userAgent: "test" });
const tokens = new Set<string>();
for (let round = 0; round < Number(rounds); round++) {
  const account = await accounts.choose(name);
  tokens.add(await accounts.token(account, { refresh: true }));
}
process.stdout.write(String(tokens.size));
