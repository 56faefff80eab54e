import { defineRule } from "../../rule.js";
import { placeOf } from "../../schemaPlace.js";

export default defineRule({
  name: "string-binary-top-level-only",
  validatorCodes: ["InvalidStringBinaryProperty"],
  severity: "warning",
  summary: "Only a whole body, a form data parameter or a whole response is binary.",
  why: `JSON cannot hold raw bytes: inside an object or array a file has to be text in Base64, which is the format \`byte\`.
With \`binary\` there, flows hand over something that the back end cannot read; Microsoft's validator reports it.`,
  on: "schema",
  check(schema, { report }) {
    const target = schema.resolved;
    if (schema.kind !== "schema" || placeOf(schema) !== "inside") return;
    if (target?.type !== "string" || target.value.format !== "binary") return;
    report({
      at: schema.at(schema.isReference ? "$ref" : "format"),
      message: `The ${schema.label} has the format "binary", which only a whole body, a form data parameter or a whole response can have.`,
      fix: schema.isReference
        ? undefined
        : {
            title: 'Write "byte", which is Base64',
            isSafe: false,
            byHand: "breaks",
            edits: [{ set: schema.at("format"), value: "byte" }],
          },
    });
  },
  bad: `
{
  "definitions": {
    "Attachment": {
      "type": "object",
      "properties": {
        "content": {
          "type": "string",
          "format": "binary"
                  //^^^^^^^^ The property "content" has the format "binary", which only a whole body, a form data parameter or a whole response can have.
        }
      }
    }
  }
}`,
  fixed: `
{
  "definitions": {
    "Attachment": {
      "type": "object",
      "properties": {
        "content": {
          "type": "string",
          "format": "byte"
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "string", "format": "binary" } }
        ],
        "responses": {
          "200": { "schema": { "$ref": "#/definitions/File" } }
        }
      }
    }
  },
  "definitions": {
    "File": { "type": "string", "format": "binary" },
    "Attachment": {
      "type": "object",
      "properties": {
        "content": { "type": "string", "format": "byte" }
      }
    }
  }
}`,
});
