import { formats } from "../../formats.js";
import { nearest } from "../../nearest.js";
import { defineRule } from "../../rule.js";

/** Other names of the same thing. */
const synonyms: Record<string, string> = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  base64: "byte",
  int: "int32",
  long: "int64",
};

export default defineRule({
  name: "format-recognized",
  validatorCodes: ["UnrecognizedTypeFormat"],
  sources: ["repository", "powerFx"],
  severity: "warning",
  summary: "Every format is one that is recognized for its type.",
  why: `A \`format\` tells the platform how to read a value: what is a date, what is a file, which numbers fit. The
service warns of one that is not recognized, and Power Apps does not support numbers with such a format.`,
  on: "schema",
  check(schema, { report }) {
    const { type, value } = schema;
    const { format } = value;
    if (schema.isReference || typeof format !== "string" || type === undefined) return;
    const known = Object.hasOwn(formats, type) ? formats[type]! : undefined;
    if (known === undefined || known.includes(format)) return;
    const folded = format.toLowerCase();
    const synonym = Object.hasOwn(synonyms, folded) ? synonyms[folded]! : folded;
    const meant = known.includes(synonym) ? synonym : nearest(format, known);
    report({
      at: schema.at("format"),
      message: `The format "${format}" of the ${schema.label} is not recognized for the type ${type}.`,
      fix:
        meant === undefined
          ? {
              title: "Remove the format",
              isSafe: format === "",
              byHand: format === "" ? undefined : "breaks",
              edits: [{ remove: schema.at("format") }],
            }
          : {
              title: `Write "${meant}"`,
              isSafe: false,
              byHand: "breaks",
              edits: [{ set: schema.at("format"), value: meant }],
            },
    });
  },
  bad: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string", "format": "guid" },
                                          //^^^^^^ The format "guid" of the property "id" is not recognized for the type string.
        "due": { "type": "string", "format": "Date-Time" },
                                           //^^^^^^^^^^^ The format "Date-Time" of the property "due" is not recognized for the type string.
        "state": { "type": "string", "format": "enum" },
                                             //^^^^^^ The format "enum" of the property "state" is not recognized for the type string.
        "title": { "type": "string", "format": "" },
                                             //^^ The format "" of the property "title" is not recognized for the type string.
        "severity": { "type": "integer", "format": "int" },
                                                 //^^^^^ The format "int" of the property "severity" is not recognized for the type integer.
        "isOpen": { "type": "boolean", "format": "bool" }
                                               //^^^^^^ The format "bool" of the property "isOpen" is not recognized for the type boolean.
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string", "format": "uuid" },
        "due": { "type": "string", "format": "date-time" },
        "state": { "type": "string" },
        "title": { "type": "string" },
        "severity": { "type": "integer", "format": "int32" },
        "isOpen": { "type": "boolean" }
      }
    }
  }
}`,
  good: `
{
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "id": { "type": "string", "format": "uuid" },
        "due": { "type": "string", "format": "date" },
        "attachment": { "type": "string", "format": "byte" },
        "severity": { "type": "integer", "format": "int32" },
        "share": { "type": "number", "format": "double" },
        "format": { "type": "string" },
        "anything": { "format": "anything" }
      }
    }
  }
}`,
});
