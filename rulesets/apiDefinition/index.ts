import type { Rule } from "../rule.js";
import extensionName from "./extension-name.js";
import operationIdRequired from "./operation-id-required.js";

/** The rules about apiDefinition, by name. */
export const apiDefinitionRules: readonly Rule[] = [extensionName, operationIdRequired];
