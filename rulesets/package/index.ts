import type { Rule } from "../rule.js";
import packageArtifactSize from "./package-artifact-size.js";
import packageArtifactsExist from "./package-artifacts-exist.js";
import packageAssetsFolder from "./package-assets-folder.js";
import packageBareValues from "./package-bare-values.js";
import packageCustomProperties from "./package-custom-properties.js";
import packageFlowSyntax from "./package-flow-syntax.js";
import packageIconPresent from "./package-icon-present.js";
import packageOuterContents from "./package-outer-contents.js";
import packageSameConnector from "./package-same-connector.js";
import packageSolutionFiles from "./package-solution-files.js";
import packageSolutionFolders from "./package-solution-folders.js";
import packageSolutionRoles from "./package-solution-roles.js";
import packageSolutionUnmanaged from "./package-solution-unmanaged.js";
import packageSolutionsCount from "./package-solutions-count.js";
import packageWorkflowsMatch from "./package-workflows-match.js";

/** The rules about certification packages, by name. */
export const packageRules: readonly Rule[] = [
  packageArtifactSize,
  packageArtifactsExist,
  packageAssetsFolder,
  packageBareValues,
  packageCustomProperties,
  packageFlowSyntax,
  packageIconPresent,
  packageOuterContents,
  packageSameConnector,
  packageSolutionFiles,
  packageSolutionFolders,
  packageSolutionRoles,
  packageSolutionUnmanaged,
  packageSolutionsCount,
  packageWorkflowsMatch,
];
