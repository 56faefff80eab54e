/**
 * Changes a cache of tokens in many rounds, as a process of its own: `cacheWriter.ts FOLDER NAME ROUNDS`. Each round adds
 * an account, and lets msal's part add a token by the way of msal.
 */
import { clouds } from "../../cli/powerApps/clouds.js";
import { TokenCache } from "../../cli/powerApps/tokenCache.js";

const [, , folder, name, rounds] = process.argv;
const cache = new TokenCache(folder!);

/** What msal hands to a plugin: it keeps tokens in memory, and gives them away as text. */
class MsalCache {
  private entries: Record<string, Record<string, unknown>> = {};
  deserialize(text: string) {
    this.entries = JSON.parse(text);
  }
  serialize() {
    return JSON.stringify(this.entries);
  }
  add(key: string) {
    this.entries.RefreshToken = {
      ...this.entries.RefreshToken,
      [key]: { secret: "x".repeat(500) },
    };
  }
}

for (let round = 0; round < Number(rounds); round++) {
  const id = `${name}-${round}`;
  await cache.change(({ accounts }) => {
    accounts.push({
      id,
      name: id,
      kind: "token",
      cloud: "public",
      endpoints: clouds.public,
      tenant: "",
      clientId: "",
    });
  });
  const plugin = cache.plugin();
  const tokenCache = new MsalCache();
  const context = { cacheHasChanged: true, tokenCache } as never;
  await plugin.beforeCacheAccess(context);
  tokenCache.add(id);
  await plugin.afterCacheAccess(context);
}
