import type { Rule } from "../../rule.js";
import defaultResponseEmptySchema from "./default-response-empty-schema.js";
import defaultResponseNoSchema from "./default-response-no-schema.js";
import operationHasResponse from "./operation-has-response.js";
import operationHasSuccessResponse from "./operation-has-success-response.js";
import responseCodeValid from "./response-code-valid.js";
import responseDescriptionNotEmpty from "./response-description-not-empty.js";
import responseExampleProduced from "./response-example-produced.js";
import responseHeadersUnique from "./response-headers-unique.js";
import responseNoContentNoSchema from "./response-no-content-no-schema.js";
import responseNoDefaultOnly from "./response-no-default-only.js";
import responseNoEmptySchema from "./response-no-empty-schema.js";
import responseNoRequired from "./response-no-required.js";
import singleResponseSchema from "./single-response-schema.js";
import successResponseSchema from "./success-response-schema.js";

export const responsesRules: readonly Rule[] = [
  defaultResponseEmptySchema,
  defaultResponseNoSchema,
  operationHasResponse,
  operationHasSuccessResponse,
  responseCodeValid,
  responseDescriptionNotEmpty,
  responseExampleProduced,
  responseHeadersUnique,
  responseNoContentNoSchema,
  responseNoDefaultOnly,
  responseNoEmptySchema,
  responseNoRequired,
  singleResponseSchema,
  successResponseSchema,
];
