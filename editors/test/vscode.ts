/**
 * Runs the extension in a real VS Code: code-server, driven through Chromium.
 *
 * Alone: `npx tsx editors/test/vscode.ts`. `editors/test/install` installs what it needs.
 */
import { spawnSync } from "node:child_process";
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
import { pathToFileURL } from "node:url";
import { packageFile } from "../../host/packageFile.js";
import { missingForChromium, screenshots } from "./chromium.js";
import type { Setup } from "./setup.js";
import { type Problem, processesOf, sorted, VsCode } from "./vscodeWindow.js";

const extension = packageFile("editors/vscode");

const definition = "apiDefinition.swagger.json";
const properties = "apiProperties.json";

export function missing(): string[] {
  return [
    ...(existsSync(join(extension, "node_modules")) ? [] : ["editors/vscode/node_modules"]),
    ...missingForChromium(),
  ];
}

/** From the log of the extension, whose server is its own: nothing stands in between. */
export function messages({ folder }: Setup): string[] {
  const logs = join(folder, "data/logs");
  const passed =
    /(?:Received response|Sending response|(?:Sending|Received) notification) '([^ ']+)(?!.*Request failed)/g;
  const names = readdirSync(logs, { recursive: true, encoding: "utf8" });
  const texts = names
    .filter((name) => basename(name) === "Power Platform Connectors.log")
    .map((name) => readFileSync(join(logs, name), "utf8"));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(passed)].map((match) => match[1]!))),
  ];
}

export async function test({ server, folder, connector }: Setup): Promise<string> {
  const textOf = (name: string) => readFileSync(join(connector, name), "utf8");
  const found = () => findingsOf(server, connector);
  mkdirSync(join(connector, ".vscode"));
  // A file of VS Code that is called like one of connectors.
  writeFileSync(join(connector, ".vscode/settings.json"), '{ "editor.minimap.enabled": false }\n');

  rmSync(screenshots, { recursive: true, force: true });
  const ordinary = join(folder, "ordinary");
  mkdirSync(ordinary);
  writeFileSync(join(ordinary, "package.json"), "{}\n");
  const vsix = packExtension();
  const started = performance.now();
  const vscode = await VsCode.start(vsix, folder, ordinary);
  try {
    const ready = performance.now();
    await vscode.open("package.json");
    await vscode.settle();
    if (vscode.servers().length > 0)
      throw new Error("The server has started where there is no connector.");
    await vscode.openFolder(connector);
    const opened = performance.now();
    await vscode.open(definition);
    await vscode.squiggle();
    const shown = performance.now();
    await vscode.showProblems();
    const atFirst = found();
    await vscode.problems("the findings of an open file and one that is not, each once", atFirst);
    await vscode.screenshot("findings");

    await vscode.open(".vscode/settings.json");
    await vscode.problems("no findings of settings that are not those of a connector", atFirst);
    await vscode.open(properties);
    await vscode.problems("each finding once when both files are open", atFirst);
    await vscode.screenshot("both files open");

    await vscode.open(definition);
    await vscode.goTo(textOf(definition), '"Contoso Tickets API"');
    await vscode.quickFix('Change the title to "Contoso Tickets"', "quick fix");
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
    await vscode.screenshot("found in the other file");

    await vscode.command("Fix All");
    await vscode.problemsWhere("Fix All applies the safe fixes", (problems) =>
      problems.every(({ rule }) => rule !== "operation-summary-ending"),
    );
    await vscode.save(join(connector, definition), (text) => text.includes('"Create a ticket"'));
    await vscode.problems("what is left is what the command line finds", found());
    await vscode.screenshot("after Fix All");

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
    await vscode.rendered(rule, "page of a rule, by its link");
    await vscode.open(definition);
    await vscode.goTo(textOf(definition), "Customer Service");
    await vscode.quickFix(`Open the page of ${rule}`);
    await vscode.rendered(rule, "page of a rule, by a quick fix");

    writeFileSync(
      join(connector, ".spectral.mjs"),
      `import paconn from "paconn";\nexport default { extends: [paconn], rules: { "${rule}": "off" } };\n`,
    );
    await vscode.problemsWhere("JavaScript is not run before the folder is trusted", (problems) =>
      problems.some(({ file, message }) => file === ".spectral.mjs" && /trust/.test(message)),
    );
    await vscode.screenshot("not trusted");
    await vscode.trust();
    await vscode.problems("JavaScript is run as soon as the folder is trusted", found());
    await vscode.screenshot("trusted");
    await vscode.command("Connectors: Restart the language server");
    await vscode.problems("everything is there again after a restart", found());

    await helpWithWriting(vscode, connector);
    await commandsAndStatus(vscode, connector, server);

    await cancelling(vscode, connector, join(folder, "many"));

    await vscode.isCalm(/run only in a folder that you trust|Server will restart/);
    await vscode.stop();
    const running = processesOf(folder).map(({ command }) => command);
    if (running.length > 0) throw new Error(`These did not end with VS Code: ${running.join()}`);
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
    return `VS Code ${vscode.version}, ready after ${seconds(started, ready)}, findings ${seconds(opened, shown)} after opening a folder`;
  } catch (error) {
    throw await vscode.explained(error);
  } finally {
    await vscode.stop();
  }
}

