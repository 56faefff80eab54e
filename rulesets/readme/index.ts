import type { Rule } from "../rule.js";

/** The rules about readme and intro, by name. */
export const readmeRules: readonly Rule[] = [];
