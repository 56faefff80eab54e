import type { Rule } from "../rule.js";
import apiPropertiesKnownKeys from "./api-properties-known-keys.js";
import flagAsString from "./flag-as-string.js";
import iconBrandColorDefault from "./icon-brand-color-default.js";
import iconBrandColorHex from "./icon-brand-color-hex.js";
import iconBrandColorIndependentPublisher from "./icon-brand-color-independent-publisher.js";
import oauthClientIdPlaceholder from "./oauth-client-id-placeholder.js";
import oauthIdentityProviderKnown from "./oauth-identity-provider-known.js";
import oauthRedirectModePerConnector from "./oauth-redirect-mode-per-connector.js";
import oauthRedirectModeValue from "./oauth-redirect-mode-value.js";
import policyConnectionParameterExists from "./policy-connection-parameter-exists.js";
import policyEnvironmentVariable from "./policy-environment-variable.js";
import policyExpressionSyntax from "./policy-expression-syntax.js";
import policyHostFixedDomain from "./policy-host-fixed-domain.js";
import policyHostOnce from "./policy-host-once.js";
import policyHostUrl from "./policy-host-url.js";
import policyNextLinkOnPageable from "./policy-next-link-on-pageable.js";
import policyNoLiteralSecret from "./policy-no-literal-secret.js";
import policyOperationExists from "./policy-operation-exists.js";
import policyOperationUnique from "./policy-operation-unique.js";
import policyParameterExists from "./policy-parameter-exists.js";
import policyPollingConfig from "./policy-polling-config.js";
import policyPollingOnTrigger from "./policy-polling-on-trigger.js";
import policyPropertyPath from "./policy-property-path.js";
import policyRoutePath from "./policy-route-path.js";
import policySectionPresent from "./policy-section-present.js";
import policyStatusCode from "./policy-status-code.js";
import policyTemplateCasing from "./policy-template-casing.js";
import policyTemplateKnown from "./policy-template-known.js";
import policyTitlePresent from "./policy-title-present.js";
import publisherPresent from "./publisher-present.js";
import scriptOperationExists from "./script-operation-exists.js";
import securityVsConnectionParameters from "./security-vs-connection-parameters.js";
import stackOwnerPresent from "./stack-owner-present.js";

/** The rules about apiProperties, by name. */
export const apiPropertiesRules: readonly Rule[] = [
  apiPropertiesKnownKeys,
  flagAsString,
  iconBrandColorDefault,
  iconBrandColorHex,
  iconBrandColorIndependentPublisher,
  oauthClientIdPlaceholder,
  oauthIdentityProviderKnown,
  oauthRedirectModePerConnector,
  oauthRedirectModeValue,
  policyConnectionParameterExists,
  policyEnvironmentVariable,
  policyExpressionSyntax,
  policyHostFixedDomain,
  policyHostOnce,
  policyHostUrl,
  policyNextLinkOnPageable,
  policyNoLiteralSecret,
  policyOperationExists,
  policyOperationUnique,
  policyParameterExists,
  policyPollingConfig,
  policyPollingOnTrigger,
  policyPropertyPath,
  policyRoutePath,
  policySectionPresent,
  policyStatusCode,
  policyTemplateCasing,
  policyTemplateKnown,
  policyTitlePresent,
  publisherPresent,
  scriptOperationExists,
  securityVsConnectionParameters,
  stackOwnerPresent,
];
