import type { Rule } from "../rule.js";
import introDescription from "./intro-description.js";
import introNoOperationList from "./intro-no-operation-list.js";
import introSections from "./intro-sections.js";
import readmeDeploymentInstructions from "./readme-deployment-instructions.js";
import readmeDescription from "./readme-description.js";
import readmeFileName from "./readme-file-name.js";
import readmeHeadingLevels from "./readme-heading-levels.js";
import readmeHeadingSpace from "./readme-heading-space.js";
import readmeNoPlaceholder from "./readme-no-placeholder.js";
import readmeNoTemplateText from "./readme-no-template-text.js";
import readmeNotEmpty from "./readme-not-empty.js";
import readmeOperationExists from "./readme-operation-exists.js";
import readmeOperationsMatch from "./readme-operations-match.js";
import readmePublisher from "./readme-publisher.js";
import readmeSectionNotEmpty from "./readme-section-not-empty.js";
import readmeSections from "./readme-sections.js";
import readmeTitle from "./readme-title.js";

/** The rules about readme and intro, by name. */
export const readmeRules: readonly Rule[] = [
  introDescription,
  introNoOperationList,
  introSections,
  readmeDeploymentInstructions,
  readmeDescription,
  readmeFileName,
  readmeHeadingLevels,
  readmeHeadingSpace,
  readmeNoPlaceholder,
  readmeNoTemplateText,
  readmeNotEmpty,
  readmeOperationExists,
  readmeOperationsMatch,
  readmePublisher,
  readmeSectionNotEmpty,
  readmeSections,
  readmeTitle,
];
