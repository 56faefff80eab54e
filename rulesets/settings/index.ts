import type { Rule } from "../rule.js";
import settingsApiVersion from "./settings-api-version.js";
import settingsConnectorId from "./settings-connector-id.js";
import settingsEnvironment from "./settings-environment.js";
import settingsFileExists from "./settings-file-exists.js";
import settingsNotSubmitted from "./settings-not-submitted.js";
import settingsUnknownKey from "./settings-unknown-key.js";
import settingsUrl from "./settings-url.js";

/** The rules about settings, by name. */
export const settingsRules: readonly Rule[] = [
  settingsApiVersion,
  settingsConnectorId,
  settingsEnvironment,
  settingsFileExists,
  settingsNotSubmitted,
  settingsUnknownKey,
  settingsUrl,
];
