import { apiDefinitionRules } from "./apiDefinition/index.js";
import { jsonRules } from "./json/index.js";
import type { Rule } from "./rule.js";

/** Every rule, by file and name. */
export const rules: readonly Rule[] = [...apiDefinitionRules, ...jsonRules];
