import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { Connector, Profile } from "../connector/connector.js";
import { reasonOf, stackOf } from "../host/errors.js";
import { findConnectorOf, findConnectors, kindByName } from "../host/findConnectors.js";
import type { Finding } from "../rulesets/rule.js";
import {
  foundNothing,
  type Judged,
  Judging,
  type Place,
  type Reading,
  type Surroundings,
} from "./judging.js";
import { OpenConnector } from "./openConnector.js";
import { Unwanted } from "./pauses.js";
import type { Publisher } from "./publisher.js";
import { isAtOrBelow } from "./uris.js";

/** How long after the last change of a text its connector is judged. */
export const debounceMilliseconds = 150;

/** A connector that is open in the editor, or one below its folders when it asks for all. */
interface KnownConnector extends Place {
  /** Its folder, or the path of a file that stands in for the one of its folder. */
  readonly key: string;
  /** Whether one of its files is open. */
  isOpen: boolean;
  /** Counts the changes of what its findings depend on. */
  generation: number;
  /** When it is to be judged, in milliseconds of `performance.now()`; `Infinity` when it has been. */
  dueAt: number;
  /** It has changed, and is not judged before somebody asks for all connectors again. */
  isPutOff: boolean;
  /** What was found, and in which generation; of one without open files, the findings are left out. */
  judged: (Judged & { generation: number }) | undefined;
  /** What was complained of when it was judged last: each is told once. */
  complaints: ReadonlySet<string>;
  /** What editors ask about; read again after something else than the text of an open file has changed. */
  sight: Promise<OpenConnector | undefined> | undefined;
}

/** How far a search through all connectors is. */
export interface Step {
  judged: number;
  all: number;
  /** The folder of the connector that comes next. */
  next: string;
}

/** How a connector stands, as an editor may show it. */
export interface ConnectorStatus {
  /** The address of its folder. */
  folder: string;
  /** By whose requirements it is judged. */
  profile: Profile;
  /** The address of the configuration by which it is judged. */
  ruleset: string | null;
  errors: number;
  warnings: number;
}

/**
 * The connectors that are open in the editor, or below its folders when it asks for all. One loop
 * does all work, one piece at a time: it finds out which connectors the open files belong to and
 * judges those that have changed, so nothing has to be guarded against anything else.
 */
export class Workspace {
  private readonly connectors = new Map<string, KnownConnector>();
  private connectorOfFile: ReadonlyMap<string, KnownConnector> = new Map();
  private readonly judging: Judging;
  /** The files that the rulesets in force consist of. */
  readonly rulesetFiles = new Set<string>();
  private layout: "current" | "stale" | "in work" = "current";
  /** The folders below which every connector is judged. */
  private roots: readonly string[] = [];
  private scan: "current" | "stale" | "in work" = "current";
  private isWorking = false;
  /** Those who wait until all connectors are judged. */
  private readonly asking = new Set<CancellationToken>();
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private waiting: (() => void)[] = [];

  /**
   * @param log takes what a user has to know, once
   * @param onJudged takes what was found in a connector with open files, while its models are there
   */
  constructor(
    private readonly surroundings: Surroundings,
    private readonly publisher: Publisher,
    private readonly log: (words: string) => void,
    private readonly onJudged: (folder: string, judged: Judged) => void = () => {},
  ) {
    this.judging = new Judging({
      ...surroundings,
      watch: (files) => {
        for (const file of files) this.rulesetFiles.add(file);
        surroundings.watch(files);
      },
    });
  }

  opened(path: string): void {
    this.publisher.opened(path);
    this.layOutAgain();
    if (this.isRuleset(path)) this.invalidateAll(0);
  }

