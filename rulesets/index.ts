import { apiDefinitionTopics } from "./apiDefinition/index.js";
import { apiPropertiesRules } from "./apiProperties/index.js";
import { jsonRules } from "./json/index.js";
import type { Rule, Topic } from "./rule.js";
import { settingsRules } from "./settings/index.js";

/** What the rules are about. */
export const topics: readonly Topic[] = [
  ...apiDefinitionTopics,
  { title: "Connections and policies", rules: apiPropertiesRules },
  { title: "JSON", rules: jsonRules },
  { title: "Settings", rules: settingsRules },
];

/** Every rule, by topic and name. */
export const rules: readonly Rule[] = topics.flatMap((topic) => topic.rules);
