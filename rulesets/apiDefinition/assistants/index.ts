import type { Rule } from "../../rule.js";
import agenticProtocolNoInputs from "./agentic-protocol-no-inputs.js";
import agenticProtocolPostOnly from "./agentic-protocol-post-only.js";
import agenticProtocolValue from "./agentic-protocol-value.js";
import modelDescriptionPresent from "./model-description-present.js";
import modelNameIdentifier from "./model-name-identifier.js";
import modelWritesConfirmed from "./model-writes-confirmed.js";
import openaiManifestComplete from "./openai-manifest-complete.js";
import openaiOperationExists from "./openai-operation-exists.js";
import operationDescriptionForAgents from "./operation-description-for-agents.js";

export const assistantsRules: readonly Rule[] = [
  agenticProtocolNoInputs,
  agenticProtocolPostOnly,
  agenticProtocolValue,
  modelDescriptionPresent,
  modelNameIdentifier,
  modelWritesConfirmed,
  openaiManifestComplete,
  openaiOperationExists,
  operationDescriptionForAgents,
];