/** Writes, asks and renames in the definition, as it is on disk. */
async function helpWithWriting(vscode: VsCode, connector: string): Promise<void> {
  const textOf = (name: string) => readFileSync(join(connector, name), "utf8");
  await vscode.open(definition);
  await vscode.goTo(textOf(definition), 'ListQueue",');
  await vscode.replaceWord("Q");
  await vscode.complete("ListQueues", "completion");
  await vscode.save(
    join(connector, definition),
    (text) => text.split('"operationId": "ListQueues"').length === 3,
  );
  await vscode.goTo(textOf(definition), "x-ms-visibility");
  await vscode.hover(/advanced/, "hover");
  await vscode.goTo(textOf(definition), 'ListQueues",\n              "value-coll');
  await vscode.goToDefinition(textOf(definition), 'ListQueues",\n        "summary"');
  await vscode.goTo(textOf(definition), 'ListQueues",\n        "summary"');
  await vscode.lens("drop-down", 'operationId": "ListQueues"', "lens");
  await vscode.goTo(textOf(definition), '"queue"');
  await vscode.hint("shown as “queue”", "hints");
  await vscode.goTo(textOf(definition), 'ListTickets"');
  await vscode.rename("SearchTickets", "rename");
  // Flows remember the names of operations.
  await vscode.confirm(2, "changes to agree to");
  for (const file of [definition, properties])
    await vscode.save(
      join(connector, file),
      (text) => text.includes('"SearchTickets"') && !text.includes('"ListTickets"'),
    );
}

async function commandsAndStatus(vscode: VsCode, connector: string, server: string): Promise<void> {
  const textOf = (name: string) => readFileSync(join(connector, name), "utf8");
  const { error, warning } = countsOf(server, connector);
  const status = `contoso-tickets: ${error} errors, ${warning} warnings.`;
  await vscode.open(definition);
  await vscode.status(
    `${status} Judged by the profile certified, with the rules of .spectral.mjs.`,
  );
  await vscode.open(properties);
  await vscode.status(status);
  await vscode.openStatus(["Show problems", "Show preview", "Open .spectral.mjs"], "status");
  await vscode.open(".vscode/settings.json");
  await vscode.status(undefined);

  await vscode.command("Connectors: Validate workspace");
  const result = `1 connector: ${error} errors, ${warning} warnings.`;
  await vscode.message(result, "Show problems", "validated");
  await vscode.open(definition);
  // What found something at the cursor comes first.
  await vscode.goTo(textOf(definition), '{\n            "name": "queue"');
  const explain = (typed: string, wanted: string, screenshot: string) =>
    vscode.pick("Connectors: Explain rule…", { typed, wanted }, screenshot);
  await explain("", "parameter-summary-present", "rules");
  await vscode.rendered("parameter-summary-present", "page of a rule of the cursor");
  await explain("icon-brand-color-default", "icon-brand-color-default", "rules by name");
  await vscode.rendered("icon-brand-color-default", "page of a rule, by its name");

  await vscode.open(definition);
  await vscode.preview(/Contoso Tickets[\s\S]*Create a ticket/, "preview");
  await vscode.goTo(textOf(definition), 'Delete a ticket"');
  await vscode.replaceWord("Remove");
  await vscode.frameWith(/Remove a ticket/);
  await vscode.screenshot("preview while writing");
  await vscode.saveAll();
  await vscode.command("Preferences: Toggle between Light/Dark Themes");
  await vscode.frameWith(/Remove a ticket/, ":root.dark");
  await vscode.screenshot("preview in the dark");
  await vscode.command("Preferences: Toggle between Light/Dark Themes");
  await vscode.frameWith(/Remove a ticket/, ":root.light");

  await vscode.crash();
  await vscode.status(status);
  await vscode.goTo(textOf(definition), 'Remove a ticket"');
  await vscode.replaceWord("Close");
  await vscode.frameWith(/Close a ticket/);
  await vscode.saveAll();
  const { contributes } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8")) as {
    contributes: { walkthroughs: { title: string; steps: { title: string }[] }[] };
  };
  const [walkthrough] = contributes.walkthroughs;
  const steps = walkthrough!.steps.map(({ title }) => title);
  await vscode.walkthrough(walkthrough!.title, steps, "walkthrough");
}

/** Stops the validation of so many connectors that there is time to. */
async function cancelling(vscode: VsCode, connector: string, many: string): Promise<void> {
  for (let number = 1; number <= 1_500; number++)
    cpSync(connector, join(many, `contoso-${number}`), { recursive: true });
  await vscode.openFolder(many);
  await vscode.open("contoso-1/apiProperties.json");
  await vscode.command("Connectors: Validate workspace");
  await vscode.cancel("Validating connectors", "cancel");
  await vscode.settle();
}

/** How many errors and warnings the command line counts. */
function countsOf(server: string, connector: string): { error: number; warning: number } {
  const args = [server, "validate", "--format", "json", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: connector, encoding: "utf8" });
  return (JSON.parse(stdout) as { summary: { error: number; warning: number } }).summary;
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

/** The packed extension, made anew when something of it has changed. */
function packExtension(): string {
  const vsix = join(extension, "paconn-connectors.vsix");
  const made = existsSync(vsix) ? statSync(vsix).mtimeMs : 0;
  const sources = readdirSync(extension, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.vsix$|^LICENSE$/.test(entry.name))
    .map(({ name }) => join(extension, name));
  for (const folder of [packageFile("docs/rules"), join(extension, "walkthrough")])
    sources.push(...readdirSync(folder).map((name) => join(folder, name)));
  const isNewer = (path: string) => statSync(path).mtimeMs > made;
  if ([...sources, packageFile("dist/paconn-language-server.js")].some(isNewer)) {
    const args = ["--prefix", extension, "run", "package"];
    const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`The extension cannot be packed.\n${stdout}${stderr}`);
  }
  return vsix;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), "paconn-vscode-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const connector = join(folder, "contoso-tickets");
  cpSync(packageFile("examples/contoso-tickets"), connector, { recursive: true });
  const server = packageFile("dist/paconn.js");
  console.log(`ok: ${await test({ server, packageFolder: packageFile(), folder, connector })}`);
}
