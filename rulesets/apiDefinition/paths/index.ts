import type { Rule } from "../../rule.js";
import basePathNotRepeated from "./base-path-not-repeated.js";
import noDuplicatePathTemplate from "./no-duplicate-path-template.js";
import noPathItemRef from "./no-path-item-ref.js";
import pathItemNotEmpty from "./path-item-not-empty.js";
import pathNoQueryOrFragment from "./path-no-query-or-fragment.js";
import pathNoTrailingSlash from "./path-no-trailing-slash.js";
import pathNoWildcard from "./path-no-wildcard.js";
import pathPartialDuplicate from "./path-partial-duplicate.js";
import pathStartsWithSlash from "./path-starts-with-slash.js";
import pathTemplateValid from "./path-template-valid.js";
import pathUniqueIgnoringCase from "./path-unique-ignoring-case.js";
import pathVariableNoSpace from "./path-variable-no-space.js";

export const pathsRules: readonly Rule[] = [
  basePathNotRepeated,
  noDuplicatePathTemplate,
  noPathItemRef,
  pathItemNotEmpty,
  pathNoQueryOrFragment,
  pathNoTrailingSlash,
  pathNoWildcard,
  pathPartialDuplicate,
  pathStartsWithSlash,
  pathTemplateValid,
  pathUniqueIgnoringCase,
  pathVariableNoSpace,
];
