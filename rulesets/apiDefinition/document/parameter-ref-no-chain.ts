import { child, lastSegment, parent } from "../../../connector/pointer.js";
import { follow } from "../../../connector/reference.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-ref-no-chain",
  validatorCodes: ["ParameterRefLoopNotAllowed"],
  severity: "error",
  summary: "No shared parameter is itself a reference.",
  why: `A list of parameters may refer to an entry of \`parameters\`, but that entry must be the parameter. The
service follows no second step, whether it ends somewhere or comes back to where it began, and
refuses the definition.`,
  on: "reference",
  check({ kind, pointer, ref, target, problem }, { definition, report }) {
    if (kind !== "parameter" || problem !== undefined || parent(pointer) !== "/parameters") return;
    const end = target === undefined ? undefined : follow(definition?.value, target);
    report({
      at: child(pointer, "$ref"),
      message: `The shared parameter "${lastSegment(pointer)}" is itself a reference, to "${ref}".`,
      fix: end && {
        title: `Put a copy of "${lastSegment(end.pointer)}" in its place`,
        isSafe: false,
        edits: [{ set: pointer, value: end.value }],
      },
    });
  },
  bad: `
{
  "parameters": {
    "PageSize": { "name": "size", "in": "query", "type": "integer" },
    "Limit": {
      "$ref": "#/parameters/PageSize"
            //^^^^^^^^^^^^^^^^^^^^^^^ The shared parameter "Limit" is itself a reference, to "#/parameters/PageSize".
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "PageSize": { "name": "size", "in": "query", "type": "integer" },
    "Limit": {
      "name": "size",
      "in": "query",
      "type": "integer"
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/PageSize" }
        ]
      }
    }
  },
  "parameters": {
    "PageSize": { "name": "size", "in": "query", "type": "integer" }
  }
}`,
});
