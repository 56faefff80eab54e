import type { Rule } from "../rule.js";
import bodyParameterPropertyValid from "./body-parameter-property-valid.js";
import consumesRequiredWithBody from "./consumes-required-with-body.js";
import defaultResponseEmptySchema from "./default-response-empty-schema.js";
import defaultResponseNoSchema from "./default-response-no-schema.js";
import fileParameterInFormData from "./file-parameter-in-form-data.js";
import noBodyAndFormData from "./no-body-and-form-data.js";
import noBodyInGet from "./no-body-in-get.js";
import noConnectionIdParameter from "./no-connection-id-parameter.js";
import noDuplicatePathTemplate from "./no-duplicate-path-template.js";
import noPathItemRef from "./no-path-item-ref.js";
import noSchemaOnNonBody from "./no-schema-on-non-body.js";
import operationDescriptionPresent from "./operation-description-present.js";
import operationHasResponse from "./operation-has-response.js";
import operationHasSuccessResponse from "./operation-has-success-response.js";
import operationIdAlphanumeric from "./operation-id-alphanumeric.js";
import operationIdMaxLength from "./operation-id-max-length.js";
import operationIdPascalCase from "./operation-id-pascal-case.js";
import operationIdRequired from "./operation-id-required.js";
import operationIdUnique from "./operation-id-unique.js";
import operationSummaryEnding from "./operation-summary-ending.js";
import operationSummaryMaxLength from "./operation-summary-max-length.js";
import operationSummaryNoProductNames from "./operation-summary-no-product-names.js";
import operationSummaryPresent from "./operation-summary-present.js";
import operationSummaryRestrictedCharacters from "./operation-summary-restricted-characters.js";
import parameterDescriptionPresent from "./parameter-description-present.js";
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
import queryParameterNoEncoding from "./query-parameter-no-encoding.js";
import responseNoDefaultOnly from "./response-no-default-only.js";
import responseNoEmptySchema from "./response-no-empty-schema.js";
import singleBodyParameter from "./single-body-parameter.js";
import singleResponseSchema from "./single-response-schema.js";
import webhookHasResponse from "./webhook-has-response.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [
  bodyParameterPropertyValid,
  consumesRequiredWithBody,
  defaultResponseEmptySchema,
  defaultResponseNoSchema,
  fileParameterInFormData,
  noBodyAndFormData,
  noBodyInGet,
  noConnectionIdParameter,
  noDuplicatePathTemplate,
  noPathItemRef,
  noSchemaOnNonBody,
  operationDescriptionPresent,
  operationHasResponse,
  operationHasSuccessResponse,
  operationIdAlphanumeric,
  operationIdMaxLength,
  operationIdPascalCase,
  operationIdRequired,
  operationIdUnique,
  operationSummaryEnding,
  operationSummaryMaxLength,
  operationSummaryNoProductNames,
  operationSummaryPresent,
  operationSummaryRestrictedCharacters,
  parameterDescriptionPresent,
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
  queryParameterNoEncoding,
  responseNoDefaultOnly,
  responseNoEmptySchema,
  singleBodyParameter,
  singleResponseSchema,
  webhookHasResponse,
];
