import type { Rule } from "../../rule.js";

export const versionsRules: readonly Rule[] = [];
