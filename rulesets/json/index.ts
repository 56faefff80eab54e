import type { Rule } from "../rule.js";
import fileEncoding from "./file-encoding.js";
import jsonComments from "./json-comments.js";
import jsonDuplicateKeys from "./json-duplicate-keys.js";
import jsonIndentation from "./json-indentation.js";
import jsonSyntax from "./json-syntax.js";
import jsonTrailingComma from "./json-trailing-comma.js";
import jsonType from "./json-type.js";
import jsonValueInEnum from "./json-value-in-enum.js";
import noSecrets from "./no-secrets.js";
import requiredProperty from "./required-property.js";

/** The rules about every JSON file as text, by name. */
export const jsonRules: readonly Rule[] = [
  fileEncoding,
  jsonComments,
  jsonDuplicateKeys,
  jsonIndentation,
  jsonSyntax,
  jsonTrailingComma,
  jsonType,
  jsonValueInEnum,
  noSecrets,
  requiredProperty,
];
