import { resolve } from "node:path";
import type { Profile } from "../connector/connector.js";
import {
  findRuleset,
  type Judge,
  type LoadOptions,
  loadRuleset,
  ownRules,
} from "../host/ruleset.js";

/** The rulesets in force, each loaded once. */
export class Rulesets {
  private readonly loaded = new Map<string, Promise<Judge>>();

  constructor(
    private readonly options: { config?: string | false },
    private readonly loading: LoadOptions = {},
  ) {}

  of(folder: string, profile: Profile): Promise<Judge> {
    const { config } = this.options;
    const path =
      typeof config === "string"
        ? resolve(config)
        : config === false
          ? undefined
          : findRuleset(folder);
    const key = `${profile} ${path}`;
    let ruleset = this.loaded.get(key);
    if (ruleset === undefined) {
      ruleset =
        path === undefined ? Promise.resolve(ownRules) : loadRuleset(path, profile, this.loading);
      this.loaded.set(key, ruleset);
    }
    return ruleset;
  }
}
