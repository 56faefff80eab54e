import type { Rule } from "../rule.js";
import extensionName from "./extension-name.js";
import operationIdRequired from "./operation-id-required.js";
import operationSummaryNotXMsSummary from "./operation-summary-not-x-ms-summary.js";
import responseCodeValid from "./response-code-valid.js";
import swaggerVersion from "./swagger-version.js";
import xMsUnknownExtension from "./x-ms-unknown-extension.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [
  extensionName,
  operationIdRequired,
  operationSummaryNotXMsSummary,
  responseCodeValid,
  swaggerVersion,
  xMsUnknownExtension,
];
