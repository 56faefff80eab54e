import type { Rule } from "../rule.js";
import apiPropertiesKnownKeys from "./api-properties-known-keys.js";
import capabilitiesKnown from "./capabilities-known.js";
import capabilitiesMatchOperations from "./capabilities-match-operations.js";
import connectionParameterCapability from "./connection-parameter-capability.js";
import connectionParameterName from "./connection-parameter-name.js";
import connectionParameterSecretDefault from "./connection-parameter-secret-default.js";
import connectionParameterSecretType from "./connection-parameter-secret-type.js";
import connectionParameterSetsAgree from "./connection-parameter-sets-agree.js";
import connectionParameterSetsSeveral from "./connection-parameter-sets-several.js";
import connectionParameterSetsUnique from "./connection-parameter-sets-unique.js";
import connectionParameterShownWithText from "./connection-parameter-shown-with-text.js";
import connectionParameterSingleOauth from "./connection-parameter-single-oauth.js";
import connectionParameterTabIndexUnique from "./connection-parameter-tab-index-unique.js";
import connectionParameterTenantShape from "./connection-parameter-tenant-shape.js";
import connectionParameterUsed from "./connection-parameter-used.js";
import flagAsString from "./flag-as-string.js";
import iconBrandColorDefault from "./icon-brand-color-default.js";
import iconBrandColorHex from "./icon-brand-color-hex.js";
import iconBrandColorIndependentPublisher from "./icon-brand-color-independent-publisher.js";
import oauthAadLogin from "./oauth-aad-login.js";
import oauthAadResource from "./oauth-aad-resource.js";
import oauthClientIdPlaceholder from "./oauth-client-id-placeholder.js";
import oauthClientSecretNotStored from "./oauth-client-secret-not-stored.js";
import oauthCustomParametersPresent from "./oauth-custom-parameters-present.js";
import oauthGenericPlaceholders from "./oauth-generic-placeholders.js";
import oauthIdentityProviderKnown from "./oauth-identity-provider-known.js";
import oauthNotForIndependentPublisher from "./oauth-not-for-independent-publisher.js";
import oauthOnBehalfOf from "./oauth-on-behalf-of.js";
import oauthParameterUrlHttps from "./oauth-parameter-url-https.js";
import oauthRedirectModePerConnector from "./oauth-redirect-mode-per-connector.js";
import oauthRedirectModeValue from "./oauth-redirect-mode-value.js";
import oauthRedirectUrl from "./oauth-redirect-url.js";
import oauthScopePlaceholder from "./oauth-scope-placeholder.js";
import oauthScopesUnique from "./oauth-scopes-unique.js";
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
import publisherCharacters from "./publisher-characters.js";
import publisherPresent from "./publisher-present.js";
import scriptNotWithGateway from "./script-not-with-gateway.js";
import scriptOperationExists from "./script-operation-exists.js";
import scriptOperationUnique from "./script-operation-unique.js";
import scriptOperationsComplete from "./script-operations-complete.js";
import scriptOperationsNeedScript from "./script-operations-need-script.js";
import securityParameterName from "./security-parameter-name.js";
import securityVsConnectionParameters from "./security-vs-connection-parameters.js";
import stackOwnerPresent from "./stack-owner-present.js";

/** The rules about connections and policies, by name. */
export const apiPropertiesRules: readonly Rule[] = [
  apiPropertiesKnownKeys,
  capabilitiesKnown,
  capabilitiesMatchOperations,
  connectionParameterCapability,
  connectionParameterName,
  connectionParameterSecretDefault,
  connectionParameterSecretType,
  connectionParameterSetsAgree,
  connectionParameterSetsSeveral,
  connectionParameterSetsUnique,
  connectionParameterShownWithText,
  connectionParameterSingleOauth,
  connectionParameterTabIndexUnique,
  connectionParameterTenantShape,
  connectionParameterUsed,
  flagAsString,
  iconBrandColorDefault,
  iconBrandColorHex,
  iconBrandColorIndependentPublisher,
  oauthAadLogin,
  oauthAadResource,
  oauthClientIdPlaceholder,
  oauthClientSecretNotStored,
  oauthCustomParametersPresent,
  oauthGenericPlaceholders,
  oauthIdentityProviderKnown,
  oauthNotForIndependentPublisher,
  oauthOnBehalfOf,
  oauthParameterUrlHttps,
  oauthRedirectModePerConnector,
  oauthRedirectModeValue,
  oauthRedirectUrl,
  oauthScopePlaceholder,
  oauthScopesUnique,
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
  publisherCharacters,
  publisherPresent,
  scriptNotWithGateway,
  scriptOperationExists,
  scriptOperationUnique,
  scriptOperationsComplete,
  scriptOperationsNeedScript,
  securityParameterName,
  securityVsConnectionParameters,
  stackOwnerPresent,
];
