/**
 * Runs the extension in a real VS Code: code-server, driven through Chromium.
 *
 * Alone: `npx tsx editors/test/vscode.ts`. `editors/test/install` installs what it needs.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, stripVTControlCharacters } from "node:util";
import type { Browser, Page } from "playwright-core";
import { packageFile } from "../../host/packageFile.js";
import type { Setup } from "./setup.js";

const codeServer = packageFile("editors/test/node_modules/code-server/out/node/entry.js");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const extension = packageFile("editors/vscode");
const screenshots = packageFile("editors/test/screenshots");

const definition = "apiDefinition.swagger.json";
const properties = "apiProperties.json";

/** How long anything may take, in milliseconds. */
const longest = 20_000;
/** How long nothing must change until it counts as settled. */
const settled = 1_500;

export function missing(): string[] {
  return [
    ...(existsSync(codeServer) ? [] : ["editors/test/node_modules"]),
    ...(existsSync(join(extension, "node_modules")) ? [] : ["editors/vscode/node_modules"]),
    ...(existsSync(chromium) ? [] : ["chromium"]),
  ];
}

export async function test({ server, folder, connector }: Setup): Promise<string> {
  const textOf = (name: string) => readFileSync(join(connector, name), "utf8");
  const found = () => findingsOf(server, connector);
  mkdirSync(join(connector, ".vscode"));
  // A file of VS Code that is called like one of connectors.
  writeFileSync(join(connector, ".vscode/settings.json"), '{ "editor.minimap.enabled": false }\n');

  rmSync(screenshots, { recursive: true, force: true });
  const started = performance.now();
  const vscode = await VsCode.start(packExtension(), folder, connector);
  try {
    const ready = performance.now();
    await vscode.open(definition);
    await vscode.squiggle();
    const shown = performance.now();
    await vscode.showProblems();
    const atFirst = found();
    await vscode.problems("the findings of an open file and one that is not, each once", atFirst);
    await vscode.screenshot("1 findings");

    await vscode.open(".vscode/settings.json");
    await vscode.problems("no findings of settings that are not those of a connector", atFirst);
    await vscode.open(properties);
    await vscode.problems("each finding once when both files are open", atFirst);
    await vscode.screenshot("2 both files open");

    await vscode.open(definition);
    await vscode.goTo(textOf(definition), '"Contoso Tickets API"');
    await vscode.quickFix('Change the title to "Contoso Tickets"', "3 quick fix");
    const untitled = ({ rule }: Problem) => rule !== "info-title-no-restricted-words";
    await vscode.problems("the finding is gone with its fix", atFirst.filter(untitled));
    await vscode.save(join(connector, definition), (text) =>
      text.includes('"title": "Contoso Tickets",'),
    );

    await vscode.goTo(textOf(definition), 'ListTickets"');
    await vscode.replaceWord("FindTickets");
    const policy = 'The policy names the operation "ListTickets", which the API definition';
    await vscode.problemsWhere("a change in one file is found in the other", (problems) =>
      problems.some(({ file, message }) => file === properties && message.startsWith(policy)),
    );
    await vscode.screenshot("4 found in the other file");

    await vscode.command("Fix All");
    await vscode.problemsWhere("Fix All applies the safe fixes", (problems) =>
      problems.every(({ rule }) => rule !== "operation-summary-ending"),
    );
    await vscode.save(join(connector, definition), (text) => text.includes('"Create a ticket"'));
    await vscode.problems("what is left is what the command line finds", found());
    await vscode.screenshot("5 after Fix All");

    await vscode.open(properties);
    await vscode.close();
    await vscode.problems("the findings of a file stay when it is closed", found());
    await vscode.goTo(textOf(definition), 'FindTickets"');
    await vscode.replaceWord("ListTickets");
    await vscode.problemsWhere("a change in one file heals one that is closed", (problems) =>
      problems.every(({ message }) => !message.startsWith(policy)),
    );
    await vscode.save(join(connector, definition), (text) => text.includes('"ListTickets"'));
    await vscode.problems("each finding once after that", found());

    const rule = "connector-category-valid";
    await vscode.clickRule(rule);
    await vscode.rendered(rule, "6 page of a rule, by its link");
    await vscode.open(definition);
    await vscode.goTo(textOf(definition), "Customer Service");
    await vscode.quickFix(`Open the page of ${rule}`);
    await vscode.rendered(rule, "7 page of a rule, by a quick fix");

    writeFileSync(
      join(connector, ".spectral.mjs"),
      `import paconn from "paconn";\nexport default { extends: [paconn], rules: { "${rule}": "off" } };\n`,
    );
    await vscode.problemsWhere("JavaScript is not run before the folder is trusted", (problems) =>
      problems.some(({ file, message }) => file === ".spectral.mjs" && /trust/.test(message)),
    );
    await vscode.screenshot("8 not trusted");
    await vscode.trust();
    await vscode.problems("JavaScript is run as soon as the folder is trusted", found());
    await vscode.screenshot("9 trusted");
    await vscode.command("Connectors: Restart the language server");
    await vscode.problems("everything is there again after a restart", found());

    await vscode.isCalm(/run only in a folder that you trust/);
    await vscode.stop();
    const running = processesOf(folder);
    if (running.length > 0) throw new Error(`These did not end with VS Code: ${running.join()}`);
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
    return `VS Code ${vscode.version}, ready after ${seconds(started, ready)}, findings ${seconds(ready, shown)} after opening a file`;
  } catch (error) {
    throw await vscode.explained(error);
  } finally {
    await vscode.stop();
  }
}

