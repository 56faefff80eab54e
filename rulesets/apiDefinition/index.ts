import type { Rule } from "../rule.js";
import basePathValid from "./base-path-valid.js";
import connectorCategoryMax from "./connector-category-max.js";
import connectorCategoryValid from "./connector-category-valid.js";
import connectorMetadataPresent from "./connector-metadata-present.js";
import connectorMetadataPropertyNameExact from "./connector-metadata-property-name-exact.js";
import connectorMetadataRequired from "./connector-metadata-required.js";
import connectorMetadataUrl from "./connector-metadata-url.js";
import connectorUrlHttps from "./connector-url-https.js";
import hostPresent from "./host-present.js";
import hostValid from "./host-valid.js";
import infoContactComplete from "./info-contact-complete.js";
import infoContactEmailFormat from "./info-contact-email-format.js";
import infoContactPresent from "./info-contact-present.js";
import infoDescriptionLength from "./info-description-length.js";
import infoDescriptionNoProductNames from "./info-description-no-product-names.js";
import infoDescriptionPresent from "./info-description-present.js";
import infoTitleEnding from "./info-title-ending.js";
import infoTitleLength from "./info-title-length.js";
import infoTitleNoProductNames from "./info-title-no-product-names.js";
import infoTitleNoRestrictedWords from "./info-title-no-restricted-words.js";
import infoTitleNoVersion from "./info-title-no-version.js";
import infoTitlePlaceholder from "./info-title-placeholder.js";
import noWebsocketScheme from "./no-websocket-scheme.js";
import oauthRequirementScopeDefined from "./oauth-requirement-scope-defined.js";
import operationIdRequired from "./operation-id-required.js";
import operationNoSecurity from "./operation-no-security.js";
import schemesHttps from "./schemes-https.js";
import schemesNotEmpty from "./schemes-not-empty.js";
import schemesPresent from "./schemes-present.js";
import schemesValid from "./schemes-valid.js";
import securityRequirementDefined from "./security-requirement-defined.js";
import securityRequirementEmptyArray from "./security-requirement-empty-array.js";
import securityRequirementHasValue from "./security-requirement-has-value.js";
import urlAbsolute from "./url-absolute.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [
  basePathValid,
  connectorCategoryMax,
  connectorCategoryValid,
  connectorMetadataPresent,
  connectorMetadataPropertyNameExact,
  connectorMetadataRequired,
  connectorMetadataUrl,
  connectorUrlHttps,
  hostPresent,
  hostValid,
  infoContactComplete,
  infoContactEmailFormat,
  infoContactPresent,
  infoDescriptionLength,
  infoDescriptionNoProductNames,
  infoDescriptionPresent,
  infoTitleEnding,
  infoTitleLength,
  infoTitleNoProductNames,
  infoTitleNoRestrictedWords,
  infoTitleNoVersion,
  infoTitlePlaceholder,
  noWebsocketScheme,
  oauthRequirementScopeDefined,
  operationIdRequired,
  operationNoSecurity,
  schemesHttps,
  schemesNotEmpty,
  schemesPresent,
  schemesValid,
  securityRequirementDefined,
  securityRequirementEmptyArray,
  securityRequirementHasValue,
  urlAbsolute,
];
