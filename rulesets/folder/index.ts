import type { Rule } from "../rule.js";

/** The rules about the folder as a whole, by name. */
export const folderRules: readonly Rule[] = [];