interface Problem {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** What the command line finds. */
function findingsOf(server: string, connector: string): Problem[] {
  const args = [server, "validate", "--format", "json", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: connector, encoding: "utf8" });
  const { findings } = JSON.parse(stdout) as {
    findings: (Omit<Problem, "line" | "column"> & {
      range: { start: { line: number; column: number } };
    })[];
  };
  return sorted(
    findings.map(({ file, range: { start }, rule, message }) => ({
      file: basename(file),
      ...start,
      rule,
      message,
    })),
  );
}

function sorted(problems: readonly Problem[]): Problem[] {
  const key = ({ file, line, column, rule }: Problem) =>
    [file, String(line).padStart(6), String(column).padStart(6), rule].join();
  return [...problems].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The packed extension, made anew when something of it has changed. */
function packExtension(): string {
  const vsix = join(extension, "paconn-connectors.vsix");
  const made = existsSync(vsix) ? statSync(vsix).mtimeMs : 0;
  const sources = readdirSync(extension, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.vsix$|^LICENSE$/.test(entry.name))
    .map(({ name }) => join(extension, name));
  const pages = packageFile("docs/rules");
  sources.push(...readdirSync(pages).map((name) => join(pages, name)));
  const isNewer = (path: string) => statSync(path).mtimeMs > made;
  if ([...sources, packageFile("dist/paconn-language-server.js")].some(isNewer)) {
    const args = ["--prefix", extension, "run", "package"];
    const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`The extension cannot be packed.\n${stdout}${stderr}`);
  }
  return vsix;
}

/** VS Code with a user of its own, and the page of the browser that shows it. */
class VsCode {
  readonly version: string;
  private isStopped = false;

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
    const { chromium: browsers } = await import("playwright-core");
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
      browser = await browsers.launch({
        executablePath: chromium,
        args: [
          ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
          ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
        ],
      });
      // High enough for all rows of the Problems panel: those out of sight are not in the page.
      const page = await browser.newPage({ viewport: { width: 1280, height: 1300 } });
      await page.goto(`${url}/?folder=${encodeURIComponent(opened)}`);
      await page.waitForSelector(".explorer-folders-view .monaco-list-row", { timeout: 60_000 });
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

  /** Opens a file of the folder by its path. */
  async open(path: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    await this.page.keyboard.type(path);
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

  /** Runs a command by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.keyboard.type(title);
    const row = this.page.locator(".quick-input-list .monaco-list-row").first();
    await row.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Puts the cursor at a part of the text of the file in front. */
  async goTo(text: string, part: string): Promise<void> {
    const before = text.slice(0, text.indexOf(part)).split("\n");
    const place = `${before.length}:${before.at(-1)!.length + 1}`;
    await this.page.keyboard.press("Control+G");
    await this.page.keyboard.type(place);
    await this.page.keyboard.press("Enter");
    const [line, column] = place.split(":");
    const status = this.page.locator("#status\\.editor\\.selection");
    await status.filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  async replaceWord(word: string): Promise<void> {
    await this.page.keyboard.press("Control+D");
    await this.page.keyboard.type(word);
  }

  /** Chooses an entry of the menu at the cursor, by the keyboard. */
  async quickFix(title: string, screenshot?: string): Promise<void> {
    await this.page.keyboard.press("Control+.");
    const menu = this.page.locator(".action-widget");
    await menu.getByText(title, { exact: true }).waitFor();
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
    await row.first().locator("a.monaco-link").click();
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
    await editor.getByRole("button", { name: "Trust", exact: true }).click();
    await editor.getByText("You trust this").first().waitFor();
  }

  /** Fails when VS Code or the extension complained of anything else than what is expected. */
  async isCalm(expected: RegExp): Promise<void> {
    const toasts = await this.page.locator(".notification-toast").allTextContents();
    const logged = this.log().match(/^.*\[(warning|error)\].*$/gm) ?? [];
    const complaints = [...toasts, ...logged].filter((each) => !expected.test(each));
    if (complaints.length > 0) throw new Error(`There were complaints.\n${complaints.join("\n")}`);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name.replace(/\W+/g, "-")}.png`) });
  }

  /** An error with what is needed to understand it. */
  async explained(error: unknown): Promise<Error> {
    await this.screenshot("failure").catch(() => {});
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

/** The address at which code-server answers, once it does. */
function addressOf(server: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`code-server ${reason}.\n${output}`));
    const timer = setTimeout(fail, 60_000, "did not start within 60 s");
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

/** The commands that run with something of a folder. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc").flatMap((id) => {
    try {
      const command = readFileSync(`/proc/${Number(id)}/cmdline`, "utf8").replaceAll("\0", " ");
      return command.includes(folder) ? [command] : [];
    } catch {
      return [];
    }
  });
}

/** Looks again and again until what is seen is right. */
async function until<Seen>(
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), "paconn-vscode-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const connector = join(folder, "contoso-tickets");
  cpSync(packageFile("examples/contoso-tickets"), connector, { recursive: true });
  const server = packageFile("dist/paconn.js");
  console.log(`ok: ${await test({ server, packageFolder: packageFile(), folder, connector })}`);
}
