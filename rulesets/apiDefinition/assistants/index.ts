import type { Rule } from "../../rule.js";
import openaiOperationExists from "./openai-operation-exists.js";

export const assistantsRules: readonly Rule[] = [openaiOperationExists];
