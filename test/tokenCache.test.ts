import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../cli/powerApps/lock.js";
import { packageFile } from "../host/packageFile.js";
import { folderWith } from "./terminal.js";

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", resolve));

test("two processes that change the cache at once, a hundred rounds each, lose nothing", async () => {
  const folder = join(folderWith({}), "state");
  const file = join(folder, "accounts.json");
  const writers = ["one", "two"].map((name) =>
    spawn(
      process.execPath,
      ["--import", "tsx", packageFile("test", "service", "cacheWriter.ts"), folder, name, "100"],
      { cwd: packageFile(), stdio: "inherit" },
    ),
  );
  const codes = Promise.all(writers.map(ended));
  let isRunning = true;
  void codes.then(() => {
    isRunning = false;
  });
  let looks = 0;
  while (isRunning) {
    // Whoever looks sees a whole file at any time.
    if (existsSync(file)) JSON.parse(readFileSync(file, "utf8"));
    looks++;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(await codes).toEqual([0, 0]);
  expect(looks).toBeGreaterThan(10);
  const { accounts, msal } = JSON.parse(readFileSync(file, "utf8"));
  const expected = ["one", "two"].flatMap((name) =>
    Array.from({ length: 100 }, (_, round) => `${name}-${round}`),
  );
  expect(accounts.map(({ id }: { id: string }) => id).sort()).toEqual(expected.sort());
  expect(Object.keys(msal.RefreshToken).sort()).toEqual(expected);
  expect(readdirSync(folder)).toEqual(["accounts.json"]);
  if (process.platform !== "win32") {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  }
}, 120_000);

test("a lock makes others wait, and is gone afterwards", async () => {
  const path = join(folderWith({}), "lock");
  const order: string[] = [];
  await Promise.all([
    withLock(path, async () => {
      order.push("first begins");
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push("first ends");
    }),
    withLock(path, async () => {
      order.push("second");
    }),
  ]);
  expect(order).toEqual(["first begins", "first ends", "second"]);
  expect(existsSync(path)).toBe(false);
  await expect(withLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(path)).toBe(false);
});

test("the lock of a process that was killed is broken, by one of many", async () => {
  const path = join(folderWith({}), "lock");
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  writeFileSync(path, JSON.stringify({ process: child.pid, host: hostname(), id: "x" }));
  child.kill("SIGKILL");
  await ended(child);
  let holders = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      withLock(path, async () => {
        most = Math.max(most, ++holders);
        await new Promise((resolve) => setTimeout(resolve, 2));
        holders--;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(existsSync(path)).toBe(false);
}, 30_000);
