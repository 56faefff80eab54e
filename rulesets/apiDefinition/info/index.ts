import type { Rule } from "../../rule.js";
import connectorCategoryMax from "./connector-category-max.js";
import connectorCategoryValid from "./connector-category-valid.js";
import connectorMetadataPresent from "./connector-metadata-present.js";
import connectorMetadataPropertyNameExact from "./connector-metadata-property-name-exact.js";
import connectorMetadataRequired from "./connector-metadata-required.js";
import connectorMetadataUnique from "./connector-metadata-unique.js";
import connectorMetadataUrl from "./connector-metadata-url.js";
import connectorUrlHttps from "./connector-url-https.js";
import infoContactComplete from "./info-contact-complete.js";
import infoContactEmailFormat from "./info-contact-email-format.js";
import infoContactPresent from "./info-contact-present.js";
import infoDeploymentVersionFormat from "./info-deployment-version-format.js";
import infoDescriptionLength from "./info-description-length.js";
import infoDescriptionNoProductNames from "./info-description-no-product-names.js";
import infoDescriptionPresent from "./info-description-present.js";
import infoTitleEnding from "./info-title-ending.js";
import infoTitleLength from "./info-title-length.js";
import infoTitleNoProductNames from "./info-title-no-product-names.js";
import infoTitleNoRestrictedWords from "./info-title-no-restricted-words.js";
import infoTitleNoVersion from "./info-title-no-version.js";
import infoTitlePlaceholder from "./info-title-placeholder.js";
import swaggerVersion from "./swagger-version.js";
import urlAbsolute from "./url-absolute.js";

export const infoRules: readonly Rule[] = [
  connectorCategoryMax,
  connectorCategoryValid,
  connectorMetadataPresent,
  connectorMetadataPropertyNameExact,
  connectorMetadataRequired,
  connectorMetadataUnique,
  connectorMetadataUrl,
  connectorUrlHttps,
  infoContactComplete,
  infoContactEmailFormat,
  infoContactPresent,
  infoDeploymentVersionFormat,
  infoDescriptionLength,
  infoDescriptionNoProductNames,
  infoDescriptionPresent,
  infoTitleEnding,
  infoTitleLength,
  infoTitleNoProductNames,
  infoTitleNoRestrictedWords,
  infoTitleNoVersion,
  infoTitlePlaceholder,
  swaggerVersion,
  urlAbsolute,
];
