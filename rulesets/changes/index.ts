import type { Rule } from "../rule.js";
import breakingAddressChanged from "./breaking-address-changed.js";
import breakingAuthenticationRemoved from "./breaking-authentication-removed.js";
import breakingConnectionParameterRemoved from "./breaking-connection-parameter-removed.js";
import breakingConnectionParameterRequired from "./breaking-connection-parameter-required.js";
import breakingConnectionParameterTypeChanged from "./breaking-connection-parameter-type-changed.js";
import breakingDefaultChanged from "./breaking-default-changed.js";
import breakingDynamicChanged from "./breaking-dynamic-changed.js";
import breakingInputEnumAdded from "./breaking-input-enum-added.js";
import breakingInputEnumValueRemoved from "./breaking-input-enum-value-removed.js";
import breakingInputFieldDeleted from "./breaking-input-field-deleted.js";
import breakingInputFieldHidden from "./breaking-input-field-hidden.js";
import breakingInputFieldRequired from "./breaking-input-field-required.js";
import breakingInputTypeChanged from "./breaking-input-type-changed.js";
import breakingOperationDeleted from "./breaking-operation-deleted.js";
import breakingOperationHidden from "./breaking-operation-hidden.js";
import breakingOperationIdChanged from "./breaking-operation-id-changed.js";
import breakingOperationMoved from "./breaking-operation-moved.js";
import breakingOutputEnumRemoved from "./breaking-output-enum-removed.js";
import breakingOutputFieldDeleted from "./breaking-output-field-deleted.js";
import breakingOutputFormatChanged from "./breaking-output-format-changed.js";
import breakingOutputTypeChanged from "./breaking-output-type-changed.js";
import breakingParameterMoved from "./breaking-parameter-moved.js";
import breakingRequiredInputAdded from "./breaking-required-input-added.js";
import breakingSecurityChanged from "./breaking-security-changed.js";
import breakingTriggerChanged from "./breaking-trigger-changed.js";
import compatibleChange from "./compatible-change.js";

/** The rules about what breaks those who use the version before, by name. */
export const changesRules: readonly Rule[] = [
  breakingAddressChanged,
  breakingAuthenticationRemoved,
  breakingConnectionParameterRemoved,
  breakingConnectionParameterRequired,
  breakingConnectionParameterTypeChanged,
  breakingDefaultChanged,
  breakingDynamicChanged,
  breakingInputEnumAdded,
  breakingInputEnumValueRemoved,
  breakingInputFieldDeleted,
  breakingInputFieldHidden,
  breakingInputFieldRequired,
  breakingInputTypeChanged,
  breakingOperationDeleted,
  breakingOperationHidden,
  breakingOperationIdChanged,
  breakingOperationMoved,
  breakingOutputEnumRemoved,
  breakingOutputFieldDeleted,
  breakingOutputFormatChanged,
  breakingOutputTypeChanged,
  breakingParameterMoved,
  breakingRequiredInputAdded,
  breakingSecurityChanged,
  breakingTriggerChanged,
  compatibleChange,
];
