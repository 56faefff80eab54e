import { statSync } from "node:fs";
import type { Profile } from "../connector/connector.js";
import { UserError } from "../host/errors.js";
import type { Overlay } from "../host/readConnector.js";
import { findRuleset, type Judge, loadRuleset, ownRules } from "../host/ruleset.js";
import { withinTime } from "./withinTime.js";

/** The ruleset in force, or what is wrong with it. */
export interface LoadedRuleset {
  /** The last one that could be loaded while the newest one cannot. */
  judge: Judge;
  /** The absolute path of the configuration, if there is one. */
  path: string | undefined;
  error: unknown;
}

/** The rulesets of connectors, each loaded anew when one of its files has changed. */
export class Rulesets {
  private readonly loaded = new Map<
    string,
    LoadedRuleset & { files: ReadonlyMap<string, string> }
  >();

  /**
   * @param allowsCode whether code of rulesets may be run
   * @param onLoad takes the files that a ruleset consists of
   */
  constructor(
    private readonly allowsCode: boolean,
    private readonly onLoad: (files: readonly string[]) => void,
  ) {}

  /** @param overlay what the editor holds */
  async of(folder: string, profile: Profile, overlay: Overlay): Promise<LoadedRuleset> {
    const path = findRuleset(folder, overlay);
    if (path === undefined) return { judge: ownRules, path, error: undefined };
    const key = `${profile} ${path}`;
    const known = this.loaded.get(key);
    const isCurrent = ([file, state]: [string, string]) => stateOf(file, overlay) === state;
    if (known !== undefined && [...known.files].every(isCurrent)) return known;
    // The state before a file is read: what is written meanwhile must be noticed the next time.
    const files = new Map<string, string>();
    let judge = known?.judge ?? ownRules;
    let error: unknown;
    try {
      judge = await withinTime(
        loadRuleset(path, profile, {
          overlay,
          allowsCode: this.allowsCode,
          onFile: (file) => files.set(file, stateOf(file, overlay)),
        }),
        mostMillisecondsOfCode,
        () => {
          throw new UserError(`${path} does not come to an end when it is loaded.`);
        },
      );
    } catch (thrown) {
      error = thrown;
    }
    const loaded = { judge, path, error, files };
    this.loaded.set(key, loaded);
    this.onLoad([...files.keys()]);
    return loaded;
  }
}

/** Code of the user may wait for something that never comes. */
export const mostMillisecondsOfCode = 10_000;

/** Differs when the file has changed. */
function stateOf(file: string, overlay: Overlay): string {
  const text = overlay.get(file);
  if (text !== undefined) return `text ${text}`;
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "unreadable";
  }
}
