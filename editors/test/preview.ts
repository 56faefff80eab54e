/**
 * Looks at the page of `paconn preview` in Chromium, as it is shipped.
 *
 * Alone: `npx tsx editors/test/preview.ts`. `editors/test/install` installs what it needs.
 */
import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { packageFile } from "../../host/packageFile.js";
import { definition as every, properties as everyProperties } from "../../test/everyControl.js";
import { longest, missingForChromium, startChromium, takeScreenshot, until } from "./chromium.js";
import type { Setup } from "./setup.js";

export { missingForChromium as missing };

const definition = "apiDefinition.swagger.json";
const properties = "apiProperties.json";

export async function test({ server, folder, connector }: Setup): Promise<string> {
  const browser = await startChromium();
  try {
    const took = await follow(browser, server, connector);
    await lookAtEverything(browser, server, join(folder, "contoso-desk"));
    await lookAtHostileTexts(browser, server, join(folder, "hostile"));
    return `Chromium ${browser.version()}, a change is seen after ${took} ms, all controls, no request to anywhere else`;
  } finally {
    await browser.close();
  }
}

/** A preview and the page that shows it. */
interface Shown {
  page: Page;
  /** Ends the preview, but not the page. */
  stop(): Promise<void>;
  /** Fails when the page asked for anything elsewhere, or complained. */
  isCalm(): void;
}

async function show(
  browser: Browser,
  server: string,
  connector: string,
  colorScheme: "light" | "dark" = "light",
): Promise<Shown> {
  const args = [server, "preview", "--no-config", "--no-open", connector];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = await addressOf(child);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
  page.setDefaultTimeout(longest);
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:"))
      complaints.push(`asked for ${request.url()}`);
  });
  page.on("dialog", (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
  page.on("pageerror", (error) => complaints.push(`an error: ${error.message}`));
  page.on("console", (message) => {
    // That the preview has ended is what is tested, and Chromium would have passwords in a form.
    if (!/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|Password field/.test(message.text()))
      complaints.push(`the console: ${message.text()}`);
  });
  await page.goto(url);
  // Gone as soon as the page is loaded anew.
  await page.evaluate("globalThis.isSamePage = true");
  return {
    page,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await exit;
    },
    isCalm() {
      if (complaints.length > 0) throw new Error(`The page: ${complaints.join("\n")}`);
    },
  };
}

/** The first line that the command prints. */
function addressOf(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("\n")) resolve(output.trim());
    });
    child.once("exit", (code) => reject(new Error(`paconn preview ended with ${code}.`)));
  });
}

/**
 * Changes the example on disk while its page is looked at.
 * @returns how long it took until a change was seen, in milliseconds
 */
async function follow(browser: Browser, server: string, connector: string): Promise<number> {
  const shown = await show(browser, server, connector);
  const { page } = shown;
  try {
    const heading = page.locator("h1");
    const row = (title: string) => page.locator(".operation", { hasText: title });
    await heading.getByText("Contoso Tickets API").waitFor();
    await page.locator(".card").getByText("icon-brand-color-default").waitFor();
    await page.locator(".dialog").getByLabel("API key").waitFor();
    await takeScreenshot(page, "preview 1 folded", true);

    await row("List tickets").locator("summary").click();
    const field = row("List tickets").getByLabel("queue");
    await field.waitFor();
    await row("List tickets").getByText("parameter-summary-present").waitFor();
    await row("Create a ticket").locator("summary").click();
    const subject = row("Create a ticket").getByLabel("Subject");
    await subject.fill("A question");
    await row("Delete a ticket").locator("summary").scrollIntoViewIfNeeded();
    await subject.focus();
    await takeScreenshot(page, "preview 2 unfolded", true);

    const path = join(connector, definition);
    const text = readFileSync(path, "utf8");
    const began = performance.now();
    const scrolled = await page.evaluate("scrollY");
    const top = (await subject.boundingBox())!.y;
    // Another file takes its place, as editors save; that the title is right takes a finding off the page above what is in sight.
    writeFileSync(`${path}~`, text.replace("Contoso Tickets API", "Contoso Tickets"));
    renameSync(`${path}~`, path);
    await page.locator("h1", { hasText: /^Contoso Tickets$/ }).waitFor({ state: "attached" });
    const took = Math.round(performance.now() - began);
    if ((await page.evaluate("globalThis.isSamePage")) !== true)
      throw new Error("The page was loaded anew.");
    if ((await subject.inputValue()) !== "A question") throw new Error("What was typed is gone.");
    if ((await page.evaluate("document.activeElement.value")) !== "A question")
      throw new Error("The field has lost the focus.");
    await row("List tickets").getByLabel("queue").waitFor();
    if (await row("Delete a ticket").evaluate((operation) => operation.open))
      throw new Error("Something was unfolded that nobody unfolded.");
    const moved = (await subject.boundingBox())!.y - top;
    if (Math.abs(moved) > 1)
      throw new Error(`What is in sight moved by ${moved} pixels, from ${scrolled}.`);
    await until(
      "the tab is called as the connector",
      () => page.title(),
      (title) => title === "Contoso Tickets",
    );

    writeFileSync(path, text.slice(0, 1_000));
    await page.getByRole("alert").getByText("is no JSON at present").waitFor();
    await row("List tickets").getByLabel("queue").waitFor();
    await takeScreenshot(page, "preview 3 broken", true);
    writeFileSync(path, text.replace('"List tickets"', '"Find tickets"'));
    await row("Find tickets").getByLabel("queue").waitFor();
    await page.getByRole("alert").waitFor({ state: "detached" });

    const visible = page.locator(".operation:visible");
    await page.getByLabel("Filter triggers and actions").fill("DELETE ticket");
    await until(
      "the filter leaves what fits",
      () => visible.allTextContents(),
      (texts) => texts.length === 1 && texts[0]!.includes("Delete a ticket"),
    );
    writeFileSync(path, text.replace('"Delete a ticket"', '"Remove a ticket"'));
    await until(
      "the filter holds after a change",
      () => visible.allTextContents(),
      (texts) => texts.length === 1 && texts[0]!.includes("Remove a ticket"),
    );
    await page.getByLabel("Filter triggers and actions").fill("");
    await page.getByLabel("Only with findings").check();
    await until(
      "operations without findings are left out",
      () => visible.count(),
      (count) => count === 3,
    );
    await shown.stop();
    await page.getByRole("status").getByText("The connection is lost").waitFor();
    await takeScreenshot(page, "preview 4 lost");
    shown.isCalm();
    return took;
  } catch (error) {
    await takeScreenshot(page, "preview failure", true);
    throw error;
  } finally {
    await shown.stop();
    await page.close();
  }
}

