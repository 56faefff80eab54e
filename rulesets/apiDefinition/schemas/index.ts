import type { Rule } from "../../rule.js";
import arrayHasItems from "./array-has-items.js";
import defaultInEnum from "./default-in-enum.js";
import defaultTypeMismatch from "./default-type-mismatch.js";
import enumNotEmpty from "./enum-not-empty.js";
import enumValueTypeMismatch from "./enum-value-type-mismatch.js";
import formatRecognized from "./format-recognized.js";
import internalDefaultMustBeRequired from "./internal-default-must-be-required.js";
import internalDefaultShouldBeRequired from "./internal-default-should-be-required.js";
import propertyTitleNotEmpty from "./property-title-not-empty.js";
import requiredArrayNotEmpty from "./required-array-not-empty.js";
import requiredPropertyDefined from "./required-property-defined.js";
import xMsInternalRequiredNeedsDefault from "./x-ms-internal-required-needs-default.js";

export const schemasRules: readonly Rule[] = [
  arrayHasItems,
  defaultInEnum,
  defaultTypeMismatch,
  enumNotEmpty,
  enumValueTypeMismatch,
  formatRecognized,
  internalDefaultMustBeRequired,
  internalDefaultShouldBeRequired,
  propertyTitleNotEmpty,
  requiredArrayNotEmpty,
  requiredPropertyDefined,
  xMsInternalRequiredNeedsDefault,
];
