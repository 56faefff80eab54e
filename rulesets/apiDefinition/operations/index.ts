import type { Rule } from "../../rule.js";
import mediaTypeKnown from "./media-type-known.js";
import mediaTypeValid from "./media-type-valid.js";
import operationCountMax from "./operation-count-max.js";
import operationDescriptionPresent from "./operation-description-present.js";
import operationIdAlphanumeric from "./operation-id-alphanumeric.js";
import operationIdMaxLength from "./operation-id-max-length.js";
import operationIdPascalCase from "./operation-id-pascal-case.js";
import operationIdRequired from "./operation-id-required.js";
import operationIdUnique from "./operation-id-unique.js";
import operationSummaryEnding from "./operation-summary-ending.js";
import operationSummaryMaxLength from "./operation-summary-max-length.js";
import operationSummaryNoProductNames from "./operation-summary-no-product-names.js";
import operationSummaryNotXMsSummary from "./operation-summary-not-x-ms-summary.js";
import operationSummaryPresent from "./operation-summary-present.js";
import operationSummaryRestrictedCharacters from "./operation-summary-restricted-characters.js";
import pageableNextLinkInResponse from "./pageable-next-link-in-response.js";
import pageableNextLinkName from "./pageable-next-link-name.js";

export const operationsRules: readonly Rule[] = [
  mediaTypeKnown,
  mediaTypeValid,
  operationCountMax,
  operationDescriptionPresent,
  operationIdAlphanumeric,
  operationIdMaxLength,
  operationIdPascalCase,
  operationIdRequired,
  operationIdUnique,
  operationSummaryEnding,
  operationSummaryMaxLength,
  operationSummaryNoProductNames,
  operationSummaryNotXMsSummary,
  operationSummaryPresent,
  operationSummaryRestrictedCharacters,
  pageableNextLinkInResponse,
  pageableNextLinkName,
];
