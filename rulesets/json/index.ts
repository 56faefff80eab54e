import type { Rule } from "../rule.js";
import jsonType from "./json-type.js";
import jsonValueInEnum from "./json-value-in-enum.js";
import requiredProperty from "./required-property.js";

/** The rules about every JSON file as text, by name. */
export const jsonRules: readonly Rule[] = [jsonType, jsonValueInEnum, requiredProperty];
