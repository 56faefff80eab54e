import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "json-pointer-valid",
  validatorCodes: ["JsonPointerNotValid"],
  severity: "error",
  summary: "Every reference within the file is a valid JSON pointer.",
  why: `In a JSON pointer \`~\` and \`%\` begin an escape: \`~0\` is \`~\`, \`~1\` is \`/\`, and \`%25\` is \`%\`. The
service cannot read a reference with another one, and refuses the definition.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind === "pathItem" || reference.problem !== "notPointer") return;
    const fault = /~(?![01])/.test(reference.ref)
      ? 'a "~" that neither 0 nor 1 follows'
      : 'a "%" that begins no escape of UTF-8';
    report({
      at: child(reference.pointer, "$ref"),
      message: `The reference "${reference.ref}" is not a valid JSON pointer: it has ${fault}.`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "kind": { "$ref": "#/definitions/Ticket~Kind" },
                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/Ticket~Kind" is not a valid JSON pointer: it has a "~" that neither 0 nor 1 follows.
        "share": { "$ref": "#/definitions/Share in %" }
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/Share in %" is not a valid JSON pointer: it has a "%" that begins no escape of UTF-8.
      }
    },
    "Ticket~Kind": { "type": "string" },
    "Share in %": { "type": "number" }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "kind": { "$ref": "#/definitions/Ticket~0Kind" },
        "share": { "$ref": "#/definitions/Share in %25" }
      }
    },
    "Ticket~Kind": { "type": "string" },
    "Share in %": { "type": "number" }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "kind": { "$ref": "#/definitions/Ticket~1Kind" },
        "share": { "$ref": "#/definitions/Share%20in%20%25" }
      }
    },
    "Ticket/Kind": { "type": "string" },
    "Share in %": { "type": "number" }
  }
}`,
});
