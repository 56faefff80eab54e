import type { Rule } from "../../rule.js";
import apiAnnotationGlobalStatusLocation from "./api-annotation-global-status-location.js";
import apiAnnotationReplacementComplete from "./api-annotation-replacement-complete.js";
import apiAnnotationReplacementOnlyOnDeprecated from "./api-annotation-replacement-only-on-deprecated.js";
import apiAnnotationReplacementTarget from "./api-annotation-replacement-target.js";
import apiAnnotationRevisionNeedsFamily from "./api-annotation-revision-needs-family.js";
import apiAnnotationValid from "./api-annotation-valid.js";
import deprecatedMarkedInText from "./deprecated-marked-in-text.js";
import deprecatedNotImportant from "./deprecated-not-important.js";
import deprecatedTextWithoutFlag from "./deprecated-text-without-flag.js";
import familyDuplicateRevision from "./family-duplicate-revision.js";
import familyNeedsRevision from "./family-needs-revision.js";
import familyTooManyActiveOperations from "./family-too-many-active-operations.js";
import familyTooManyEmptyRevisions from "./family-too-many-empty-revisions.js";
import familyTooManyProductionOperations from "./family-too-many-production-operations.js";
import operationIdRevisionSuffix from "./operation-id-revision-suffix.js";
import operationStatusAheadOfConnector from "./operation-status-ahead-of-connector.js";
import productionStatusOnBetaService from "./production-status-on-beta-service.js";

export const versionsRules: readonly Rule[] = [
  apiAnnotationGlobalStatusLocation,
  apiAnnotationReplacementComplete,
  apiAnnotationReplacementOnlyOnDeprecated,
  apiAnnotationReplacementTarget,
  apiAnnotationRevisionNeedsFamily,
  apiAnnotationValid,
  deprecatedMarkedInText,
  deprecatedNotImportant,
  deprecatedTextWithoutFlag,
  familyDuplicateRevision,
  familyNeedsRevision,
  familyTooManyActiveOperations,
  familyTooManyEmptyRevisions,
  familyTooManyProductionOperations,
  operationIdRevisionSuffix,
  operationStatusAheadOfConnector,
  productionStatusOnBetaService,
];
