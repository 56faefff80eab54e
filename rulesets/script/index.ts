import type { Rule } from "../rule.js";

/** The rules about scripts, by name. */
export const scriptRules: readonly Rule[] = [];
