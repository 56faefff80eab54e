import type { Rule } from "../rule.js";

/** The rules about certification packages, by name. */
export const packageRules: readonly Rule[] = [];
