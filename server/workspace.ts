import { basename, dirname, sep } from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import {
  type Connector,
  type ConnectorFile,
  type FileKind,
  jsonKinds,
  profileOf,
} from "../connector/connector.js";
import { reasonOf, UserError } from "../host/errors.js";
import { findConnectorOf, findConnectors, kindByName } from "../host/findConnectors.js";
import { helpOf } from "../host/help.js";
import { readConnector } from "../host/readConnector.js";
import { type Judge, ownRules } from "../host/ruleset.js";
import { type DiagnosticSupport, toDiagnostic } from "../language/diagnostic.js";
import { rules } from "../rulesets/index.js";
import type { Judgement } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import type { Found, Publisher } from "./publisher.js";
import { type LoadedRuleset, Rulesets } from "./rulesets.js";
import type { Settings } from "./settings.js";

/** A file that is open in the editor. */
export interface OpenFile {
  path: string;
  version: number;
  getText(): string;
}

/** What the workspace needs of the world around it. */
export interface Surroundings {
  /** The files that are open now. */
  openFiles(): readonly OpenFile[];
  /** The settings for what lies in a folder. */
  settingsOf(folder: string): Promise<Settings>;
  diagnostics: DiagnosticSupport;
  uriOf(path: string): string;
  isTrusted: boolean;
  publisher: Publisher;
  /** Takes the files, besides those of connectors, that findings depend on. */
  watch(paths: readonly string[]): void;
  log(words: string): void;
}

/** How long after the last change of a text its connector is judged. */
export const debounceMilliseconds = 150;

/** Rules of the user may wait for something that never comes. */
const mostMillisecondsToJudge = 10_000;

/** A connector that is open in the editor, or one below its folders when it asks for all. */
interface KnownConnector {
  /** Its folder, or the path of a file that stands in for the one of its folder. */
  readonly key: string;
  readonly folder: string;
  /** A definition or properties beside those of the folder; only its own findings are of interest. */
  readonly named: { kind: FileKind; path: string } | undefined;
  /** Whether one of its files is open. */
  isOpen: boolean;
  /** Counts the changes of what its findings depend on. */
  generation: number;
  /** When it is to be judged, in milliseconds of `performance.now()`; `Infinity` when it has been. */
  dueAt: number;
  judged: Judged | undefined;
  /** The settings that it was judged by, as JSON. */
  settings: string;
  /** What was complained of when it was judged last: each is told once. */
  complaints: ReadonlySet<string>;
}

/** What was found in a connector. */
export interface Judged {
  generation: number;
  /** Those of an open connector only. */
  findings: readonly Finding[];
  /** The absolute paths of its files. */
  files: ReadonlySet<string>;
}

/** A connector with what judges it. */
export interface Reading {
  folder: string;
  connector: Connector;
  /** The texts of the open files, by path. */
  overlay: ReadonlyMap<string, string>;
  /** The files whose findings are of interest. */
  files: readonly ConnectorFile[];
  ruleset: LoadedRuleset;
  versions: ReadonlyMap<string, number>;
}

/**
 * The connectors that are open in the editor, or below its folders when it asks for all. One loop
 * does all work, one piece at a time: it finds out which connectors the open files belong to and
 * judges those that have changed, so nothing has to be guarded against anything else.
 */
export class Workspace {
  private readonly connectors = new Map<string, KnownConnector>();
  private connectorOfFile: ReadonlyMap<string, KnownConnector> = new Map();
  private readonly rulesets: Rulesets;
  private readonly rulesetFiles = new Set<string>();
  /** Rulesets that did not come to an end: until they change nobody waits for them again. */
  private readonly stuck = new WeakSet<Judge>();
  private layout: "current" | "stale" | "in work" = "current";
  /** The folders below which every connector is judged. */
  private scannedRoots: readonly string[] = [];
  private scan: "current" | "stale" = "current";
  private isWorking = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private waiting: (() => void)[] = [];

  constructor(private readonly surroundings: Surroundings) {
    this.rulesets = new Rulesets(surroundings.isTrusted, (files) => {
      for (const file of files) this.rulesetFiles.add(file);
      surroundings.watch(files);
    });
  }

