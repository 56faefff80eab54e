import type { Rule } from "../../rule.js";
import arrayDuplicateValue from "./array-duplicate-value.js";
import extensionName from "./extension-name.js";
import extensionWithEffect from "./extension-with-effect.js";
import jsonPointerValid from "./json-pointer-valid.js";
import noExampleKeyword from "./no-example-keyword.js";
import noExternalDocs from "./no-external-docs.js";
import noRefSiblings from "./no-ref-siblings.js";
import noUnusedDefinitions from "./no-unused-definitions.js";
import parameterRefNoChain from "./parameter-ref-no-chain.js";
import parameterRefPrefix from "./parameter-ref-prefix.js";
import parameterRefResolves from "./parameter-ref-resolves.js";
import requiredValueNotEmpty from "./required-value-not-empty.js";
import responseRefNoChain from "./response-ref-no-chain.js";
import responseRefPrefix from "./response-ref-prefix.js";
import responseRefResolves from "./response-ref-resolves.js";
import rootSectionNotEmpty from "./root-section-not-empty.js";
import schemaRefNoChain from "./schema-ref-no-chain.js";
import schemaRefPrefix from "./schema-ref-prefix.js";
import schemaRefResolves from "./schema-ref-resolves.js";
import swaggerFileSize from "./swagger-file-size.js";
import tagUnique from "./tag-unique.js";
import xMsUnknownExtension from "./x-ms-unknown-extension.js";

export const documentRules: readonly Rule[] = [
  arrayDuplicateValue,
  extensionName,
  extensionWithEffect,
  jsonPointerValid,
  noExampleKeyword,
  noExternalDocs,
  noRefSiblings,
  noUnusedDefinitions,
  parameterRefNoChain,
  parameterRefPrefix,
  parameterRefResolves,
  requiredValueNotEmpty,
  responseRefNoChain,
  responseRefPrefix,
  responseRefResolves,
  rootSectionNotEmpty,
  schemaRefNoChain,
  schemaRefPrefix,
  schemaRefResolves,
  swaggerFileSize,
  tagUnique,
  xMsUnknownExtension,
];