  changed(path: string): void {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined) {
      const { sight } = connector;
      this.invalidate(connector, debounceMilliseconds);
      if (!isSettings(path)) connector.sight = sight;
    }
    if (isSettings(path)) this.layOutAgain();
    if (this.isRuleset(path)) this.invalidateAll(debounceMilliseconds);
    this.wake();
  }

  saved(path: string): void {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined) this.invalidate(connector, 0);
    if (this.isRuleset(path)) this.invalidateAll(0);
    this.wake();
  }

  closed(path: string): void {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined) this.invalidate(connector, 0);
    if (this.isRuleset(path)) this.invalidateAll(0);
    this.publisher.closed(path);
    this.layOutAgain();
  }

  /**
   * Files changed on disk.
   * @param isNew whether some of them appeared or vanished
   */
  changedOnDisk(paths: readonly string[], isNew: boolean): void {
    if (paths.some((path) => this.isRuleset(path))) this.invalidateAll(0);
    else
      for (const connector of this.connectors.values())
        if (paths.some((path) => concerns(path, connector))) this.invalidate(connector, 0);
    // Settings say which files belong to a connector.
    if (isNew || paths.some(isSettings)) {
      this.scan = "stale";
      this.layOutAgain();
    }
    this.wake();
  }

  /** Something is open or watched no more, or nobody knows: everything may be different. */
  changedEverything(): void {
    this.invalidateAll(0);
    this.scan = "stale";
    this.layOutAgain();
  }

  /** Judges again where settings are others than those that were judged by. */
  async changedSettings(): Promise<void> {
    for (const connector of this.connectors.values()) {
      const settings = await this.surroundings.settingsOf(connector.folder);
      if (!isCurrent(connector) || settings.profile !== connector.judged?.settings?.profile)
        this.invalidate(connector, 0);
    }
    this.wake();
  }

  /** What is found in the connector of an open file, as its text is now; `undefined` if it is of none. */
  async judged(path: string): Promise<Judged | undefined> {
    while (!this.isClosed) {
      if (this.layout === "current") {
        const connector = this.connectorOfFile.get(path);
        if (connector === undefined) return undefined;
        if (isCurrent(connector)) return connector.judged;
      }
      await this.nextStep();
    }
    return undefined;
  }

  /** What is known to be in an open file as its text is now, without waiting for anything. */
  findingsIn(path: string): readonly Finding[] {
    const connector = this.connectorOfFile.get(path);
    if (connector === undefined || !isCurrent(connector)) return [];
    return connector.judged!.findings.filter((finding) => finding.path === path);
  }

  /** Like `judged`, without waiting for a pause in typing. */
  judgedNow(path: string): Promise<Judged | undefined> {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined && !isCurrent(connector))
      connector.dueAt = Math.min(connector.dueAt, performance.now());
    this.wake();
    return this.judged(path);
  }

  /** How the connector of an open file stands, once it is judged; `undefined` if the file is of none. */
  async status(path: string): Promise<ConnectorStatus | undefined> {
    const { profile, rulesetPath, diagnostics } = (await this.judged(path)) ?? {};
    const connector = this.connectorOfFile.get(path);
    if (connector === undefined || profile === undefined) return undefined;
    const count = (severity: DiagnosticSeverity) =>
      [...diagnostics!.values()].flat().filter((each) => each.severity === severity).length;
    return {
      folder: this.surroundings.uriOf(connector.folder),
      profile,
      ruleset: rulesetPath === undefined ? null : this.surroundings.uriOf(rulesetPath),
      errors: count(DiagnosticSeverity.Error),
      warnings: count(DiagnosticSeverity.Warning),
    };
  }

  /** The connector of an open file as it is now, with what there is to judge it by. */
  async read(path: string): Promise<Reading | undefined> {
    const sight = await this.sight(path, true);
    const connector = this.connectorOfFile.get(path);
    return connector && this.judging.read(connector, sight?.connector, () => {});
  }

  /**
   * The models of the connector of an open file.
   * @param isExact as its texts are now, whatever their size; else as they were read last, with what differs
   */
  async sight(path: string, isExact: boolean): Promise<OpenConnector | undefined> {
    while (this.layout !== "current" && !this.isClosed) await this.nextStep();
    const connector = this.connectorOfFile.get(path);
    if (connector === undefined) return undefined;
    connector.sight ??= this.judging.look(connector).then(
      (found) => new OpenConnector(found, this.surroundings.uriOf),
      () => undefined,
    );
    const sight = await connector.sight;
    const open = this.surroundings.openFiles();
    sight?.update(new Map(open.map((file) => [file.path, file.getText()])), isExact);
    return sight;
  }

  /** What there is of the connectors of open files. */
  async openSights(): Promise<{ folder: string; sight: OpenConnector }[]> {
    const pathOfEach = new Map(
      [...this.connectorOfFile].map(([path, connector]) => [connector, path]),
    );
    const sights = await Promise.all(
      [...pathOfEach].map(async ([{ folder }, path]) => ({
        folder,
        sight: await this.sight(path, false),
      })),
    );
    return sights.flatMap(({ folder, sight }) => (sight === undefined ? [] : [{ folder, sight }]));
  }

  /**
   * A connector of which no file is open.
   * @throws when the folder cannot be read
   */
  look(folder: string): Promise<Connector> {
    return this.judging.look({ folder, named: undefined });
  }

  /** What is found in a connector as it is now, without keeping anything. */
  judgeOnce(folder: string): Promise<Judged> {
    const place = { folder, named: undefined };
    return this.judging.judge(
      place,
      undefined,
      () => {},
      () => !this.isClosed,
    );
  }

  /** How many connectors are judged as they are now. */
  get judgedConnectors(): number {
    return [...this.connectors.values()].filter(isCurrent).length;
  }

  /**
   * Judges every connector below folders, besides the open ones; those that have not changed, once.
   * @param token ends it; what is not open is left then until somebody asks again
   * @param onStep told how far it is
   */
  async judgeAll(
    roots: readonly string[],
    token: CancellationToken,
    onStep: (step: Step) => void,
  ): Promise<void> {
    this.asking.add(token);
    const ending = token.onCancellationRequested(() => this.tellWaiting());
    if (roots.join() !== this.roots.join()) this.scan = "stale";
    this.roots = roots;
    for (const connector of this.connectors.values())
      if (connector.isPutOff) this.invalidate(connector, 0);
    this.wake();
    try {
      while (!this.isClosed && !token.isCancellationRequested) {
        if (this.scan === "stale") void this.findAll();
        const all = [...this.connectors.values()];
        const left = all.filter((connector) => !isCurrent(connector));
        const isFound = this.layout === "current" && this.scan === "current";
        if (isFound && left.length === 0) return;
        if (isFound) {
          const { folder: next } = this.nextDue() ?? left[0]!;
          onStep({ judged: all.length - left.length, all: all.length, next });
        }
        await this.nextStep();
      }
    } finally {
      ending.dispose();
      this.asking.delete(token);
      if (token.isCancellationRequested && !this.isAsked) this.putOff();
    }
  }

  /** Whether somebody waits until all connectors are judged. */
  private get isAsked(): boolean {
    return [...this.asking].some((token) => !token.isCancellationRequested);
  }

  /** Finds every connector below the folders. */
  private async findAll(): Promise<void> {
    this.scan = "in work";
    try {
      const found = new Set<string>();
      for (const root of this.roots)
        try {
          for (const folder of await findConnectors(root)) found.add(folder);
        } catch (error) {
          this.log(`${root} cannot be searched: ${reasonOf(error)}.`);
        }
      // What was found counts when somebody waits for it still, and nothing has changed meanwhile.
      if (!this.isAsked) this.scan = "stale";
      if (this.scan === "in work") await this.take(found);
      if (this.scan === "in work") this.scan = "current";
    } catch (error) {
      this.scan = "current";
      this.log(`This is a bug of paconn: ${stackOf(error)}`);
    }
    this.tellWaiting();
  }

  /** Takes the connectors that were found in the place of those that it had. */
  private async take(found: Set<string>): Promise<void> {
    // What is open by another path, through a link, is not judged twice.
    const open = [...this.connectors.values()].filter(({ isOpen }) => isOpen);
    const openFolders = new Set(await Promise.all(open.map(({ folder }) => realPathOf(folder))));
    for (const folder of found)
      if (!this.connectors.get(folder)?.isOpen && openFolders.has(await realPathOf(folder)))
        found.delete(folder);
    for (const folder of found)
      if (!this.connectors.has(folder)) this.add(folder, undefined).dueAt = performance.now();
    for (const connector of this.connectors.values())
      if (!connector.isOpen && !found.has(connector.key)) this.drop(connector);
    this.wake();
  }

  /** Leaves what is not open and not judged until somebody asks for all again. */
  private putOff(): void {
    for (const connector of this.connectors.values()) {
      if (connector.isOpen || isCurrent(connector)) continue;
      if (connector.judged === undefined) {
        this.drop(connector);
        this.scan = "stale";
      } else {
        this.invalidate(connector, Number.POSITIVE_INFINITY);
        connector.isPutOff = true;
      }
    }
  }

  dispose(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.tellWaiting();
  }

  private isRuleset(path: string): boolean {
    return basename(path).startsWith(".spectral.") || this.rulesetFiles.has(path);
  }

  private add(folder: string, named: KnownConnector["named"]): KnownConnector {
    const connector: KnownConnector = {
      key: named?.path ?? folder,
      folder,
      named,
      isOpen: false,
      generation: 0,
      dueAt: Number.POSITIVE_INFINITY,
      isPutOff: false,
      judged: undefined,
      complaints: new Set(),
      sight: undefined,
    };
    this.connectors.set(connector.key, connector);
    return connector;
  }

  private drop(connector: KnownConnector): void {
    this.connectors.delete(connector.key);
    this.publisher.set(connector.key, undefined);
  }

  private invalidate(connector: KnownConnector, delay: number): void {
    connector.generation++;
    connector.dueAt = performance.now() + delay;
    connector.isPutOff = false;
    connector.sight = undefined;
  }

  private invalidateAll(delay: number): void {
    for (const connector of this.connectors.values()) this.invalidate(connector, delay);
  }

  private layOutAgain(): void {
    this.layout = "stale";
    this.wake();
  }

  private nextStep(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private tellWaiting(): void {
    for (const tell of this.waiting.splice(0)) tell();
  }

  /** Sees to it that the loop runs when something is due. */
  private wake(): void {
    if (this.isWorking || this.isClosed) return;
    clearTimeout(this.timer);
    const dueAt =
      this.layout === "stale"
        ? 0
        : Math.min(...[...this.connectors.values()].map((each) => each.dueAt));
    if (dueAt === Number.POSITIVE_INFINITY) return;
    this.timer = setTimeout(() => void this.work(), Math.max(0, dueAt - performance.now()));
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    while (!this.isClosed) {
      try {
        if (this.layout === "stale") await this.layOut();
        else {
          const next = this.nextDue();
          if (next === undefined) break;
          await this.judge(next);
        }
      } catch (error) {
        this.log(`This is a bug of paconn: ${stackOf(error)}`);
      }
      this.tellWaiting();
      // Messages of the editor come in between.
      await new Promise(setImmediate);
    }
    this.isWorking = false;
    this.wake();
  }

  /** The open one that has waited longest, else another one. */
  private nextDue(): KnownConnector | undefined {
    const now = performance.now();
    const due = [...this.connectors.values()].filter(({ dueAt }) => dueAt <= now);
    return due.sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || a.dueAt - b.dueAt)[0];
  }

  /** Finds out which connectors the open files belong to. */
  private async layOut(): Promise<void> {
    this.layout = "in work";
    try {
      await this.findConnectorsOfOpenFiles();
    } finally {
      if (this.layout === "in work") this.layout = "current";
    }
  }

  private async findConnectorsOfOpenFiles(): Promise<void> {
    const open = this.surroundings.openFiles();
    const overlay = new Map(open.map((file) => [file.path, file.getText()]));
    const next = new Map<string, KnownConnector>();
    for (const { path } of open) {
      const currentFolder = this.surroundings.rootOf(dirname(path));
      const found = await findConnectorOf(path, { overlay, currentFolder });
      if (found === undefined) continue;
      const kind = kindByName(path);
      const isExtra = kind === "apiDefinition" || kind === "apiProperties";
      if (found.kind === undefined && !isExtra) continue;
      const named = found.kind === undefined && isExtra ? { kind, path } : undefined;
      const connector =
        this.connectors.get(named?.path ?? found.folder) ?? this.add(found.folder, named);
      // At once: a search for all connectors that goes on meanwhile drops those that are not open.
      connector.isOpen = true;
      next.set(path, connector);
    }
    for (const [path, connector] of next)
      if (this.connectorOfFile.get(path) !== connector) this.invalidate(connector, 0);
    const openOnes = new Set(next.values());
    for (const connector of this.connectors.values())
      if (connector.isOpen && !openOnes.has(connector)) {
        connector.isOpen = false;
        // Below a folder whose connectors are all judged it stays, as one without open files.
        const isScanned = this.roots.some((root) => isAtOrBelow(connector.folder, root));
        if (isScanned && connector.named === undefined) this.invalidate(connector, 0);
        else this.drop(connector);
      }
    this.connectorOfFile = next;
  }

  private async judge(connector: KnownConnector): Promise<void> {
    const { generation, key, isOpen } = connector;
    connector.dueAt = Number.POSITIVE_INFINITY;
    const complaints = new Set<string>();
    const complain = (words: string) => void complaints.add(words);
    // Not when another judgement is due already.
    const isWanted = () =>
      connector.generation === generation &&
      this.connectors.get(key) === connector &&
      !this.isClosed;
    const known = (await connector.sight)?.connector;
    const found = await this.judging
      .judge(connector, known, complain, isWanted)
      .catch((error): Judged => {
        if (!(error instanceof Unwanted)) complain(`This is a bug of paconn: ${stackOf(error)}`);
        return foundNothing;
      });
    if (!isWanted()) return;
    if (connector.named === undefined) this.onJudged(connector.folder, found);
    if (isOpen && found.connector !== undefined) (await connector.sight)?.adopt(found.connector);
    for (const words of complaints) if (!connector.complaints.has(words)) this.log(words);
    connector.complaints = complaints;
    // The models are kept for as long as editors ask about them, and no longer.
    const { connector: _, ...kept } = found;
    connector.judged = { ...kept, generation, ...(!isOpen && { findings: [] }) };
    this.publisher.set(key, kept);
  }
}

function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Whether what was found is what there is now. */
function isCurrent({ judged, generation }: KnownConnector): boolean {
  return judged?.generation === generation;
}

/** Whether a file may say which files belong to a connector. */
function isSettings(path: string): boolean {
  return basename(path).toLowerCase() === "settings.json";
}

/** Whether a file or folder on disk is one that the findings of a connector may depend on. */
function concerns(path: string, { folder, judged }: KnownConnector): boolean {
  return dirname(path) === folder || isAtOrBelow(folder, path) || judged?.files.has(path) === true;
}