  opened(path: string): void {
    this.surroundings.publisher.opened(path);
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
    this.surroundings.publisher.closed(path);
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
      const settings = JSON.stringify(await this.surroundings.settingsOf(connector.folder));
      const isJudged = connector.judged?.generation === connector.generation;
      if (!isJudged || connector.settings !== settings) this.invalidate(connector, 0);
    }
    this.wake();
  }

  /** What is found in the connector of an open file, as its text is now; `undefined` if it is of none. */
  async judged(path: string): Promise<Judged | undefined> {
    while (!this.isClosed) {
      if (this.layout === "current") {
        const connector = this.connectorOfFile.get(path);
        if (connector === undefined) return undefined;
        if (connector.judged?.generation === connector.generation) return connector.judged;
      }
      await this.nextStep();
    }
    return undefined;
  }

  /** Like `judged`, without waiting for a pause in typing. */
  judgedNow(path: string): Promise<Judged | undefined> {
    const connector = this.connectorOfFile.get(path);
    if (connector !== undefined && connector.judged?.generation !== connector.generation)
      connector.dueAt = Math.min(connector.dueAt, performance.now());
    this.wake();
    return this.judged(path);
  }

  /** The connector of an open file as it is now, read for what is not kept. */
  async read(path: string): Promise<Reading | undefined> {
    const connector = this.connectorOfFile.get(path);
    return connector && this.readConnector(connector, () => {});
  }

  /** Judges every connector below folders, besides the open ones; those that have not changed, once. */
  async judgeAll(roots: readonly string[]): Promise<void> {
    if (roots.join() !== this.scannedRoots.join()) this.scan = "stale";
    this.scannedRoots = roots;
    if (this.scan === "stale") {
      this.scan = "current";
      const found = new Set<string>();
      for (const root of roots)
        try {
          for (const folder of await findConnectors(root)) found.add(folder);
        } catch (error) {
          this.surroundings.log(`${root} cannot be searched: ${reasonOf(error)}.`);
        }
      for (const folder of found)
        if (!this.connectors.has(folder)) this.add(folder, undefined).dueAt = performance.now();
      for (const connector of this.connectors.values())
        if (!connector.isOpen && !found.has(connector.key)) this.drop(connector);
      this.wake();
    }
    const isJudged = ({ judged, generation }: KnownConnector) => judged?.generation === generation;
    while (!this.isClosed && ![...this.connectors.values()].every(isJudged)) await this.nextStep();
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
      settings: "",
      complaints: new Set(),
    };
    this.connectors.set(connector.key, connector);
    return connector;
  }

  private drop(connector: KnownConnector): void {
    this.connectors.delete(connector.key);
    this.surroundings.publisher.set(connector.key, undefined);
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
        this.surroundings.log(`This is a bug of paconn: ${stackOf(error)}`);
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
      const found = await findConnectorOf(path, overlay);
      if (found === undefined) continue;
      const kind = kindByName(path);
      const isExtra = kind === "apiDefinition" || kind === "apiProperties";
      if (found.kind === undefined && !isExtra) continue;
      const named = found.kind === undefined && isExtra ? { kind, path } : undefined;
      const connector =
        this.connectors.get(named?.path ?? found.folder) ?? this.add(found.folder, named);
      next.set(path, connector);
    }
    for (const connector of next.values()) connector.isOpen = true;
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
    const found = await this.find(connector, (words) => complaints.add(words)).catch((error) => {
      complaints.add(`This is a bug of paconn: ${stackOf(error)}`);
      return foundNothing;
    });
    // Another judgement is due already.
    if (connector.generation !== generation || this.connectors.get(key) !== connector) return;
    if (this.isClosed) return;
    for (const words of complaints)
      if (!connector.complaints.has(words)) this.surroundings.log(words);
    connector.complaints = complaints;
    connector.judged = {
      generation,
      findings: isOpen ? found.findings : [],
      files: found.files,
    };
    this.surroundings.publisher.set(key, found);
  }

  private async find(
    connector: KnownConnector,
    complain: (words: string) => void,
  ): Promise<Found & Omit<Judged, "generation">> {
    let reading: Reading;
    try {
      reading = await this.readConnector(connector, complain);
    } catch (error) {
      complain(`${connector.folder} cannot be read: ${reasonOf(error)}.`);
      return foundNothing;
    }
    const diagnostics = new Map<string, Diagnostic[]>();
    const { ruleset, files } = reading;
    const judgement = await this.judgeWithinTime(ruleset.judge, reading, complain);
    for (const { rule, isOurs, path, error } of judgement.failures)
      if (isOurs) complain(`The rule ${rule} has a bug; it failed on ${path}: ${stackOf(error)}`);
      else complain(`${ruleset.path}: ${rule ?? "A rule"} failed: ${reasonOf(error)}.`);
    // Parts of a text keep the whole text in memory; a clone has texts of its own.
    const findings = structuredClone(judgement.findings);
    for (const { path } of files) diagnostics.set(path, []);
    const { diagnostics: support, uriOf } = this.surroundings;
    for (const finding of findings)
      diagnostics.get(finding.path)?.push(toDiagnostic(finding, support, uriOf, pageOf));
    if (ruleset.error !== undefined) {
      const { path, diagnostic, words } = faultOf(ruleset.path!, ruleset.error);
      diagnostics.set(path, [diagnostic]);
      complain(words);
    }
    return {
      diagnostics,
      findings,
      files: new Set(reading.connector.all.map(({ path }) => path)),
      versions: reading.versions,
    };
  }

  private async readConnector(
    known: KnownConnector,
    complain: (words: string) => void,
  ): Promise<Reading> {
    const { folder, named } = known;
    const settings = await this.surroundings.settingsOf(folder);
    known.settings = JSON.stringify(settings);
    const { profile: wanted = "auto" } = settings;
    const profile = wanted === "auto" ? profileOf(folder) : wanted;
    const open = this.surroundings.openFiles();
    const overlay = new Map(open.map((file) => [file.path, file.getText()]));
    const versions = new Map(open.map(({ path, version }) => [path, version]));
    const ruleset = await this.rulesets.of(folder, profile, overlay);
    const connector = await readConnector(folder, {
      profile,
      overlay,
      named,
      onUnreadable: (path, error) => complain(`${path} cannot be read: ${reasonOf(error)}.`),
    });
    const files = connector.all.filter(
      ({ kind, path }) => jsonKinds.includes(kind) && (named === undefined || path === named.path),
    );
    return { folder, connector, overlay, files, ruleset, versions };
  }

  private async judgeWithinTime(
    judge: Judge,
    { connector, files, ruleset }: Reading,
    complain: (words: string) => void,
  ): Promise<Judgement> {
    if (this.stuck.has(judge)) return ownRules.judge(connector, files);
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), mostMillisecondsToJudge);
    });
    const judgement = await Promise.race([judge.judge(connector, files), tooLong]);
    clearTimeout(timer);
    if (judgement !== undefined) return judgement;
    this.stuck.add(judge);
    complain(
      `${ruleset.path}: A rule did not come to an end, so only the rules of paconn were used.`,
    );
    return ownRules.judge(connector, files);
  }
}

