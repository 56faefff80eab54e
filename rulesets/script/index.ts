import type { Rule } from "../rule.js";
import scriptBrackets from "./script-brackets.js";
import scriptClass from "./script-class.js";
import scriptFormattingAmbiguous from "./script-formatting-ambiguous.js";
import scriptNamespaces from "./script-namespaces.js";
import scriptNoHttpClient from "./script-no-http-client.js";
import scriptNoLongWait from "./script-no-long-wait.js";
import scriptNoReferences from "./script-no-references.js";
import scriptNoSecrets from "./script-no-secrets.js";
import scriptOperationIdExists from "./script-operation-id-exists.js";
import scriptSize from "./script-size.js";

/** The rules about scripts, by name. */
export const scriptRules: readonly Rule[] = [
  scriptBrackets,
  scriptClass,
  scriptFormattingAmbiguous,
  scriptNamespaces,
  scriptNoHttpClient,
  scriptNoLongWait,
  scriptNoReferences,
  scriptNoSecrets,
  scriptOperationIdExists,
  scriptSize,
];
