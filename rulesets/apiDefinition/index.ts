import type { Rule } from "../rule.js";
import operationIdRequired from "./operation-id-required.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [operationIdRequired];
