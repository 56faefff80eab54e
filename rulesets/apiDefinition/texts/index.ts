import type { Rule } from "../../rule.js";

export const textsRules: readonly Rule[] = [];
