import type { Diagnostic } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import {
  type Connector,
  type ConnectorFile,
  type FileKind,
  type Profile,
  profileOf,
} from "../connector/connector.js";
import { appendTo } from "../connector/keep.js";
import { reasonOf, stackOf, UserError } from "../host/errors.js";
import { helpOf } from "../host/help.js";
import { readConnector } from "../host/readConnector.js";
import { type Judge, ownRules } from "../host/ruleset.js";
import { type DiagnosticSupport, toDiagnostic } from "../language/diagnostic.js";
import { rules } from "../rulesets/index.js";
import type { Judgement } from "../rulesets/judge.js";
import type { Finding } from "../rulesets/rule.js";
import { pauses } from "./pauses.js";
import type { Found } from "./publisher.js";
import { type LoadedRuleset, mostMillisecondsOfCode, Rulesets } from "./rulesets.js";
import type { Settings } from "./settings.js";
import { withinTime } from "./withinTime.js";

/** A file that is open in the editor. */
export interface OpenFile {
  path: string;
  version: number;
  getText(): string;
}

/** What judging needs of the world around it. */
export interface Surroundings {
  /** The files that are open now. */
  openFiles(): readonly OpenFile[];
  /** The settings for what lies in a folder. */
  settingsOf(folder: string): Promise<Settings>;
  diagnostics: DiagnosticSupport;
  uriOf(path: string): string;
  isTrusted: boolean;
  /** The open folder that another one lies in; `null` when it lies in none. */
  rootOf(folder: string): string | null;
  /** Takes the files, besides those of connectors, that findings depend on. */
  watch(paths: readonly string[]): void;
}

/** A connector as it is now, with what judges it. */
export interface Reading {
  folder: string;
  connector: Connector;
  /** The texts of the open files, by path. */
  overlay: ReadonlyMap<string, string>;
  /** The files whose findings are of interest. */
  files: readonly ConnectorFile[];
  ruleset: LoadedRuleset;
  /** What the ruleset finds in a file, also in one that is not yet what the editor has. */
  find(connector: Connector, file: ConnectorFile): Promise<readonly Finding[]>;
  versions: ReadonlyMap<string, number>;
  /** The settings that it is judged by. */
  settings: Settings;
}

/** What was found in a connector. */
export interface Judged extends Found {
  findings: readonly Finding[];
  /** The absolute paths of its files. */
  files: ReadonlySet<string>;
  /** The settings that it was judged by. */
  settings: Settings | undefined;
  /** By whose requirements it was judged. */
  profile?: Profile;
  /** The configuration by which it was judged, when there is one. */
  rulesetPath?: string | undefined;
  /** What was judged. */
  connector?: Connector;
}

/** Where a connector is. */
export interface Place {
  readonly folder: string;
  /** A definition or properties beside those of the folder; only its own findings are of interest. */
  readonly named: { kind: FileKind; path: string } | undefined;
}

/** Reads connectors, with the texts of the open files, and judges them by the ruleset in force. */
export class Judging {
  private readonly rulesets: Rulesets;
  /** Rulesets that did not come to an end: until they change nobody waits for them again. */
  private readonly stuck = new WeakSet<Judge>();

  constructor(private readonly surroundings: Surroundings) {
    this.rulesets = new Rulesets(surroundings.isTrusted, (files) => surroundings.watch(files));
  }

  /**
   * What is found in a connector.
   * @param known files of it that may have been read already
   * @param complain takes what keeps it, or a part of it, from being judged
   * @param isWanted asked again and again whether to go on
   * @throws Unwanted
   */
  async judge(
    connector: Place,
    known: Connector | undefined,
    complain: (words: string) => void,
    isWanted: () => boolean,
  ): Promise<Judged> {
    const pause = pauses(isWanted);
    let reading: Reading;
    try {
      reading = await this.read(connector, known, complain);
    } catch (error) {
      complain(`${connector.folder} cannot be read: ${reasonOf(error)}.`);
      return foundNothing;
    }
    const diagnostics = new Map<string, Diagnostic[]>();
    const { ruleset, files } = reading;
    const isShown = ({ path }: Finding) => connector.named === undefined || diagnostics.has(path);
    const judgement = await this.judgeWithinTime(
      ruleset,
      reading.connector,
      files,
      complain,
      pause,
    );
    for (const { rule, isOurs, path, error } of judgement.failures)
      if (isOurs) complain(`The rule ${rule} has a bug; it failed on ${path}: ${stackOf(error)}`);
      else complain(`${ruleset.path}: ${rule ?? "A rule"} failed: ${reasonOf(error)}.`);
    // Parts of a text keep the whole text in memory; a clone has texts of its own.
    const findings = structuredClone(judgement.findings);
    for (const { path } of files) diagnostics.set(path, []);
    const { diagnostics: support, uriOf } = this.surroundings;
    // A rule can also tell of something beside the files, such as one that is missing.
    for (const finding of findings.filter(isShown))
      appendTo(diagnostics, finding.path, toDiagnostic(finding, support, uriOf, pageOf));
    if (ruleset.error !== undefined) {
      const { path, diagnostic, words } = faultOf(ruleset.path!, ruleset.error);
      diagnostics.set(path, [...(diagnostics.get(path) ?? []), diagnostic]);
      complain(words);
    }
    return {
      diagnostics,
      findings,
      files: new Set(reading.connector.all.map(({ path }) => path)),
      versions: reading.versions,
      settings: reading.settings,
      profile: reading.connector.profile,
      rulesetPath: ruleset.path,
      connector: reading.connector,
    };
  }

