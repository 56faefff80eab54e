import type { Rule } from "../../rule.js";
import descriptionNoUrl from "./description-no-url.js";
import descriptionNotEmpty from "./description-not-empty.js";
import descriptionNotOwnName from "./description-not-own-name.js";
import descriptionPlainText from "./description-plain-text.js";
import descriptionSingleLine from "./description-single-line.js";
import infoDescriptionDiffers from "./info-description-differs.js";
import infoDescriptionFullSentence from "./info-description-full-sentence.js";
import infoDescriptionHardLimit from "./info-description-hard-limit.js";
import infoDescriptionNoApiWord from "./info-description-no-api-word.js";
import operationDescriptionDiffers from "./operation-description-differs.js";
import operationDescriptionFullSentence from "./operation-description-full-sentence.js";
import operationSummaryCapitalized from "./operation-summary-capitalized.js";
import operationSummaryNoIdentifier from "./operation-summary-no-identifier.js";
import operationSummarySentenceCase from "./operation-summary-sentence-case.js";
import operationSummaryUnique from "./operation-summary-unique.js";
import parameterDescriptionDiffers from "./parameter-description-differs.js";
import parameterDescriptionFullSentence from "./parameter-description-full-sentence.js";
import placeholderLeft from "./placeholder-left.js";
import textInEnglish from "./text-in-english.js";
import textNoProductNames from "./text-no-product-names.js";
import textSpelling from "./text-spelling.js";
import xMsSummaryEnding from "./x-ms-summary-ending.js";
import xMsSummaryNoIdentifier from "./x-ms-summary-no-identifier.js";
import xMsSummaryTitleCase from "./x-ms-summary-title-case.js";

export const textsRules: readonly Rule[] = [
  descriptionNoUrl,
  descriptionNotEmpty,
  descriptionNotOwnName,
  descriptionPlainText,
  descriptionSingleLine,
  infoDescriptionDiffers,
  infoDescriptionFullSentence,
  infoDescriptionHardLimit,
  infoDescriptionNoApiWord,
  operationDescriptionDiffers,
  operationDescriptionFullSentence,
  operationSummaryCapitalized,
  operationSummaryNoIdentifier,
  operationSummarySentenceCase,
  operationSummaryUnique,
  parameterDescriptionDiffers,
  parameterDescriptionFullSentence,
  placeholderLeft,
  textInEnglish,
  textNoProductNames,
  textSpelling,
  xMsSummaryEnding,
  xMsSummaryNoIdentifier,
  xMsSummaryTitleCase,
];
