import type { Rule } from "../rule.js";
import introNoOperationList from "./intro-no-operation-list.js";
import introSections from "./intro-sections.js";
import readmeDeployment from "./readme-deployment.js";
import readmeKnownIssues from "./readme-known-issues.js";
import readmeNoPlaceholder from "./readme-no-placeholder.js";
import readmeOperations from "./readme-operations.js";
import readmePublisher from "./readme-publisher.js";
import readmePublisherMatch from "./readme-publisher-match.js";
import readmeSections from "./readme-sections.js";
import readmeTitle from "./readme-title.js";

/** The rules about the readme and intro, by name. */
export const readmeRules: readonly Rule[] = [
  introNoOperationList,
  introSections,
  readmeDeployment,
  readmeKnownIssues,
  readmeNoPlaceholder,
  readmeOperations,
  readmePublisher,
  readmePublisherMatch,
  readmeSections,
  readmeTitle,
];
