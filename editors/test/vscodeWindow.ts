/** VS Code as people see it: code-server, shown by Chromium and driven by the keyboard. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual, stripVTControlCharacters } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { packageFile } from "../../host/packageFile.js";
import { longest, startChromium, takeScreenshot, until } from "./chromium.js";

const codeServer = packageFile("editors/test/node_modules/code-server/out/node/entry.js");

/** How long VS Code may take until it is there. */
const longestStart = 120_000;
/** How long nothing must change until it counts as settled. */
const settled = 1_500;

/** A row of the Problems panel. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** VS Code with a user of its own, and the page of the browser that shows it. */
export class VsCode {
  readonly version: string;
  private isStopped = false;
  private screenshots = 0;
  /** What was logged because the server was ended as by a crash. */
  private ofCrash: readonly string[] = [];

  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly folder: string,
    version: string,
  ) {
    this.version = version;
    page.setDefaultTimeout(longest);
  }

  static async start(vsix: string, folder: string, opened: string): Promise<VsCode> {
    const home = join(folder, "home");
    const data = join(folder, "data");
    const extensions = join(folder, "extensions");
    const config = join(folder, "config.yaml");
    mkdirSync(home);
    mkdirSync(join(data, "User"), { recursive: true });
    writeFileSync(config, "");
    writeFileSync(
      join(data, "User/settings.json"),
      JSON.stringify({
        "editor.accessibilitySupport": "off",
        "extensions.autoCheckUpdates": false,
        "extensions.autoUpdate": false,
        "json.schemaDownload.enable": false,
        "problems.defaultViewMode": "tree",
        "security.workspace.trust.banner": "never",
        "security.workspace.trust.startupPrompt": "never",
        "telemetry.telemetryLevel": "off",
        "update.mode": "none",
        "workbench.colorTheme": "Default Light Modern",
        "workbench.startupEditor": "none",
      }),
    );
    const common = [codeServer, "--user-data-dir", data, "--extensions-dir", extensions];
    common.push("--config", config);
    const env = { PATH: process.env.PATH, HOME: home, TMPDIR: folder, LANG: "C.UTF-8" };
    const run = (...args: string[]) =>
      execFileSync(process.execPath, [...common, ...args], { env, encoding: "utf8" });
    const version = /with Code (\S+)/.exec(run("--version"))?.[1] ?? "?";
    run("--install-extension", vsix);
    const server = spawn(
      process.execPath,
      [
        ...[...common, "--bind-addr", "127.0.0.1:0", "--auth", "none", "--log", "trace"],
        ...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"],
        opened,
      ],
      { env, stdio: ["ignore", "pipe", "pipe"] },
    );
    let browser: Browser | undefined;
    try {
      const url = await addressOf(server);
      browser = await startChromium();
      // High enough for all rows of the Problems panel: those out of sight are not in the page.
      const page = await browser.newPage({ viewport: { width: 1280, height: 1300 } });
      page.setDefaultTimeout(longestStart);
      await page.goto(`${url}/?folder=${encodeURIComponent(opened)}`);
      await page.waitForSelector(".explorer-folders-view .monaco-list-row");
      return new VsCode(server, browser, page, folder, version);
    } catch (error) {
      await browser?.close();
      await ended(server);
      throw error;
    }
  }

  /** Stops what was started; a second time it does nothing. */
  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    await this.browser.close();
    await ended(this.server);
    // What it has started ends a little later, and may write into its folders until then.
    for (let waits = 0; waits < 50 && processesOf(this.folder).length > 0; waits++)
      await sleep(100);
  }

  /** Types into the box at the top, which a key opens: not before the box has the focus, which others may take. */
  private async typeAtTop(key: string, text: string): Promise<void> {
    const box = this.page.locator(".quick-input-widget:visible input:focus");
    await until(
      "the box at the top has the focus",
      async () => {
        if ((await box.count()) === 0) await this.page.keyboard.press(key);
        await sleep(200);
        return box.count();
      },
      (seen) => seen > 0,
    );
    await this.page.keyboard.type(text);
  }

  /** Opens a file of the folder by its path. */
  async open(path: string): Promise<void> {
    await this.typeAtTop("Control+P", path);
    const first = this.page.locator(".quick-input-list .monaco-list-row").first();
    await first.filter({ hasText: basename(path) }).waitFor();
    await this.page.keyboard.press("Enter");
    const tab = this.page.locator(".tab.active", { hasText: basename(path) });
    await tab.waitFor();
  }

  /** Closes the file in front; the one before it comes to the front. */
  async close(): Promise<void> {
    const tabs = this.page.locator(".tab");
    const before = await tabs.count();
    await this.page.keyboard.press("Control+W");
    await until(
      "the file is closed",
      () => tabs.count(),
      (now) => now < before,
    );
  }

  async squiggle(): Promise<void> {
    await this.page.locator(".squiggly-error").first().waitFor();
  }

  /** The processes of the language server. */
  servers(): number[] {
    const all = processesOf(this.folder);
    return all.flatMap(({ id, command }) => (/paconn-language-server/.test(command) ? [id] : []));
  }

  /** Ends the language server as a crash does, and waits until there is another one. */
  async crash(): Promise<void> {
    const before = this.servers();
    const complaints = this.complaints();
    for (const id of before) process.kill(id, "SIGKILL");
    const others = async () => this.servers().filter((id) => !before.includes(id));
    await until("the server starts again", others, (seen) => seen.length > 0);
    this.ofCrash = this.complaints().filter((each) => !complaints.includes(each));
  }

  /** Gives what may happen by itself the time to do so. */
  settle(): Promise<void> {
    return sleep(settled);
  }

  /** Runs a command by its title. */
  async command(title: string): Promise<void> {
    await this.typeAtTop("F1", title);
    const row = this.page.locator(".quick-input-list .monaco-list-row").first();
    await row.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Puts the cursor at a part of the text of the file in front. */
  async goTo(text: string, part: string): Promise<void> {
    const { line, column } = placeOf(text, part);
    await this.typeAtTop("Control+G", `${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.isAt(text, part);
  }

  /** Waits until the cursor is at a part of the text of the file in front. */
  private async isAt(text: string, part: string): Promise<void> {
    const { line, column } = placeOf(text, part);
    const status = this.page.locator("#status\\.editor\\.selection");
    await status.filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  async replaceWord(word: string): Promise<void> {
    await this.page.keyboard.press("Control+D");
    await this.page.keyboard.type(word);
  }

  /** Chooses an entry of the menu at the cursor, by the keyboard. */
  async quickFix(title: string, screenshot?: string): Promise<void> {
    const menu = this.page.locator(".action-widget");
    await until(
      `"${title}" is offered`,
      async () => {
        // VS Code gives up when it asks for its light bulb at the same time, and says that there is nothing.
        if (!(await menu.isVisible())) await this.page.keyboard.press("Control+.");
        await sleep(300);
        return menu.allTextContents();
      },
      (seen) => seen.some((text) => text.includes(title)),
    );
    if (screenshot !== undefined) await this.screenshot(screenshot);
    const focused = menu.locator(".monaco-list-row.focused");
    for (
      let presses = 0;
      (await focused.getByText(title, { exact: true }).count()) === 0;
      presses++
    ) {
      if (presses > 30) throw new Error(`The menu does not come to "${title}" by the keyboard.`);
      await this.page.keyboard.press("ArrowDown");
    }
    await this.page.keyboard.press("Enter");
    await menu.waitFor({ state: "hidden" });
  }

  async save(path: string, isRight: (text: string) => boolean): Promise<void> {
    await this.page.keyboard.press("Control+S");
    const text = () => Promise.resolve(readFileSync(path, "utf8"));
    await until(`${basename(path)} is saved as it should be`, text, isRight);
  }

  async saveAll(): Promise<void> {
    await this.command("File: Save All Files");
    await this.page.locator(".tab.dirty").first().waitFor({ state: "detached" });
  }

  /** Waits until the item in the status bar says what it should; `undefined`: it is not there. */
  async status(wanted: string | undefined): Promise<void> {
    const words = () =>
      this.statusItem().evaluateAll((items) =>
        items.map((each) => each.getAttribute("aria-label")),
      );
    await until(`the status is ${wanted}`, words, ([seen]) =>
      wanted === undefined ? seen === undefined : seen?.startsWith(wanted) === true,
    );
  }

  /** Clicks on the item in the status bar and waits for what can be chosen there. */
  async openStatus(choices: readonly string[], screenshot: string): Promise<void> {
    const list = this.page.locator(".quick-input-list:visible");
    await this.click(this.statusItem().locator("a"), list, "visible");
    await this.picks(choices);
    await this.screenshot(screenshot);
    await this.page.keyboard.press("Escape");
  }

  private statusItem() {
    return this.page.locator('[id="paconn.paconn-connectors.paconn.status"]:visible');
  }

  /** Waits until the list at the top has these, among others. */
  private async picks(wanted: readonly string[]): Promise<void> {
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await until(
      `the list has ${wanted.join(", ")}`,
      () => rows.allTextContents(),
      (seen) => wanted.every((each) => seen.some((row) => row.includes(each))),
    );
  }

  /** Asks what could stand at the cursor and takes what is offered first. */
  async complete(label: string, screenshot: string): Promise<void> {
    const list = this.page.locator(".suggest-widget.visible");
    await until(
      `"${label}" is offered`,
      async () => {
        if (!(await list.isVisible())) await this.page.keyboard.press("Control+Space");
        return list.locator(".monaco-list-row .label-name").allTextContents();
      },
      (seen) => seen.includes(label),
    );
    await this.screenshot(screenshot);
    const focused = await list.locator(".monaco-list-row.focused .label-name").textContent();
    if (focused !== label) throw new Error(`"${focused}" is offered before "${label}".`);
    await this.page.keyboard.press("Enter");
    await list.waitFor({ state: "hidden" });
  }

  /** Waits for what is said of the place of the cursor. */
  async hover(wanted: RegExp, screenshot: string): Promise<void> {
    await this.command("Show or Focus Hover");
    const hover = this.page.locator(".monaco-resizable-hover:visible, .monaco-hover:visible");
    await until(
      `the hover tells ${wanted}`,
      () => hover.allTextContents(),
      (seen) => seen.some((text) => wanted.test(text)),
    );
    await this.screenshot(screenshot);
    await this.page.keyboard.press("Escape");
  }

  /** Clicks on a lens and waits for a place that it leads to, told by a part of its line. */
  async lens(title: string, wanted: string, screenshot: string): Promise<void> {
    const lens = this.page.locator(".codelens-decoration a", { hasText: title }).first();
    await lens.waitFor();
    await this.screenshot(screenshot);
    const peek = this.page.locator(".reference-zone-widget");
    await this.click(lens, peek, "visible");
    await until(
      `the lens leads to ${wanted}`,
      () => peek.locator(".ref-tree .monaco-list-row").allTextContents(),
      (seen) => seen.some((row) => row.includes(wanted)),
    );
    await this.screenshot(`${screenshot} opened`);
    await this.page.keyboard.press("Escape");
    await peek.waitFor({ state: "hidden" });
  }

  /** Waits for words that stand in the text but are not of it. */
  async hint(words: string, screenshot: string): Promise<void> {
    const lines = this.page.locator(".view-lines .view-line");
    await until(
      `the hint "${words}" is shown`,
      // Spaces in an editor are such as do not break.
      async () => (await lines.allTextContents()).map((line) => line.replaceAll("\u00a0", " ")),
      (seen) => seen.some((line) => line.includes(words)),
    );
    await this.screenshot(screenshot);
  }

  /** Shows the preview by the button above the text and waits until a page tells something. */
  async preview(wanted: RegExp, screenshot: string): Promise<void> {
    const actions = this.page.locator(".editor-group-container.active .editor-actions");
    const tab = this.page.locator(".tab", { hasText: "Preview: " });
    await this.click(actions.getByRole("button", { name: "Show preview" }), tab, "visible");
    await this.frameWith(wanted);
    await this.screenshot(screenshot);
  }

  /** Waits until the text of a frame whose root is such a one tells something. */
  async frameWith(wanted: RegExp, root = ":root"): Promise<void> {
    const texts = async () => {
      const all = this.page
        .frames()
        .map((frame) => frame.locator(`${root} body`).innerText({ timeout: 1_000 }));
      return (await Promise.allSettled(all)).flatMap((each) =>
        each.status === "fulfilled" ? each.value : [],
      );
    };
    await until(`a frame shows ${wanted}`, texts, (seen) => seen.some((text) => wanted.test(text)));
  }

  /** Shows another folder in the window. */
  async openFolder(path: string): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.page.goto(`${origin}/?folder=${encodeURIComponent(path)}`);
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Waits for a message, and answers it with one of its buttons. */
  async message(wanted: string, button: string, screenshot: string): Promise<void> {
    const toast = this.page.locator(".notification-toast", { hasText: wanted });
    await toast.waitFor();
    await this.screenshot(screenshot);
    await this.click(toast.getByRole("button", { name: button }), toast, "hidden");
  }

  /** Clicks until something comes or goes by it: what is drawn anew meanwhile, or is only coming up, takes no click. */
  private async click(what: Locator, result: Locator, state: "visible" | "hidden"): Promise<void> {
    await until(
      `it is ${state} after a click: ${result}`,
      async () => {
        await what.click({ timeout: 1_000 }).catch(() => {});
        return result.waitFor({ state, timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      },
      (isSo) => isSo,
    );
  }

  /** Stops what tells of its progress, and waits until the server is told and nothing is left of it. */
  async cancel(title: string, screenshot: string): Promise<void> {
    const toast = this.page.locator(".notification-toast", { hasText: title });
    const button = toast.getByRole("button", { name: "Cancel" });
    await button.waitFor();
    await this.screenshot(screenshot);
    const told = async () => this.log().split("notification '$/cancelRequest'").length;
    const before = await told();
    await this.click(button, toast, "hidden");
    await until("the server is told to stop", told, (seen) => seen > before);
  }

  /** Runs a command that asks with a list at the top, and chooses there by typing. */
  async pick(
    command: string,
    { typed, wanted }: { typed: string; wanted: string },
    screenshot: string,
  ): Promise<void> {
    const box = this.page.locator(".quick-input-widget:visible input:focus");
    await until(
      `"${command}" asks`,
      async () => {
        // A page that has just been rendered takes the focus, and a list without it goes.
        if ((await box.count()) === 0) await this.command(command);
        await sleep(settled);
        return box.count();
      },
      (seen) => seen > 0,
    );
    await this.page.keyboard.type(typed);
    await this.picks([wanted]);
    await this.screenshot(screenshot);
    await this.page.keyboard.press("Enter");
  }

  async rename(name: string, screenshot: string): Promise<void> {
    await this.page.keyboard.press("F2");
    const box = this.page.locator(".rename-box input");
    await box.waitFor();
    await box.fill(name);
    await this.screenshot(screenshot);
    await this.page.keyboard.press("Enter");
    await box.waitFor({ state: "hidden" });
  }

  /** Agrees to changes that are shown before they are made, in this many files. */
  async confirm(files: number, screenshot: string): Promise<void> {
    const preview = this.page.locator(".bulk-edit-panel");
    const boxes = preview.locator('.monaco-list-row[aria-level="1"] .edit-checkbox');
    await until(
      `changes in ${files} files are shown`,
      () => boxes.count(),
      (seen) => seen === files,
    );
    for (let file = 0; file < files; file++) await boxes.nth(file).check();
    await this.screenshot(screenshot);
    await this.click(preview.getByRole("button", { name: "Apply" }), preview, "hidden");
  }

  /** Goes to the declaration of what is at the cursor and waits until it stands where that is. */
  async goToDefinition(text: string, part: string): Promise<void> {
    await this.page.keyboard.press("F12");
    await this.isAt(text, part);
  }

  /** Opens a walkthrough and each of its steps. */
  async walkthrough(title: string, steps: readonly string[], screenshot: string): Promise<void> {
    await this.command("View: Close All Editors");
    await this.command("View: Hide Panel");
    await this.pick("Welcome: Open Walkthrough...", { typed: title, wanted: title }, screenshot);
    for (const [index, step] of steps.entries()) {
      const heading = this.page.locator(".getting-started-step", { hasText: step }).first();
      await heading.click();
      await sleep(settled);
      await this.screenshot(`${screenshot} ${index + 1}`);
    }
  }

  async showProblems(): Promise<void> {
    await this.command("View: Focus Problems");
    await this.page.locator(".markers-panel").waitFor();
  }

  /** Waits until the Problems panel shows what is wanted and nothing else, and stays so. */
  async problems(what: string, wanted: readonly Problem[]): Promise<void> {
    await this.problemsWhere(what, (problems) => isDeepStrictEqual(problems, wanted));
    await sleep(settled);
    await this.problemsWhere(what, (problems) => isDeepStrictEqual(problems, wanted));
  }

  async problemsWhere(what: string, isRight: (problems: Problem[]) => boolean): Promise<void> {
    await until(what, () => this.readProblems(), isRight);
  }

  private async readProblems(): Promise<Problem[]> {
    const rows = await this.page.locator(".markers-panel .monaco-list-row").evaluateAll(
      (elements, parts) =>
        elements.map((row) => ({
          level: row.getAttribute("aria-level"),
          isLast: row.getAttribute("data-last-element") === "true",
          texts: parts.map((part) => row.querySelector(part)?.textContent ?? ""),
        })),
      [".label-name", ".marker-line", ".marker-source", ".marker-code", ".marker-message"],
    );
    if (rows.at(-1)?.isLast === false)
      throw new Error("The Problems panel is too low for its rows.");
    const problems: Problem[] = [];
    let file = "";
    for (const { level, texts } of rows) {
      const [name, place, source, rule, message] = texts as [
        string,
        string,
        string,
        string,
        string,
      ];
      if (level === "1") file = name;
      if (level !== "2") continue;
      const [line = 0, column = 0] = (place.match(/\d+/g) ?? []).map(Number);
      problems.push({
        file,
        line,
        column,
        rule: source === "paconn" ? rule : `${source} ${rule}`,
        message,
      });
    }
    return sorted(problems);
  }

  /** Clicks on the name of a rule in the Problems panel. */
  async clickRule(rule: string): Promise<void> {
    const row = this.page.locator(".markers-panel .monaco-list-row", { hasText: rule });
    const tab = this.page.locator(".tab.active", { hasText: `${rule}.md` });
    await this.click(row.first().locator("a.monaco-link"), tab, "visible");
  }

  /** Waits for a page as it is meant to be read, with its heading. */
  async rendered(heading: string, screenshot: string): Promise<void> {
    await this.page.locator(".tab.active", { hasText: `${heading}.md` }).waitFor();
    const headings = async () => {
      const texts = this.page.frames().map((frame) => frame.locator("h1").allTextContents());
      // A frame may go away meanwhile.
      return (await Promise.allSettled(texts)).flatMap((each) =>
        each.status === "fulfilled" ? each.value : [],
      );
    };
    await until(`the page of ${heading} is rendered`, headings, (all) => all.includes(heading));
    await this.screenshot(screenshot);
  }

  async trust(): Promise<void> {
    await this.command("Workspaces: Manage Workspace Trust");
    const editor = this.page.locator(".workspace-trust-editor");
    const isTrusted = editor.getByText("You trust this").first();
    await this.click(
      editor.getByRole("button", { name: "Trust", exact: true }),
      isTrusted,
      "visible",
    );
  }

  /** Fails when VS Code or the extension complained of anything else than what is expected. */
  async isCalm(expected: RegExp): Promise<void> {
    const toasts = await this.page.locator(".notification-toast").allTextContents();
    const logged = this.complaints().filter((each) => !this.ofCrash.includes(each));
    const complaints = [...toasts, ...logged].filter((each) => !expected.test(each));
    if (complaints.length > 0) throw new Error(`There were complaints.\n${complaints.join("\n")}`);
  }

  private complaints(): string[] {
    return this.log().match(/^.*\[(warning|error)\].*$/gm) ?? [];
  }

  async screenshot(name: string): Promise<void> {
    const number = String(++this.screenshots).padStart(2, "0");
    await takeScreenshot(this.page, `${number} ${name}`);
  }

  /** An error with what is needed to understand it. */
  async explained(error: unknown): Promise<Error> {
    await takeScreenshot(this.page, "failure").catch(() => {});
    const reason = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    return new Error(
      `${reason}\nSee editors/test/screenshots/failure.png. The log of the extension:\n${this.log()}`,
    );
  }

  /** What the extension has written into its log. */
  log(): string {
    const logs = join(this.folder, "data/logs");
    return readdirSync(logs, { recursive: true, encoding: "utf8" })
      .filter((path) => path.includes("paconn.paconn-connectors") && path.endsWith(".log"))
      .map((path) => readFileSync(join(logs, path), "utf8"))
      .join("");
  }
}

function placeOf(text: string, part: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(part)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The address at which code-server answers, once it does. */
function addressOf(server: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`code-server ${reason}.\n${output}`));
    const timer = setTimeout(fail, longestStart, `did not start within ${longestStart / 1000} s`);
    for (const stream of [server.stdout!, server.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const address = /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
    server.once("exit", () => fail("ended"));
  });
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill();
  if ((await Promise.race([exit, sleep(5_000, "late")])) === "late") server.kill("SIGKILL");
}

/** The processes that run with something of a folder. */
export function processesOf(folder: string): { id: number; command: string }[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const id = Number(name);
      const command = readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ");
      return command.includes(folder) ? [{ id, command }] : [];
    } catch {
      return [];
    }
  });
}

/** In an order that does not depend on how they were found. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const key = ({ file, line, column, rule }: Problem) =>
    [file, String(line).padStart(6), String(column).padStart(6), rule].join();
  return [...problems].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
