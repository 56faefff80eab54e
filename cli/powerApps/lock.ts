import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";

/** How long a lock is waited for, and how long one counts whose process cannot be asked, in milliseconds. */
const patience = 15_000;
const longestHold = 30_000;

/**
 * Runs an action while no other process does under the same lock file. A lock whose process is gone is broken.
 * @throws Error when the lock stays taken
 */
export async function withLock<Result>(
  path: string,
  action: () => Promise<Result>,
): Promise<Result> {
  const mine = JSON.stringify({ process: process.pid, host: hostname(), id: randomUUID() });
  const release = () => {
    if (holderOf(path) === mine) rmSync(path, { force: true });
  };
  const end = Date.now() + patience;
  while (!take(path, mine)) {
    breakStale(path);
    if (Date.now() > end)
      throw new Error(`${path} says that another process is at work; if none is, remove that file`);
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
  process.once("exit", release);
  try {
    return await action();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function breakStale(path: string): void {
  const holder = holderOf(path);
  if (holder === undefined || !isStale(path, holder)) return;
  // Of two that break it one renames it; the other may catch a new one, and puts it back.
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== holder) renameSync(aside, path);
  } catch {
    // Somebody else was faster.
  }
  rmSync(aside, { force: true });
}

function isStale(path: string, holder: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > longestHold) return true;
    const { process: id, host } = JSON.parse(holder) as { process: number; host: string };
    if (host !== hostname()) return false;
    process.kill(id, 0);
    return false;
  } catch (error) {
    // No such process. What is no JSON yet is being written.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function holderOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
