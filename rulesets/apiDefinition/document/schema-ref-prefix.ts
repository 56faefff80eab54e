import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "schema-ref-prefix",
  validatorCodes: ["SchemaReferenceNotValid"],
  severity: "error",
  summary: "Every reference to a schema begins with `#/definitions/`.",
  why: `The service takes schemas only from \`definitions\` of the same file. It follows no reference to
another file or to the web, and \`#/components/schemas/\` is a place of OpenAPI 3.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "schema") return;
    if (reference.problem !== "notLocal" && reference.problem !== "otherSection") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The schema reference "${reference.ref}" does not begin with "#/definitions/".`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "parent": { "$ref": "#/components/schemas/Ticket" },
                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The schema reference "#/components/schemas/Ticket" does not begin with "#/definitions/".
        "next": { "$ref": "#definitions/Ticket" },
                        //^^^^^^^^^^^^^^^^^^^^^ The schema reference "#definitions/Ticket" does not begin with "#/definitions/".
        "previous": { "$ref": "Ticket" },
                            //^^^^^^^^ The schema reference "Ticket" does not begin with "#/definitions/".
        "owner": { "$ref": "https://contoso.com/schemas/common.json#/definitions/Owner" }
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The schema reference "https://contoso.com/schemas/common.json#/definitions/Owner" does not begin with "#/definitions/".
      }
    },
    "Owner": { "type": "object" }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "parent": { "$ref": "#/definitions/Ticket" },
        "next": { "$ref": "#/definitions/Ticket" },
        "previous": { "$ref": "#/definitions/Ticket" },
        "owner": { "$ref": "#/definitions/Owner" }
      }
    },
    "Owner": { "type": "object" }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "parent": { "$ref": "#/definitions/Ticket" },
        "owner": { "$ref": "#/definitions/Owner" }
      }
    }
  }
}`,
});
