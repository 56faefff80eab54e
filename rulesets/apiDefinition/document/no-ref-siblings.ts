import { child } from "../../../connector/pointer.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-ref-siblings",
  validatorCodes: ["AdditionalPropertyNotAllowedAdjacentToRef"],
  sources: ["swagger"],
  severity: "warning",
  summary: 'An object with a "$ref" has no other members.',
  why: `A \`$ref\` replaces the whole object it stands in, and a reader of JSON references passes over
whatever else is written there, be it a \`description\`, a \`required\` or a \`type\`. It belongs in what is
referred to, or into a schema that lists the reference in its \`allOf\`.`,
  on: "reference",
  check({ kind, pointer, value }, { report }) {
    if (kind === "pathItem") return;
    const others = Object.keys(value).filter((key) => key !== "$ref");
    if (others.length === 0) return;
    const names = others.map((key) => JSON.stringify(key));
    const list = [names.slice(0, -1).join(", "), names.at(-1)]
      .filter((part) => part !== "")
      .join(" and ");
    report({
      at: pointer,
      message: `The reference "${value.$ref}" has other members beside "$ref": ${list}.`,
      fix: {
        title: `Remove ${list}`,
        isSafe: false,
        edits: others.map((key) => ({ remove: child(pointer, key) })),
      },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "owner": {
      //^^^^^^^ The reference "#/definitions/Person" has other members beside "$ref": "x-ms-summary" and "description".
          "x-ms-summary": "Owner",
          "$ref": "#/definitions/Person",
          "description": "Who works on the ticket."
        },
        "watchers": {
          "type": "array",
          "items": {
        //^^^^^^^ The reference "#/definitions/Person" has other members beside "$ref": "type".
            "type": "object",
            "$ref": "#/definitions/Person"
          }
        }
      }
    },
    "Person": { "type": "object" }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "owner": {
          "$ref": "#/definitions/Person"
        },
        "watchers": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/Person"
          }
        }
      }
    },
    "Person": { "type": "object" }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "owner": { "$ref": "#/definitions/Person" },
        "$ref": { "type": "string", "description": "A property of this name is no reference." }
      }
    },
    "Person": { "type": "object" }
  }
}`,
});
