import type { Rule } from "../rule.js";

/** The rules about icons, by name. */
export const iconRules: readonly Rule[] = [];
