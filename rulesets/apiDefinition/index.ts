import type { Topic } from "../rule.js";
import { assistantsRules } from "./assistants/index.js";
import { documentRules } from "./document/index.js";
import { dynamicRules } from "./dynamic/index.js";
import { hostRules } from "./host/index.js";
import { infoRules } from "./info/index.js";
import { operationsRules } from "./operations/index.js";
import { parametersRules } from "./parameters/index.js";
import { pathsRules } from "./paths/index.js";
import { responsesRules } from "./responses/index.js";
import { schemasRules } from "./schemas/index.js";
import { textsRules } from "./texts/index.js";
import { triggersRules } from "./triggers/index.js";
import { versionsRules } from "./versions/index.js";

/** What the rules of an API definition are about, in the order of the file. */
export const apiDefinitionTopics: readonly Topic[] = [
  { title: "Title, description, contact and categories", rules: infoRules },
  { title: "Host and security", rules: hostRules },
  { title: "Paths", rules: pathsRules },
  { title: "Operations", rules: operationsRules },
  { title: "Parameters", rules: parametersRules },
  { title: "Responses", rules: responsesRules },
  { title: "Schemas", rules: schemasRules },
  { title: "Wording", rules: textsRules },
  { title: "Values and schemas from other operations", rules: dynamicRules },
  { title: "Triggers", rules: triggersRules },
  { title: "Versions and deprecation", rules: versionsRules },
  { title: "Copilot and MCP", rules: assistantsRules },
  { title: "References, keys and extensions", rules: documentRules },
];
