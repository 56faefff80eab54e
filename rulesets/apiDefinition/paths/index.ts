import type { Rule } from "../../rule.js";
import noDuplicatePathTemplate from "./no-duplicate-path-template.js";
import noPathItemRef from "./no-path-item-ref.js";
import pathNoQueryOrFragment from "./path-no-query-or-fragment.js";
import pathNoTrailingSlash from "./path-no-trailing-slash.js";
import pathNoWildcard from "./path-no-wildcard.js";
import pathNotEmpty from "./path-not-empty.js";
import pathStartsWithSlash from "./path-starts-with-slash.js";
import pathTemplateValid from "./path-template-valid.js";
import pathUniqueIgnoringCase from "./path-unique-ignoring-case.js";

export const pathsRules: readonly Rule[] = [
  noDuplicatePathTemplate,
  noPathItemRef,
  pathNoQueryOrFragment,
  pathNoTrailingSlash,
  pathNoWildcard,
  pathNotEmpty,
  pathStartsWithSlash,
  pathTemplateValid,
  pathUniqueIgnoringCase,
];
