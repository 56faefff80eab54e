import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { packageFile } from "../../host/packageFile.js";

const program = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Where screenshots are kept, for people to look at. */
export const screenshots = packageFile("editors/test/screenshots");

/** How long anything may take, in milliseconds. */
export const longest = 45_000;

/** What a test in a browser lacks. */
export function missingForChromium(): string[] {
  return [
    ...(existsSync(packageFile("editors/test/node_modules/playwright-core"))
      ? []
      : ["editors/test/node_modules"]),
    ...(existsSync(program) ? [] : ["chromium"]),
  ];
}

/** Starts Chromium, which asks nobody for anything by itself. */
export async function startChromium(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: program,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}

export async function takeScreenshot(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const path = join(screenshots, `${name.replace(/\W+/g, "-")}.png`);
  await page.screenshot({ path, fullPage });
}

/** Looks again and again until what is seen is right. */
export async function until<Seen>(
  what: string,
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
): Promise<void> {
  const deadline = performance.now() + longest;
  for (;;) {
    const seen = await look();
    if (isRight(seen)) return;
    if (performance.now() > deadline)
      throw new Error(
        `${what}: this is not so after ${longest / 1000} s. Seen: ${JSON.stringify(seen, null, 1)}`,
      );
    await sleep(100);
  }
}
