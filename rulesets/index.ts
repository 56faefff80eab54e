import { apiDefinitionRules } from "./apiDefinition/index.js";
import { apiPropertiesRules } from "./apiProperties/index.js";
import { jsonRules } from "./json/index.js";
import type { Rule } from "./rule.js";
import { settingsRules } from "./settings/index.js";

/** Every rule, by file and name. */
export const rules: readonly Rule[] = [
  ...apiDefinitionRules,
  ...apiPropertiesRules,
  ...jsonRules,
  ...settingsRules,
];