  /**
   * The connector in a place, with the texts of the open files, for what needs no ruleset.
   * @throws when the folder cannot be read
   */
  async look(place: Place): Promise<Connector> {
    const open = this.surroundings.openFiles();
    const overlay = new Map(open.map((file) => [file.path, file.getText()]));
    const settings = await this.surroundings.settingsOf(place.folder);
    return this.readConnector(place, settings, overlay, () => {});
  }

  /**
   * @param known files of it that may have been read already
   * @throws when the folder cannot be read
   */
  async read(
    { folder, named }: Place,
    known: Connector | undefined,
    complain: (words: string) => void,
  ): Promise<Reading> {
    const settings = await this.surroundings.settingsOf(folder);
    const open = this.surroundings.openFiles();
    const overlay = new Map(open.map((file) => [file.path, file.getText()]));
    const versions = new Map(open.map(({ path, version }) => [path, version]));
    const read = await this.readConnector({ folder, named }, settings, overlay, complain);
    const connector = known === undefined ? read : read.sharing(known);
    const ruleset = await this.rulesets.of(folder, connector.profile, overlay);
    const files = connector.all.filter(({ path }) => named === undefined || path === named.path);
    const find = async (other: Connector, file: ConnectorFile) =>
      (await this.judgeWithinTime(ruleset, other, [file], () => {}, pauses(isAlwaysWanted)))
        .findings;
    return { folder, connector, overlay, files, ruleset, find, versions, settings };
  }

  private readConnector(
    { folder, named }: Place,
    { profile = "auto" }: Settings,
    overlay: ReadonlyMap<string, string>,
    complain: (words: string) => void,
  ): Promise<Connector> {
    return readConnector(folder, {
      profile: profile === "auto" ? profileOf(folder) : profile,
      overlay,
      named,
      currentFolder: this.surroundings.rootOf(folder),
      maximumSize: mostToJudge,
      onUnreadable: (path, error) => complain(`${path} cannot be read: ${reasonOf(error)}.`),
    });
  }

  /** A ruleset that does not come to an end is not waited for twice: our rules stand in for it. */
  private async judgeWithinTime(
    { judge, path }: LoadedRuleset,
    connector: Connector,
    files: readonly ConnectorFile[],
    complain: (words: string) => void,
    pause: () => Promise<void> | undefined,
  ): Promise<Judgement> {
    const withoutIt = () => {
      this.stuck.add(judge);
      complain(`${path}: A rule did not come to an end, so only the rules of paconn were used.`);
      return ownRules.judge(connector, files, { pause });
    };
    if (this.stuck.has(judge)) return withoutIt();
    const judging = (goesOn: () => void) =>
      judge.judge(connector, files, {
        pause() {
          goesOn();
          return pause();
        },
      });
    return withinTime(judging, mostMillisecondsOfCode, withoutIt);
  }
}

/**
 * A file beyond this is left to the command line: it would keep the machine busy for a minute after each edit. The service takes
 * about 1 MB.
 */
const mostToJudge = 5_000_000;

const isAlwaysWanted = () => true;

export const foundNothing: Judged = {
  diagnostics: new Map(),
  findings: [],
  files: new Set(),
  versions: new Map(),
  settings: undefined,
};

const ownNames = new Set(rules.map(({ name }) => name));

/** The page of a rule: ours is shipped, a user's rule may name one on the web. */
export function pageOf({ rule, help }: Pick<Finding, "rule" | "help">): string | undefined {
  if (ownNames.has(rule)) return helpOf(rule);
  return help !== undefined && /^https?:/.test(help) ? help : undefined;
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
