import { randomUUID } from "node:crypto";
import { chmod, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ICachePlugin } from "@azure/msal-node";
import type { StoredAccount } from "./account.js";
import { withLock } from "./lock.js";
import { SignInError } from "./signInError.js";

/** What the file holds: who is signed in, and the tokens. Neither secrets nor passwords of applications. */
export interface TokenCacheContent {
  version: 1;
  /** The id of the account that signed in last. */
  current: string | null;
  accounts: StoredAccount[];
  /** What msal keeps of users, by kind and key. */
  msal: MsalCache;
}

type MsalCache = Record<string, Record<string, unknown>>;

/** The one file with all tokens, readable by its owner only; always whole, and changed by one process at a time. */
export class TokenCache {
  private readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, "accounts.json");
  }

  /** @throws SignInError when the file is there but cannot be read */
  async read(): Promise<TokenCacheContent> {
    let text: string;
    try {
      text = await readFile(this.path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return empty();
      throw this.unreadable((error as Error).message);
    }
    try {
      const content = JSON.parse(text) as Partial<TokenCacheContent>;
      if (typeof content !== "object" || content === null) throw new Error("it holds no object");
      return {
        version: 1,
        current: content.current ?? null,
        accounts: (Array.isArray(content.accounts) ? content.accounts : []).filter(isAccount),
        msal: content.msal ?? {},
      };
    } catch (error) {
      throw this.unreadable((error as Error).message);
    }
  }

  /** Changes the file as it is at that moment. */
  async change(change: (content: TokenCacheContent) => void): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
      await withLock(`${this.path}.lock`, async () => {
        const content = await this.read();
        change(content);
        await this.write(content);
      });
    } catch (error) {
      if (error instanceof SignInError) throw error;
      throw new SignInError(
        `${this.path}, which holds who is signed in, cannot be written: ${(error as Error).message.replace(/\.$/, "")}.`,
        "Set $XDG_STATE_HOME to a folder that can be written, or use $PACONN_ACCESS_TOKEN.",
      );
    }
  }

  /** Removes the file, whatever it holds. */
  async remove(): Promise<void> {
    const folder = dirname(this.path);
    const names = await readdir(folder).catch(() => []);
    // Drafts of writes that were killed hold tokens, too.
    for (const name of names)
      if (
        name === basename(this.path) ||
        (name.startsWith(basename(this.path)) && name.endsWith(".tmp"))
      )
        await rm(join(folder, name), { force: true });
  }

  /** Lets msal keep its part; what another process wrote meanwhile stays. */
  plugin(): ICachePlugin {
    let base: MsalCache = {};
    return {
      beforeCacheAccess: async ({ tokenCache }) => {
        base = (await this.read()).msal;
        tokenCache.deserialize(JSON.stringify(base));
      },
      afterCacheAccess: async ({ cacheHasChanged, tokenCache }) => {
        if (!cacheHasChanged) return;
        const before = base;
        const after = JSON.parse(tokenCache.serialize()) as MsalCache;
        await this.change((content) => {
          content.msal = merged(content.msal, before, after);
        });
      },
    };
  }

  private async write(content: TokenCacheContent): Promise<void> {
    const draft = `${this.path}.${randomUUID()}.tmp`;
    try {
      const file = await open(draft, "wx", 0o600);
      try {
        await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await chmod(draft, 0o600);
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  private unreadable(reason: string): SignInError {
    return new SignInError(
      `${this.path}, which holds who is signed in, cannot be read: ${reason}.`,
      "`paconn logout --all` removes it; then sign in again.",
    );
  }
}

/** Whether something is an account that can be used; somebody may have edited the file. */
function isAccount(value: unknown): value is StoredAccount {
  const account = value as StoredAccount | null;
  return (
    typeof account === "object" &&
    account !== null &&
    typeof account.id === "string" &&
    typeof account.name === "string" &&
    typeof account.endpoints === "object" &&
    account.endpoints !== null
  );
}

function empty(): TokenCacheContent {
  return { version: 1, current: null, accounts: [], msal: {} };
}

/** What is on disk, with what changed between two states of this process. */
function merged(onDisk: MsalCache, before: MsalCache, after: MsalCache): MsalCache {
  const result: MsalCache = {};
  for (const kind of new Set([...Object.keys(onDisk), ...Object.keys(after)])) {
    const entries = { ...onDisk[kind] };
    for (const [key, value] of Object.entries(after[kind] ?? {}))
      if (JSON.stringify(value) !== JSON.stringify(before[kind]?.[key])) entries[key] = value;
    for (const key of Object.keys(before[kind] ?? {}))
      if (after[kind]?.[key] === undefined) delete entries[key];
    result[kind] = entries;
  }
  return result;
}
