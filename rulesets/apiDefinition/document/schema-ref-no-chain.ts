import { child, lastSegment, parent } from "../../../connector/pointer.js";
import { follow } from "../../../connector/reference.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schema-ref-no-chain",
  validatorCodes: ["SchemaRefLoopNotAllowed"],
  severity: "error",
  summary: "No definition is itself a reference, nor a part of itself.",
  why: `A schema may refer to an entry of \`definitions\`, and properties of that entry to further ones, but the
entry itself must be a schema. The service does not go on from one that only leads to another,
whether that ends somewhere or comes back to where it began, and refuses the definition. Nor can
a schema be built upon itself by \`allOf\`.`,
  on: "reference",
  check({ kind, pointer, ref, target, problem }, { definition, report }) {
    if (kind !== "schema" || problem !== undefined) return;
    const schema = definition?.schemaAt(pointer);
    const whole = schema?.composed;
    if (schema !== undefined && whole !== undefined && schema.resolved?.parts.includes(whole)) {
      report({
        at: child(pointer, "$ref"),
        message: `The ${whole.label} is a part of itself: its allOf refers to "${ref}"${schema.resolved === whole ? "" : ", which has it as a part"}.`,
        fix:
          schema.resolved === whole
            ? {
                title: "Remove it from its parts",
                isSafe: false,
                edits: [
                  { remove: whole.children("allOf").length > 1 ? pointer : whole.at("allOf") },
                ],
              }
            : undefined,
      });
      return;
    }
    if (parent(pointer) !== "/definitions") return;
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
    },
    "Person": {
      "type": "object",
      "allOf": [
        {
          "$ref": "#/definitions/Person"
                //^^^^^^^^^^^^^^^^^^^^^^ The definition "Person" is a part of itself: its allOf refers to "#/definitions/Person".
        }
      ]
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": { "type": "object" },
    "Incident": {
      "type": "object"
    },
    "Person": {
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
