import { realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Connector, type Profile, profileOf } from "../../connector/connector.js";
import { reasonOf, stackOf, UserError } from "../../host/errors.js";
import { findTargets, type Target } from "../../host/findConnectors.js";
import { readConnector } from "../../host/readConnector.js";
import type { Judge } from "../../host/ruleset.js";
import type { Preview } from "../../preview/server.js";
import type { ExitCode, World } from "../command.js";
import { openInBrowser } from "../powerApps/openInBrowser.js";
import { printable } from "../printable.js";
import { wordsOfFailure } from "../ruleFailure.js";
import { Rulesets } from "../rulesets.js";
import { type Watched, Watcher } from "../watcher.js";

interface Options {
  profile?: Profile;
  port?: number;
  open: boolean;
  config?: string | false;
  json?: true;
}

/** Shows a connector in a page and follows its files until it is interrupted. */
export async function run(
  options: Options,
  [folder = "."]: string[],
  world: World,
): Promise<ExitCode> {
  const { stdout, stderr, env } = world;
  const target = await targetOf(folder);
  const reading = new Reading(target, options, (words) =>
    stderr.write(`paconn: ${printable(words, "\t\n")}\n`),
  );
  const preview = await start(options.port);
  await follow(reading, preview);
  const { url } = preview;
  stdout.write(options.json ? `${JSON.stringify({ url })}\n` : `${url}\n`);
  if (stdout.isTTY) stderr.write("Ctrl+C ends the preview.\n");
  if (options.open && stdout.isTTY && !options.json)
    openInBrowser(url, env, () =>
      stderr.write("paconn: There is no browser to open; open the address yourself.\n"),
    );
  // An interruption ends the process.
  return new Promise(() => {});
}

/** The one connector that is meant. @throws UserError */
async function targetOf(folder: string): Promise<Target> {
  const targets = await findTargets([folder]);
  const [target, ...others] = targets as [Target, ...Target[]];
  if (others.length === 0) return target;
  const names = targets.slice(0, 10).map((each) => each.shown(each.folder));
  const more = targets.length > names.length ? "\n  …" : "";
  throw new UserError(
    `${folder} holds ${targets.length} connectors:\n${names.map((name) => `  ${name}`).join("\n")}${more}`,
    "Name one of them.",
  );
}

async function start(port: number | undefined): Promise<Preview> {
  const { startPreview } = await import("../../preview/server.js");
  try {
    return await startPreview(port === undefined ? {} : { port });
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    throw new UserError(
      isTaken
        ? `The port ${port} is taken by another program.`
        : `No page can be shown: ${reasonOf(error)}.`,
      "Name another one with --port, or none to take a free one.",
      3,
    );
  }
}

/**
 * Shows the connector, and anew whenever its files change.
 * @throws when it cannot be shown at all
 */
async function follow(reading: Reading, preview: Preview): Promise<void> {
  let isBusy = true;
  const show = async () => {
    isBusy = true;
    try {
      const { connector, findings } = await reading.read();
      preview.show(connector, findings);
      if (watcher.watch(reading.watched(connector))) watcher.tell();
    } finally {
      isBusy = false;
    }
  };
  const watcher = new Watcher(async () => {
    try {
      if (isBusy) watcher.tell();
      else await show();
    } catch (error) {
      reading.complain(error instanceof UserError ? error.message : stackOf(error));
      // The folder may come back, as it does when another branch is checked out.
      watcher.tell(1_000);
    }
  });
  watcher.watch(reading.watched());
  try {
    await show();
  } catch (error) {
    watcher.close();
    await preview.close();
    throw error;
  }
}

/** Reads and judges the connector again and again. */
class Reading {
  /** The last ruleset that could be loaded. */
  private ruleset: Judge | undefined;
  private rulesetFiles: readonly string[] = [];
  private told = new Set<string>();

  constructor(
    private readonly target: Target,
    private readonly options: Options,
    private readonly write: (words: string) => void,
  ) {}

  /** @throws UserError when the folder cannot be read, or there never was a ruleset */
  async read() {
    const { target } = this;
    const { folder, named, shown } = target;
    const complaints: string[] = [];
    const unreadable = (path: string, error: unknown) =>
      `${shown(path)} cannot be read: ${reasonOf(error)}.`;
    const connector = await readConnector(folder, {
      profile: this.options.profile ?? profileOf(folder),
      named,
      onUnreadable: (path, error) => complaints.push(unreadable(path, error)),
    }).catch((error) => {
      throw new UserError(unreadable(folder, error), undefined, 3);
    });
    const ruleset = await this.loadRuleset(connector, complaints);
    const { findings, failures } = await ruleset.judge(connector, connector.all);
    complaints.push(...failures.map((failure) => wordsOfFailure(failure, shown)));
    for (const words of complaints) this.complain(words);
    // What is in order again may be told again.
    this.told = new Set(complaints);
    return { connector, findings };
  }

  /** Tells something once, however often it is found out. */
  complain(words: string): void {
    if (!this.told.has(words)) this.write(words);
    this.told.add(words);
  }

  /** The folders whose changes matter: that of the connector, and those of files which lie elsewhere. */
  watched(connector?: Connector): Watched {
    const watched = new Map<string, Set<string> | undefined>();
    const paths = [...this.rulesetFiles, ...(connector?.all ?? []).map(({ path }) => path)];
    for (const path of [...paths, ...paths.map(realPathOf)]) {
      const names = watched.get(dirname(path)) ?? new Set();
      watched.set(dirname(path), names.add(basename(path)));
    }
    return watched.set(resolve(this.target.folder), undefined);
  }

  /** While a configuration is broken the last good one counts. */
  private async loadRuleset({ profile }: Connector, complaints: string[]): Promise<Judge> {
    const files: string[] = [];
    try {
      const rulesets = new Rulesets(this.options, { onFile: (path) => files.push(path) });
      this.ruleset = await rulesets.of(this.target.folder, profile);
    } catch (error) {
      if (!(error instanceof UserError) || this.ruleset === undefined) throw error;
      complaints.push(error.message);
    }
    this.rulesetFiles = files;
    return this.ruleset;
  }
}

/** Where a link leads. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
