import type { Rule } from "../../rule.js";
import arrayHasItems from "./array-has-items.js";
import collectionFormatSupported from "./collection-format-supported.js";
import defaultInEnum from "./default-in-enum.js";
import defaultTypeMismatch from "./default-type-mismatch.js";
import discriminatorRequiredString from "./discriminator-required-string.js";
import discriminatorUntyped from "./discriminator-untyped.js";
import editorDictionaryObjectOnly from "./editor-dictionary-object-only.js";
import enumNotEmpty from "./enum-not-empty.js";
import enumUniformType from "./enum-uniform-type.js";
import enumValueTypeMismatch from "./enum-value-type-mismatch.js";
import enumValuesComplete from "./enum-values-complete.js";
import enumValuesInEnum from "./enum-values-in-enum.js";
import enumValuesUnique from "./enum-values-unique.js";
import exclusiveLimitHasLimit from "./exclusive-limit-has-limit.js";
import filterFunctionsKnown from "./filter-functions-known.js";
import filterFunctionsOutputOnly from "./filter-functions-output-only.js";
import filterFunctionsUnique from "./filter-functions-unique.js";
import formatRecognized from "./format-recognized.js";
import internalDefaultMustBeRequired from "./internal-default-must-be-required.js";
import internalDefaultShouldBeRequired from "./internal-default-should-be-required.js";
import internalOptionalNeverSent from "./internal-optional-never-sent.js";
import itemsOnlyOnArray from "./items-only-on-array.js";
import keywordSupported from "./keyword-supported.js";
import minimumNotAboveMaximum from "./minimum-not-above-maximum.js";
import multipleOfPositive from "./multiple-of-positive.js";
import noRequiredSchemaLoop from "./no-required-schema-loop.js";
import patternValid from "./pattern-valid.js";
import propertiesNotEmpty from "./properties-not-empty.js";
import propertyTitleNotEmpty from "./property-title-not-empty.js";
import requiredArrayNotEmpty from "./required-array-not-empty.js";
import requiredNotReadOnly from "./required-not-read-only.js";
import requiredOnlyOnObject from "./required-only-on-object.js";
import requiredPropertyDefined from "./required-property-defined.js";
import schemaMaxCount from "./schema-max-count.js";
import schemaMaxDepth from "./schema-max-depth.js";
import schemaTypeFilePosition from "./schema-type-file-position.js";
import schemaTypePresent from "./schema-type-present.js";
import sizeLimitNotNegative from "./size-limit-not-negative.js";
import stringBinaryTopLevelOnly from "./string-binary-top-level-only.js";
import testValueTypeMismatch from "./test-value-type-mismatch.js";
import xMsInternalRequiredNeedsDefault from "./x-ms-internal-required-needs-default.js";

export const schemasRules: readonly Rule[] = [
  arrayHasItems,
  collectionFormatSupported,
  defaultInEnum,
  defaultTypeMismatch,
  discriminatorRequiredString,
  discriminatorUntyped,
  editorDictionaryObjectOnly,
  enumNotEmpty,
  enumUniformType,
  enumValueTypeMismatch,
  enumValuesComplete,
  enumValuesInEnum,
  enumValuesUnique,
  exclusiveLimitHasLimit,
  filterFunctionsKnown,
  filterFunctionsOutputOnly,
  filterFunctionsUnique,
  formatRecognized,
  internalDefaultMustBeRequired,
  internalDefaultShouldBeRequired,
  internalOptionalNeverSent,
  itemsOnlyOnArray,
  keywordSupported,
  minimumNotAboveMaximum,
  multipleOfPositive,
  noRequiredSchemaLoop,
  patternValid,
  propertiesNotEmpty,
  propertyTitleNotEmpty,
  requiredArrayNotEmpty,
  requiredNotReadOnly,
  requiredOnlyOnObject,
  requiredPropertyDefined,
  schemaMaxCount,
  schemaMaxDepth,
  schemaTypeFilePosition,
  schemaTypePresent,
  sizeLimitNotNegative,
  stringBinaryTopLevelOnly,
  testValueTypeMismatch,
  xMsInternalRequiredNeedsDefault,
];