function write(folder: string, files: Record<string, object>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
}

/** Looks at every control there is, on a light and on a dark page. */
async function lookAtEverything(browser: Browser, server: string, folder: string): Promise<void> {
  write(folder, { [definition]: every, [properties]: everyProperties });
  cpSync(packageFile("editors/vscode/icon.png"), join(folder, "icon.png"));
  for (const scheme of ["light", "dark"] as const) {
    const shown = await show(browser, server, folder, scheme);
    const { page } = shown;
    try {
      await until(
        "the icon is there",
        () => page.locator(".card img").evaluate((image) => image.naturalWidth),
        (width) => width > 0,
      );
      for (const summary of await page.locator(".operation > summary").all()) await summary.click();
      await page.locator(".details[data-filled] .columns").nth(5).waitFor();
      for (const summary of await page.locator("details.advanced > summary").all())
        await summary.click();
      const create = page.locator(".operation", { hasText: "CreateTicket" });
      await create.getByLabel("Priority").selectOption({ label: "At once" });
      if ((await create.getByLabel("Urgent").inputValue()) !== "false")
        throw new Error("A yes or no does not hold its default.");
      await create.getByText("Filled by List teams, depending on Queue.").waitFor();
      await create.getByText("These fields come from Get the form of a team").waitFor();
      const key = page.locator(".dialog").getByLabel("Key");
      if ((await key.first().getAttribute("type")) !== "password")
        throw new Error("A secret can be read while it is typed.");
      const unnamed = await page
        .locator("input, select, textarea")
        .evaluateAll((fields) =>
          fields.filter((field) => field.labels.length === 0).map((field) => field.outerHTML),
        );
      if (unnamed.length > 0) throw new Error(`Without a label: ${unnamed.join("\n")}`);
      await takeScreenshot(page, `preview 5 every control ${scheme}`, true);
      await page.setViewportSize({ width: 400, height: 900 });
      const [content, width] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, innerWidth]",
      );
      if (content > width) throw new Error(`On a narrow page ${content - width} pixels stick out.`);
      await takeScreenshot(page, `preview 6 narrow ${scheme}`, true);
      shown.isCalm();
    } catch (error) {
      await takeScreenshot(page, "preview failure", true);
      throw error;
    } finally {
      await shown.stop();
      await page.close();
    }
  }
}

/** Whatever the texts of a connector hold, they are shown and not done. */
async function lookAtHostileTexts(browser: Browser, server: string, folder: string): Promise<void> {
  const hostile = `<img src="https://contoso.invalid/x.png" onerror="alert(1)"><script>alert(2)</script>"'>`;
  const swap = <Value>(value: Value): Value =>
    JSON.parse(
      JSON.stringify(value, (key, each) =>
        typeof each === "string" &&
        /^(title|description|summary|x-ms-summary|displayName|tooltip|publisher|text)$/.test(key)
          ? hostile
          : each,
      ),
    );
  const contact = { name: hostile, url: "javascript:alert(3)" };
  const own = swap(every);
  write(folder, {
    [definition]: { ...own, info: { ...own.info, contact } },
    [properties]: swap(everyProperties),
  });
  const shown = await show(browser, server, folder);
  const { page } = shown;
  try {
    for (const summary of await page.locator(".operation > summary").all()) await summary.click();
    await page.locator(".details[data-filled] .columns").nth(5).waitFor();
    if ((await page.locator("h1").textContent()) !== hostile)
      throw new Error(`The title is not shown as it is: ${await page.locator("h1").innerHTML()}`);
    const strange = await page.locator("img, main script, a[href^='javascript' i]").count();
    if (strange > 0) throw new Error("A text has become a part of the page.");
    shown.isCalm();
  } finally {
    await shown.stop();
    await page.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), "paconn-preview-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const connector = join(folder, "contoso-tickets");
  cpSync(packageFile("examples/contoso-tickets"), connector, { recursive: true });
  const server = packageFile("dist/paconn.js");
  console.log(`ok: ${await test({ server, packageFolder: packageFile(), folder, connector })}`);
}
