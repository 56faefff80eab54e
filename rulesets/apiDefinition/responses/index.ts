import type { Rule } from "../../rule.js";
import defaultResponseEmptySchema from "./default-response-empty-schema.js";
import defaultResponseNoSchema from "./default-response-no-schema.js";
import fileResponseMediaType from "./file-response-media-type.js";
import noContentNoSchema from "./no-content-no-schema.js";
import operationHasOutputSchema from "./operation-has-output-schema.js";
import operationHasResponse from "./operation-has-response.js";
import operationHasResultSchema from "./operation-has-result-schema.js";
import operationHasSuccessResponse from "./operation-has-success-response.js";
import responseCodeValid from "./response-code-valid.js";
import responseDescriptionNotEmpty from "./response-description-not-empty.js";
import responseExampleProduced from "./response-example-produced.js";
import responseHeadersUnique from "./response-headers-unique.js";
import responseNoDefaultOnly from "./response-no-default-only.js";
import responseNoEmptySchema from "./response-no-empty-schema.js";
import responseSchemaNoRequired from "./response-schema-no-required.js";
import singleResponseSchema from "./single-response-schema.js";

export const responsesRules: readonly Rule[] = [
  defaultResponseEmptySchema,
  defaultResponseNoSchema,
  fileResponseMediaType,
  noContentNoSchema,
  operationHasOutputSchema,
  operationHasResponse,
  operationHasResultSchema,
  operationHasSuccessResponse,
  responseCodeValid,
  responseDescriptionNotEmpty,
  responseExampleProduced,
  responseHeadersUnique,
  responseNoDefaultOnly,
  responseNoEmptySchema,
  responseSchemaNoRequired,
  singleResponseSchema,
];
