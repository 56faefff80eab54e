import type { Rule } from "../rule.js";

/** The rules about what breaks those who use the last version, by name. */
export const changesRules: readonly Rule[] = [];
