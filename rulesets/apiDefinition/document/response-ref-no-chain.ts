import { child, lastSegment, parent } from "../../../connector/pointer.js";
import { follow } from "../../../connector/reference.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-ref-no-chain",
  validatorCodes: ["ResponseRefLoopNotAllowed"],
  severity: "error",
  summary: "No shared response is itself a reference.",
  why: `A status code may refer to an entry of \`responses\`, but that entry must be the response. The service
follows no second step, whether it ends somewhere or comes back to where it began, and refuses the
definition.`,
  on: "reference",
  check({ kind, pointer, ref, target, problem }, { definition, report }) {
    if (kind !== "response" || problem !== undefined || parent(pointer) !== "/responses") return;
    const end = target === undefined ? undefined : follow(definition?.value, target);
    report({
      at: child(pointer, "$ref"),
      message: `The shared response "${lastSegment(pointer)}" is itself a reference, to "${ref}".`,
      fix: end && {
        title: `Put a copy of "${lastSegment(end.pointer)}" in its place`,
        isSafe: false,
        edits: [{ set: pointer, value: end.value }],
      },
    });
  },
  bad: `
{
  "responses": {
    "NotFound": { "description": "There is no such ticket." },
    "Gone": {
      "$ref": "#/responses/NotFound"
            //^^^^^^^^^^^^^^^^^^^^^^ The shared response "Gone" is itself a reference, to "#/responses/NotFound".
    }
  }
}`,
  fixed: `
{
  "responses": {
    "NotFound": { "description": "There is no such ticket." },
    "Gone": {
      "description": "There is no such ticket."
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "404": { "$ref": "#/responses/NotFound" }
        }
      }
    }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." }
  }
}`,
});
