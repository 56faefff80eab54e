import type { Rule } from "../../rule.js";
import allowEmptyValueLocation from "./allow-empty-value-location.js";
import bodyParameterPropertyValid from "./body-parameter-property-valid.js";
import consumesFitsBody from "./consumes-fits-body.js";
import consumesFitsFormData from "./consumes-fits-form-data.js";
import consumesRequiredWithBody from "./consumes-required-with-body.js";
import fileParameterInFormData from "./file-parameter-in-form-data.js";
import formDataNameAscii from "./form-data-name-ascii.js";
import headerNotReserved from "./header-not-reserved.js";
import noBinaryInFormUrlencoded from "./no-binary-in-form-urlencoded.js";
import noBodyAndFormData from "./no-body-and-form-data.js";
import noBodyInDelete from "./no-body-in-delete.js";
import noBodyInGet from "./no-body-in-get.js";
import noConnectionIdParameter from "./no-connection-id-parameter.js";
import noSchemaOnNonBody from "./no-schema-on-non-body.js";
import parameterDescriptionPresent from "./parameter-description-present.js";
import parameterNameUsedOnce from "./parameter-name-used-once.js";
import parameterSummaryLength from "./parameter-summary-length.js";
import parameterSummaryPresent from "./parameter-summary-present.js";
import parametersUniqueNameIn from "./parameters-unique-name-in.js";
import pathParameterDefined from "./path-parameter-defined.js";
import pathParameterEncoding from "./path-parameter-encoding.js";
import pathParameterInTemplate from "./path-parameter-in-template.js";
import pathParameterRequiredTrue from "./path-parameter-required-true.js";
import pathVariableNoDefault from "./path-variable-no-default.js";
import queryParameterNoEncoding from "./query-parameter-no-encoding.js";
import singleBodyParameter from "./single-body-parameter.js";

export const parametersRules: readonly Rule[] = [
  allowEmptyValueLocation,
  bodyParameterPropertyValid,
  consumesFitsBody,
  consumesFitsFormData,
  consumesRequiredWithBody,
  fileParameterInFormData,
  formDataNameAscii,
  headerNotReserved,
  noBinaryInFormUrlencoded,
  noBodyAndFormData,
  noBodyInDelete,
  noBodyInGet,
  noConnectionIdParameter,
  noSchemaOnNonBody,
  parameterDescriptionPresent,
  parameterNameUsedOnce,
  parameterSummaryLength,
  parameterSummaryPresent,
  parametersUniqueNameIn,
  pathParameterDefined,
  pathParameterEncoding,
  pathParameterInTemplate,
  pathParameterRequiredTrue,
  pathVariableNoDefault,
  queryParameterNoEncoding,
  singleBodyParameter,
];
