import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { reasonOf, stackOf } from "../host/errors.js";
import { findConnectorOf, findConnectors, kindByName } from "../host/findConnectors.js";
import {
  foundNothing,
  type Judged,
  Judging,
  type Place,
  type Reading,
  type Surroundings,
} from "./judging.js";
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
  /** What was found, and in which generation; of one without open files, the findings are left out. */
  judged: (Judged & { generation: number }) | undefined;
  /** What was complained of when it was judged last: each is told once. */
  complaints: ReadonlySet<string>;
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
  private scannedRoots: readonly string[] = [];
  private scan: "current" | "stale" = "current";
  private isWorking = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private waiting: (() => void)[] = [];

  /** @param log takes what a user has to know, once */
  constructor(
    private readonly surroundings: Surroundings,
    private readonly publisher: Publisher,
    private readonly log: (words: string) => void,
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
    if (connector !== undefined) this.invalidate(connector, debounceMilliseconds);
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

  /** Like `judged`, without waiting for a pause in typing. */
  judgedNow(path: string): Promise<Judged | undefined> {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined && !isCurrent(connector))
      connector.dueAt = Math.min(connector.dueAt, performance.now());
    this.wake();
    return this.judged(path);
  }

  /** The connector of an open file as it is now, read for what is not kept. */
  async read(path: string): Promise<Reading | undefined> {
    const connector = this.connectorOfFile.get(path);
    return connector && this.judging.read(connector, () => {});
  }

  /** Judges every connector below folders, besides the open ones; those that have not changed, once. */
  async judgeAll(roots: readonly string[]): Promise<void> {
    if (roots.join() !== this.scannedRoots.join()) this.scan = "stale";
    this.scannedRoots = roots;
    while (this.scan === "stale") {
      this.scan = "current";
      const found = new Set<string>();
      for (const root of roots)
        try {
          for (const folder of await findConnectors(root)) found.add(folder);
        } catch (error) {
          this.log(`${root} cannot be searched: ${reasonOf(error)}.`);
        }
      // Something has changed while it was searched for.
      if (this.scan !== "current") continue;
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
    while (!this.isClosed && ![...this.connectors.values()].every(isCurrent)) await this.nextStep();
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
      judged: undefined,
      complaints: new Set(),
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
        const isScanned = this.scannedRoots.some((root) => isAtOrBelow(connector.folder, root));
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
    const found = await this.judging.judge(connector, complain).catch((error) => {
      complain(`This is a bug of paconn: ${stackOf(error)}`);
      return foundNothing;
    });
    // Another judgement is due already.
    if (connector.generation !== generation || this.connectors.get(key) !== connector) return;
    if (this.isClosed) return;
    for (const words of complaints) if (!connector.complaints.has(words)) this.log(words);
    connector.complaints = complaints;
    connector.judged = { ...found, generation, ...(!isOpen && { findings: [] }) };
    this.publisher.set(key, found);
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
