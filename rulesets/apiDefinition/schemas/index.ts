import type { Rule } from "../../rule.js";
import arrayHasItems from "./array-has-items.js";
import collectionFormatSupported from "./collection-format-supported.js";
import defaultInEnum from "./default-in-enum.js";
import defaultTypeMismatch from "./default-type-mismatch.js";
import enumNotEmpty from "./enum-not-empty.js";
import enumValueTypeMismatch from "./enum-value-type-mismatch.js";
import exclusiveLimitHasLimit from "./exclusive-limit-has-limit.js";
import formatRecognized from "./format-recognized.js";
import internalDefaultMustBeRequired from "./internal-default-must-be-required.js";
import internalDefaultShouldBeRequired from "./internal-default-should-be-required.js";
import minimumNotAboveMaximum from "./minimum-not-above-maximum.js";
import multipleOfPositive from "./multiple-of-positive.js";
import patternValid from "./pattern-valid.js";
import propertyTitleNotEmpty from "./property-title-not-empty.js";
import requiredArrayNotEmpty from "./required-array-not-empty.js";
import requiredPropertyDefined from "./required-property-defined.js";
import sizeLimitNotNegative from "./size-limit-not-negative.js";
import xMsInternalRequiredNeedsDefault from "./x-ms-internal-required-needs-default.js";

export const schemasRules: readonly Rule[] = [
  arrayHasItems,
  collectionFormatSupported,
  defaultInEnum,
  defaultTypeMismatch,
  enumNotEmpty,
  enumValueTypeMismatch,
  exclusiveLimitHasLimit,
  formatRecognized,
  internalDefaultMustBeRequired,
  internalDefaultShouldBeRequired,
  minimumNotAboveMaximum,
  multipleOfPositive,
  patternValid,
  propertyTitleNotEmpty,
  requiredArrayNotEmpty,
  requiredPropertyDefined,
  sizeLimitNotNegative,
  xMsInternalRequiredNeedsDefault,
];
