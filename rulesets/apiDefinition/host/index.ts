import type { Rule } from "../../rule.js";
import basePathValid from "./base-path-valid.js";
import hostPresent from "./host-present.js";
import hostValid from "./host-valid.js";
import noWebsocketScheme from "./no-websocket-scheme.js";
import oauthRequirementScopeDefined from "./oauth-requirement-scope-defined.js";
import operationNoSecurity from "./operation-no-security.js";
import schemesHttps from "./schemes-https.js";
import schemesNotEmpty from "./schemes-not-empty.js";
import schemesPresent from "./schemes-present.js";
import schemesValid from "./schemes-valid.js";
import securityRequirementDefined from "./security-requirement-defined.js";
import securityRequirementEmptyArray from "./security-requirement-empty-array.js";
import securityRequirementHasValue from "./security-requirement-has-value.js";

export const hostRules: readonly Rule[] = [
  basePathValid,
  hostPresent,
  hostValid,
  noWebsocketScheme,
  oauthRequirementScopeDefined,
  operationNoSecurity,
  schemesHttps,
  schemesNotEmpty,
  schemesPresent,
  schemesValid,
  securityRequirementDefined,
  securityRequirementEmptyArray,
  securityRequirementHasValue,
];
