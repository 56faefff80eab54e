import type { Rule } from "../rule.js";
import settingsUnknownKey from "./settings-unknown-key.js";

/** The rules about settings, by name. */
export const settingsRules: readonly Rule[] = [settingsUnknownKey];
