import type { Connection } from "vscode-languageserver";
import { type Profile, profiles } from "../connector/connector.js";
import { isObject } from "../connector/values.js";
import { nearest } from "../rulesets/nearest.js";
import type { Client } from "./client.js";
import { withinTime } from "./withinTime.js";

/** What a user of an editor may set, under `paconn` in the settings of the editor. */
export interface Settings {
  /** By whose requirements connectors are judged; `auto`, the default: told by the folder. */
  profile?: Profile | "auto";
  /** What is shown above and inside lines: each is on unless it is switched off. */
  codeLens?: boolean;
  inlayHints?: boolean;
  semanticTokens?: boolean;
  /** Whether files are laid out. When an editor switches that off at the start, the server does not even offer it. */
  formatting?: boolean;
}

/** The settings that switch something off: `{ "enabled": false }`, or `false` alone. */
export const switches = ["codeLens", "inlayHints", "semanticTokens", "formatting"] as const;
export type Switch = (typeof switches)[number];

/** What only an editor may say, at the start: a folder must not trust itself. */
export interface InitializationOptions extends Settings {
  /** The folder is trusted: JavaScript in its rulesets is run. */
  isTrusted?: boolean;
}

/**
 * The settings in what an editor sent, which may hold anything.
 * @param complain takes what is wrong with them, in words
 */
export function readSettings(
  value: unknown,
  complain: (words: string) => void,
): InitializationOptions {
  if (!isObject(value)) return {};
  const settings: InitializationOptions = {};
  for (const [key, given] of Object.entries(value)) {
    if (given === null || given === undefined) continue;
    if (key === "profile") {
      if (given === "auto" || profiles.includes(given as Profile))
        settings.profile = given as Profile | "auto";
      else if (given !== "")
        complain(
          `The setting paconn.profile is ${JSON.stringify(given)}; it may be "auto", ${profiles.map((profile) => JSON.stringify(profile)).join(", ")}.`,
        );
    } else if (switches.includes(key as Switch)) {
      const enabled = isObject(given) ? given.enabled : given;
      if (typeof enabled === "boolean") settings[key as Switch] = enabled;
      else if (enabled !== undefined && enabled !== null)
        complain(
          `The setting paconn.${key}.enabled is ${JSON.stringify(enabled)}; it may be true or false.`,
        );
    } else if (key === "isTrusted") settings.isTrusted = given === true;
    else {
      // Extensions keep settings of their own beside these, such as what is traced.
      const meant = nearest(key, ["profile", ...switches]);
      if (meant !== undefined)
        complain(`There is no setting paconn.${key}. Is paconn.${meant} meant?`);
    }
  }
  return settings;
}

/** An editor that is asked for settings and does not answer must not hold up findings. */
const mostMillisecondsToAnswer = 2_000;

/**
 * The settings in force: those given at the start, over them those of the folder that the editor
 * answers when it is asked. What an editor sends by itself knows no folders: it counts only where the
 * editor cannot be asked.
 */
export class SettingsInForce {
  readonly isTrusted: boolean;
  private readonly log: (words: string) => void;
  private readonly atStart: Settings;
  private sent: Settings = {};
  private readonly answered = new Map<string, Promise<Settings>>();
  private mayAsk = false;

  /** @param onLateAnswer told when the editor answers after it was not waited for any longer */
  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly uriOf: (path: string) => string,
    log: (words: string) => void,
    private readonly onLateAnswer: () => void,
  ) {
    // Each folder has the same mistake; it is told once.
    const told = new Set<string>();
    this.log = (words) => {
      if (!told.has(words)) log(words);
      told.add(words);
    };
    const { isTrusted = false, ...settings } = readSettings(client.initializationOptions, log);
    this.isTrusted = isTrusted;
    this.atStart = settings;
  }

  /** The editor takes questions from now on. */
  start(): void {
    this.mayAsk = this.client.hasConfiguration;
    this.answered.clear();
  }

  /** The editor says that settings have changed, and perhaps which ones it has now. */
  changed(sent: unknown): void {
    this.answered.clear();
    if (isObject(sent) && !this.client.hasConfiguration)
      this.sent = this.withoutTrust(isObject(sent.paconn) ? sent.paconn : {});
  }

  async of(folder: string): Promise<Settings> {
    let answer = this.answered.get(folder);
    if (answer === undefined && this.mayAsk) {
      answer = this.ask(folder);
      this.answered.set(folder, answer);
    }
    return { ...this.atStart, ...(await answer), ...this.sent };
  }

  private async ask(folder: string): Promise<Settings> {
    const question = { scopeUri: this.uriOf(folder), section: "paconn" };
    const asked: Promise<unknown> = this.connection.workspace.getConfiguration(question);
    const answer = asked.then<Settings, Settings>(
      (given) => this.withoutTrust(given),
      () => ({}),
    );
    return withinTime(answer, mostMillisecondsToAnswer, () => {
      void answer.then((settings) => {
        this.answered.set(folder, Promise.resolve(settings));
        this.onLateAnswer();
      });
      return {};
    });
  }

  private withoutTrust(given: unknown): Settings {
    const { isTrusted: _, ...settings } = readSettings(given, this.log);
    return settings;
  }
}
