import type { Rule } from "../rule.js";
import arrayDuplicateValue from "./array-duplicate-value.js";
import arrayHasItems from "./array-has-items.js";
import defaultInEnum from "./default-in-enum.js";
import defaultTypeMismatch from "./default-type-mismatch.js";
import enumNotEmpty from "./enum-not-empty.js";
import enumValueTypeMismatch from "./enum-value-type-mismatch.js";
import formatRecognized from "./format-recognized.js";
import internalDefaultMustBeRequired from "./internal-default-must-be-required.js";
import internalDefaultShouldBeRequired from "./internal-default-should-be-required.js";
import jsonPointerValid from "./json-pointer-valid.js";
import noRefSiblings from "./no-ref-siblings.js";
import operationIdRequired from "./operation-id-required.js";
import parameterRefNoChain from "./parameter-ref-no-chain.js";
import parameterRefPrefix from "./parameter-ref-prefix.js";
import parameterRefResolves from "./parameter-ref-resolves.js";
import propertyTitleNotEmpty from "./property-title-not-empty.js";
import requiredArrayNotEmpty from "./required-array-not-empty.js";
import requiredPropertyDefined from "./required-property-defined.js";
import responseRefNoChain from "./response-ref-no-chain.js";
import responseRefPrefix from "./response-ref-prefix.js";
import responseRefResolves from "./response-ref-resolves.js";
import schemaRefNoChain from "./schema-ref-no-chain.js";
import schemaRefPrefix from "./schema-ref-prefix.js";
import schemaRefResolves from "./schema-ref-resolves.js";
import xMsInternalRequiredNeedsDefault from "./x-ms-internal-required-needs-default.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [
  arrayDuplicateValue,
  arrayHasItems,
  defaultInEnum,
  defaultTypeMismatch,
  enumNotEmpty,
  enumValueTypeMismatch,
  formatRecognized,
  internalDefaultMustBeRequired,
  internalDefaultShouldBeRequired,
  jsonPointerValid,
  noRefSiblings,
  operationIdRequired,
  parameterRefNoChain,
  parameterRefPrefix,
  parameterRefResolves,
  propertyTitleNotEmpty,
  requiredArrayNotEmpty,
  requiredPropertyDefined,
  responseRefNoChain,
  responseRefPrefix,
  responseRefResolves,
  schemaRefNoChain,
  schemaRefPrefix,
  schemaRefResolves,
  xMsInternalRequiredNeedsDefault,
];
