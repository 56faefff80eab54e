import { apiDefinitionTopics } from "./apiDefinition/index.js";
import { apiPropertiesRules } from "./apiProperties/index.js";
import { changesRules } from "./changes/index.js";
import { folderRules } from "./folder/index.js";
import { iconRules } from "./icon/index.js";
import { jsonRules } from "./json/index.js";
import { packageRules } from "./package/index.js";
import { readmeRules } from "./readme/index.js";
import type { Rule, Topic } from "./rule.js";
import { scriptRules } from "./script/index.js";
import { settingsRules } from "./settings/index.js";

/** What the rules are about. */
export const topics: readonly Topic[] = [
  ...apiDefinitionTopics,
  { title: "Connections and policies", rules: apiPropertiesRules },
  { title: "JSON", rules: jsonRules },
  { title: "Settings", rules: settingsRules },
  { title: "Script", rules: scriptRules },
  { title: "Icon", rules: iconRules },
  { title: "Readme", rules: readmeRules },
  { title: "Folder", rules: folderRules },
  { title: "Certification package", rules: packageRules },
  { title: "Breaking changes", rules: changesRules },
];

/** Every rule, by topic and name. */
export const rules: readonly Rule[] = topics.flatMap((topic) => topic.rules);
