import type { Rule } from "../rule.js";
import arrayDuplicateValue from "./array-duplicate-value.js";
import arrayHasItems from "./array-has-items.js";
import basePathValid from "./base-path-valid.js";
import batchTriggerReturnsArray from "./batch-trigger-returns-array.js";
import bodyParameterPropertyValid from "./body-parameter-property-valid.js";
import connectorCategoryMax from "./connector-category-max.js";
import connectorCategoryValid from "./connector-category-valid.js";
import connectorMetadataPresent from "./connector-metadata-present.js";
import connectorMetadataPropertyNameExact from "./connector-metadata-property-name-exact.js";
import connectorMetadataRequired from "./connector-metadata-required.js";
import connectorMetadataUrl from "./connector-metadata-url.js";
import connectorUrlHttps from "./connector-url-https.js";
import consumesRequiredWithBody from "./consumes-required-with-body.js";
import defaultInEnum from "./default-in-enum.js";
import defaultResponseEmptySchema from "./default-response-empty-schema.js";
import defaultResponseNoSchema from "./default-response-no-schema.js";
import defaultTypeMismatch from "./default-type-mismatch.js";
import dynamicExtensionNotOnBodyParameter from "./dynamic-extension-not-on-body-parameter.js";
import dynamicListForBodyProperties from "./dynamic-list-for-body-properties.js";
import dynamicListValuePath from "./dynamic-list-value-path.js";
import dynamicNotWithEnum from "./dynamic-not-with-enum.js";
import dynamicOperationIdRequired from "./dynamic-operation-id-required.js";
import dynamicParameterAmbiguous from "./dynamic-parameter-ambiguous.js";
import dynamicParameterExists from "./dynamic-parameter-exists.js";
import dynamicParameterRequiredMismatch from "./dynamic-parameter-required-mismatch.js";
import dynamicParameterTypeMismatch from "./dynamic-parameter-type-mismatch.js";
import dynamicParametersPresent from "./dynamic-parameters-present.js";
import dynamicPathNoLeadingSlash from "./dynamic-path-no-leading-slash.js";
import dynamicPropertiesForBodyProperties from "./dynamic-properties-for-body-properties.js";
import dynamicPropertiesItemValuePathMismatch from "./dynamic-properties-item-value-path-mismatch.js";
import dynamicSchemaValuePath from "./dynamic-schema-value-path.js";
import dynamicSourceNotInternal from "./dynamic-source-not-internal.js";
import dynamicStaticValueType from "./dynamic-static-value-type.js";
import dynamicSuppliesRequiredParameters from "./dynamic-supplies-required-parameters.js";
import dynamicTargetProducesArray from "./dynamic-target-produces-array.js";
import dynamicTargetProducesProperty from "./dynamic-target-produces-property.js";
import dynamicTreeRequiredForFilePicker from "./dynamic-tree-required-for-file-picker.js";
import dynamicTreeSelectedItemPosition from "./dynamic-tree-selected-item-position.js";
import enumNotEmpty from "./enum-not-empty.js";
import enumValueTypeMismatch from "./enum-value-type-mismatch.js";
import extensionName from "./extension-name.js";
import fileParameterInFormData from "./file-parameter-in-form-data.js";
import formatRecognized from "./format-recognized.js";
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
import internalDefaultMustBeRequired from "./internal-default-must-be-required.js";
import internalDefaultShouldBeRequired from "./internal-default-should-be-required.js";
import jsonPointerValid from "./json-pointer-valid.js";
import noBodyAndFormData from "./no-body-and-form-data.js";
import noBodyInGet from "./no-body-in-get.js";
import noConnectionIdParameter from "./no-connection-id-parameter.js";
import noDuplicatePathTemplate from "./no-duplicate-path-template.js";
import noPathItemRef from "./no-path-item-ref.js";
import noRefSiblings from "./no-ref-siblings.js";
import noSchemaOnNonBody from "./no-schema-on-non-body.js";
import noWebsocketScheme from "./no-websocket-scheme.js";
import notificationExtensionNotOnWebhook from "./notification-extension-not-on-webhook.js";
import notificationExtensionTriggerOnly from "./notification-extension-trigger-only.js";
import notificationOperationIsWebhook from "./notification-operation-is-webhook.js";
import notificationUrlInternal from "./notification-url-internal.js";
import notificationUrlPosition from "./notification-url-position.js";
import notificationUrlRequired from "./notification-url-required.js";
import notificationUrlString from "./notification-url-string.js";
import oauthRequirementScopeDefined from "./oauth-requirement-scope-defined.js";
import openaiOperationExists from "./openai-operation-exists.js";
import operationDescriptionPresent from "./operation-description-present.js";
import operationHasResponse from "./operation-has-response.js";
import operationHasSuccessResponse from "./operation-has-success-response.js";
import operationIdAlphanumeric from "./operation-id-alphanumeric.js";
import operationIdMaxLength from "./operation-id-max-length.js";
import operationIdPascalCase from "./operation-id-pascal-case.js";
import operationIdRequired from "./operation-id-required.js";
import operationIdUnique from "./operation-id-unique.js";
import operationNoSecurity from "./operation-no-security.js";
import operationSummaryEnding from "./operation-summary-ending.js";
import operationSummaryMaxLength from "./operation-summary-max-length.js";
import operationSummaryNoProductNames from "./operation-summary-no-product-names.js";
import operationSummaryNotXMsSummary from "./operation-summary-not-x-ms-summary.js";
import operationSummaryPresent from "./operation-summary-present.js";
import operationSummaryRestrictedCharacters from "./operation-summary-restricted-characters.js";
import parameterDescriptionPresent from "./parameter-description-present.js";
import parameterRefNoChain from "./parameter-ref-no-chain.js";
import parameterRefPrefix from "./parameter-ref-prefix.js";
import parameterRefResolves from "./parameter-ref-resolves.js";
import parameterSummaryLength from "./parameter-summary-length.js";
import parameterSummaryPresent from "./parameter-summary-present.js";
import parametersUniqueNameIn from "./parameters-unique-name-in.js";
import pathNoQueryOrFragment from "./path-no-query-or-fragment.js";
import pathNoWildcard from "./path-no-wildcard.js";
import pathParameterDefined from "./path-parameter-defined.js";
import pathParameterEncoding from "./path-parameter-encoding.js";
import pathParameterInTemplate from "./path-parameter-in-template.js";
import pathParameterRequiredTrue from "./path-parameter-required-true.js";
import pathStartsWithSlash from "./path-starts-with-slash.js";
import pathTemplateValid from "./path-template-valid.js";
import pathUniqueIgnoringCase from "./path-unique-ignoring-case.js";
import pathVariableNoDefault from "./path-variable-no-default.js";
import propertyTitleNotEmpty from "./property-title-not-empty.js";
import queryParameterNoEncoding from "./query-parameter-no-encoding.js";
import referencedOperationExists from "./referenced-operation-exists.js";
import requiredArrayNotEmpty from "./required-array-not-empty.js";
import requiredPropertyDefined from "./required-property-defined.js";
import responseCodeValid from "./response-code-valid.js";
import responseNoDefaultOnly from "./response-no-default-only.js";
import responseNoEmptySchema from "./response-no-empty-schema.js";
import responseRefNoChain from "./response-ref-no-chain.js";
import responseRefPrefix from "./response-ref-prefix.js";
import responseRefResolves from "./response-ref-resolves.js";
import schemaRefNoChain from "./schema-ref-no-chain.js";
import schemaRefPrefix from "./schema-ref-prefix.js";
import schemaRefResolves from "./schema-ref-resolves.js";
import schemesHttps from "./schemes-https.js";
import schemesNotEmpty from "./schemes-not-empty.js";
import schemesPresent from "./schemes-present.js";
import schemesValid from "./schemes-valid.js";
import securityRequirementDefined from "./security-requirement-defined.js";
import securityRequirementEmptyArray from "./security-requirement-empty-array.js";
import securityRequirementHasValue from "./security-requirement-has-value.js";
import singleBodyParameter from "./single-body-parameter.js";
import singleResponseSchema from "./single-response-schema.js";
import swaggerVersion from "./swagger-version.js";
import triggerSummaryWhen from "./trigger-summary-when.js";
import triggerValue from "./trigger-value.js";
import urlAbsolute from "./url-absolute.js";
import webhookDeleteOperation from "./webhook-delete-operation.js";
import webhookHasResponse from "./webhook-has-response.js";
import webhookNeedsNotificationContent from "./webhook-needs-notification-content.js";
import webhookNeedsNotificationUrl from "./webhook-needs-notification-url.js";
import xMsInternalRequiredNeedsDefault from "./x-ms-internal-required-needs-default.js";
import xMsUnknownExtension from "./x-ms-unknown-extension.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [
  arrayDuplicateValue,
  arrayHasItems,
  basePathValid,
  batchTriggerReturnsArray,
  bodyParameterPropertyValid,
  connectorCategoryMax,
  connectorCategoryValid,
  connectorMetadataPresent,
  connectorMetadataPropertyNameExact,
  connectorMetadataRequired,
  connectorMetadataUrl,
  connectorUrlHttps,
  consumesRequiredWithBody,
  defaultInEnum,
  defaultResponseEmptySchema,
  defaultResponseNoSchema,
  defaultTypeMismatch,
  dynamicExtensionNotOnBodyParameter,
  dynamicListForBodyProperties,
  dynamicListValuePath,
  dynamicNotWithEnum,
  dynamicOperationIdRequired,
  dynamicParameterAmbiguous,
  dynamicParameterExists,
  dynamicParameterRequiredMismatch,
  dynamicParameterTypeMismatch,
  dynamicParametersPresent,
  dynamicPathNoLeadingSlash,
  dynamicPropertiesForBodyProperties,
  dynamicPropertiesItemValuePathMismatch,
  dynamicSchemaValuePath,
  dynamicSourceNotInternal,
  dynamicStaticValueType,
  dynamicSuppliesRequiredParameters,
  dynamicTargetProducesArray,
  dynamicTargetProducesProperty,
  dynamicTreeRequiredForFilePicker,
  dynamicTreeSelectedItemPosition,
  enumNotEmpty,
  enumValueTypeMismatch,
  extensionName,
  fileParameterInFormData,
  formatRecognized,
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
  internalDefaultMustBeRequired,
  internalDefaultShouldBeRequired,
  jsonPointerValid,
  noBodyAndFormData,
  noBodyInGet,
  noConnectionIdParameter,
  noDuplicatePathTemplate,
  noPathItemRef,
  noRefSiblings,
  noSchemaOnNonBody,
  noWebsocketScheme,
  notificationExtensionNotOnWebhook,
  notificationExtensionTriggerOnly,
  notificationOperationIsWebhook,
  notificationUrlInternal,
  notificationUrlPosition,
  notificationUrlRequired,
  notificationUrlString,
  oauthRequirementScopeDefined,
  openaiOperationExists,
  operationDescriptionPresent,
  operationHasResponse,
  operationHasSuccessResponse,
  operationIdAlphanumeric,
  operationIdMaxLength,
  operationIdPascalCase,
  operationIdRequired,
  operationIdUnique,
  operationNoSecurity,
  operationSummaryEnding,
  operationSummaryMaxLength,
  operationSummaryNoProductNames,
  operationSummaryNotXMsSummary,
  operationSummaryPresent,
  operationSummaryRestrictedCharacters,
  parameterDescriptionPresent,
  parameterRefNoChain,
  parameterRefPrefix,
  parameterRefResolves,
  parameterSummaryLength,
  parameterSummaryPresent,
  parametersUniqueNameIn,
  pathNoQueryOrFragment,
  pathNoWildcard,
  pathParameterDefined,
  pathParameterEncoding,
  pathParameterInTemplate,
  pathParameterRequiredTrue,
  pathStartsWithSlash,
  pathTemplateValid,
  pathUniqueIgnoringCase,
  pathVariableNoDefault,
  propertyTitleNotEmpty,
  queryParameterNoEncoding,
  referencedOperationExists,
  requiredArrayNotEmpty,
  requiredPropertyDefined,
  responseCodeValid,
  responseNoDefaultOnly,
  responseNoEmptySchema,
  responseRefNoChain,
  responseRefPrefix,
  responseRefResolves,
  schemaRefNoChain,
  schemaRefPrefix,
  schemaRefResolves,
  schemesHttps,
  schemesNotEmpty,
  schemesPresent,
  schemesValid,
  securityRequirementDefined,
  securityRequirementEmptyArray,
  securityRequirementHasValue,
  singleBodyParameter,
  singleResponseSchema,
  swaggerVersion,
  triggerSummaryWhen,
  triggerValue,
  urlAbsolute,
  webhookDeleteOperation,
  webhookHasResponse,
  webhookNeedsNotificationContent,
  webhookNeedsNotificationUrl,
  xMsInternalRequiredNeedsDefault,
  xMsUnknownExtension,
];
