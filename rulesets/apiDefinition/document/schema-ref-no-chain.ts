import { child, lastSegment, parent } from "../../../connector/pointer.js";
import { follow } from "../../../connector/reference.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schema-ref-no-chain",
  validatorCodes: ["SchemaRefLoopNotAllowed"],
  severity: "error",
  summary: "No definition is itself a reference.",
  why: `A schema may refer to an entry of \`definitions\`, and properties of that entry to further ones, but the
entry itself must be a schema. The service does not go on from one that only leads to another,
whether that ends somewhere or comes back to where it began, and refuses the definition.`,
  on: "reference",
  check({ kind, pointer, ref, target, problem }, { definition, report }) {
    if (kind !== "schema" || problem !== undefined || parent(pointer) !== "/definitions") return;
    const end = target === undefined ? undefined : follow(definition?.value, target);
    report({
      at: child(pointer, "$ref"),
      message: `The definition "${lastSegment(pointer)}" is itself a reference, to "${ref}".`,
      fix: end && {
        title: `Put a copy of "${lastSegment(end.pointer)}" in its place`,
        isSafe: false,
        edits: [{ set: pointer, value: end.value }],
      },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": { "type": "object" },
    "Incident": {
      "$ref": "#/definitions/Ticket"
            //^^^^^^^^^^^^^^^^^^^^^^ The definition "Incident" is itself a reference, to "#/definitions/Ticket".
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": { "type": "object" },
    "Incident": {
      "type": "object"
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "parent": { "$ref": "#/definitions/Ticket" }
      }
    },
    "Incident": {
      "allOf": [
        { "$ref": "#/definitions/Ticket" }
      ]
    }
  }
}`,
});
