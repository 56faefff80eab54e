import { renamePath } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-variable-no-default",
  validatorCodes: ["OperationPathVariablesContainDefaults"],
  severity: "error",
  summary: "The variables of a path have no default values.",
  why: `Some frameworks write a default value into the template, as in \`{version=1}\`.
The service refuses that; a \`default\` belongs in the parameter.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path, pointer } = pathItem;
    const [variable] = /\{[^{}=]*=[^{}]*\}/.exec(path) ?? [];
    if (variable === undefined) return;
    const rename = renamePath(pathItem, path.replace(/\{([^{}=]+)=[^{}]*\}/g, "{$1}"));
    report({
      at: pointer,
      part: "key",
      message: `In the path "${path}", the variable ${variable} has a default value.`,
      fix: rename && { title: "Remove the default value", isSafe: false, edits: [rename] },
    });
  },
  bad: `
{
  "paths": {
    "/v{version=1}/tickets/{id}": { "get": {} }
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ In the path "/v{version=1}/tickets/{id}", the variable {version=1} has a default value.
  }
}`,
  fixed: `
{
  "paths": {
    "/v{version}/tickets/{id}": { "get": {} }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/id={id}": { "get": {} }
  }
}`,
});