const foundNothing: Found & Omit<Judged, "generation"> = {
  diagnostics: new Map(),
  findings: [],
  files: new Set(),
  versions: new Map(),
};

/** Whether a file may say which files belong to a connector. */
function isSettings(path: string): boolean {
  return basename(path).toLowerCase() === "settings.json";
}

/** Whether a file or folder on disk is one that the findings of a connector may depend on. */
function concerns(path: string, { folder, judged }: KnownConnector): boolean {
  return dirname(path) === folder || isAtOrBelow(folder, path) || judged?.files.has(path) === true;
}

function isAtOrBelow(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder + sep);
}

const ownNames = new Set(rules.map(({ name }) => name));

/** The page of a rule: ours is shipped, a user's rule may name one. */
export function pageOf({ rule, help }: Pick<Finding, "rule" | "help">): string | undefined {
  return ownNames.has(rule) ? helpOf(rule) : help;
}

/** What is wrong with a ruleset, shown where it is. */
function faultOf(
  rulesetPath: string,
  error: unknown,
): { path: string; diagnostic: Diagnostic; words: string } {
  if (!(error instanceof UserError))
    return faultOf(
      rulesetPath,
      new UserError(`${rulesetPath} cannot be loaded: ${stackOf(error)}`),
    );
  const { place, todo } = error;
  const start = { line: (place?.line ?? 1) - 1, character: (place?.column ?? 1) - 1 };
  const withTodo = (words: string) => (todo === undefined ? words : `${words} ${todo}`);
  return {
    path: place?.path ?? rulesetPath,
    diagnostic: {
      range: { start, end: { ...start, character: start.character + 1 } },
      severity: DiagnosticSeverity.Error,
      code: "ruleset",
      source: "paconn",
      message: withTodo(place?.reason ?? error.message),
    },
    words: withTodo(error.message),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
