import type { Rule } from "../rule.js";
import apiPropertiesKnownKeys from "./api-properties-known-keys.js";
import flagAsString from "./flag-as-string.js";
import oauthIdentityProviderKnown from "./oauth-identity-provider-known.js";
import oauthRedirectModeValue from "./oauth-redirect-mode-value.js";

/** The rules about apiProperties, by name. */
export const apiPropertiesRules: readonly Rule[] = [
  apiPropertiesKnownKeys,
  flagAsString,
  oauthIdentityProviderKnown,
  oauthRedirectModeValue,
];
