import type { Rule } from "../../rule.js";
import apiKeyNameValid from "./api-key-name-valid.js";
import apiKeyNotParameter from "./api-key-not-parameter.js";
import basePathNoTrailingSlash from "./base-path-no-trailing-slash.js";
import basePathPresent from "./base-path-present.js";
import basePathValid from "./base-path-valid.js";
import hostNoPlaceholder from "./host-no-placeholder.js";
import hostPresent from "./host-present.js";
import hostProduction from "./host-production.js";
import hostValid from "./host-valid.js";
import noWebsocketScheme from "./no-websocket-scheme.js";
import oauthFlowNotImplicit from "./oauth-flow-not-implicit.js";
import oauthFlowSupported from "./oauth-flow-supported.js";
import oauthRequirementScopeDefined from "./oauth-requirement-scope-defined.js";
import oauthUrlHttps from "./oauth-url-https.js";
import oauthUrlMatchesProperties from "./oauth-url-matches-properties.js";
import operationNoSecurity from "./operation-no-security.js";
import schemesHttps from "./schemes-https.js";
import schemesNotEmpty from "./schemes-not-empty.js";
import schemesPresent from "./schemes-present.js";
import schemesSingle from "./schemes-single.js";
import schemesValid from "./schemes-valid.js";
import securityDefinitionsSingle from "./security-definitions-single.js";
import securityRequirementDefined from "./security-requirement-defined.js";
import securityRequirementEmptyArray from "./security-requirement-empty-array.js";
import securityRequirementHasValue from "./security-requirement-has-value.js";
import securityRequirementPresent from "./security-requirement-present.js";

export const hostRules: readonly Rule[] = [
  apiKeyNameValid,
  apiKeyNotParameter,
  basePathNoTrailingSlash,
  basePathPresent,
  basePathValid,
  hostNoPlaceholder,
  hostPresent,
  hostProduction,
  hostValid,
  noWebsocketScheme,
  oauthFlowNotImplicit,
  oauthFlowSupported,
  oauthRequirementScopeDefined,
  oauthUrlHttps,
  oauthUrlMatchesProperties,
  operationNoSecurity,
  schemesHttps,
  schemesNotEmpty,
  schemesPresent,
  schemesSingle,
  schemesValid,
  securityDefinitionsSingle,
  securityRequirementDefined,
  securityRequirementEmptyArray,
  securityRequirementHasValue,
  securityRequirementPresent,
];
