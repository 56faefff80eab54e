import type { Rule } from "../../rule.js";
import capabilityKnown from "./capability-known.js";
import chunkTransferBinary from "./chunk-transfer-binary.js";
import dynamicBothVersions from "./dynamic-both-versions.js";
import dynamicBuiltInOperation from "./dynamic-built-in-operation.js";
import dynamicExtensionNotOnBodyParameter from "./dynamic-extension-not-on-body-parameter.js";
import dynamicListForBodyProperties from "./dynamic-list-for-body-properties.js";
import dynamicListValuePath from "./dynamic-list-value-path.js";
import dynamicNoCycle from "./dynamic-no-cycle.js";
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
import dynamicSchemaOperationInternal from "./dynamic-schema-operation-internal.js";
import dynamicSchemaValuePath from "./dynamic-schema-value-path.js";
import dynamicSourceNotInternal from "./dynamic-source-not-internal.js";
import dynamicStaticValueType from "./dynamic-static-value-type.js";
import dynamicSuppliesRequiredParameters from "./dynamic-supplies-required-parameters.js";
import dynamicTargetGet from "./dynamic-target-get.js";
import dynamicTargetProducesArray from "./dynamic-target-produces-array.js";
import dynamicTargetProducesProperty from "./dynamic-target-produces-property.js";
import dynamicTreeRequiredForFilePicker from "./dynamic-tree-required-for-file-picker.js";
import dynamicTreeSelectable from "./dynamic-tree-selectable.js";
import dynamicTreeSelectedItemPosition from "./dynamic-tree-selected-item-position.js";
import filePickerPresent from "./file-picker-present.js";
import referencedOperationExists from "./referenced-operation-exists.js";
import testConnectionSimple from "./test-connection-simple.js";

export const dynamicRules: readonly Rule[] = [
  capabilityKnown,
  chunkTransferBinary,
  dynamicBothVersions,
  dynamicBuiltInOperation,
  dynamicExtensionNotOnBodyParameter,
  dynamicListForBodyProperties,
  dynamicListValuePath,
  dynamicNoCycle,
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
  dynamicSchemaOperationInternal,
  dynamicSchemaValuePath,
  dynamicSourceNotInternal,
  dynamicStaticValueType,
  dynamicSuppliesRequiredParameters,
  dynamicTargetGet,
  dynamicTargetProducesArray,
  dynamicTargetProducesProperty,
  dynamicTreeRequiredForFilePicker,
  dynamicTreeSelectable,
  dynamicTreeSelectedItemPosition,
  filePickerPresent,
  referencedOperationExists,
  testConnectionSimple,
];
