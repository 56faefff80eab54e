import type { Schema } from "../../../connector/schema.js";
import { defineRule, type Fix } from "../../rule.js";
import { placeOf } from "../../schemaPlace.js";

export default defineRule({
  name: "schema-type-file-position",
  validatorCodes: ["SchemaTypeFileNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "Of all schemas, only that of a whole response has the type file.",
  why: `A file can be a whole response or a form data parameter. A body that is a file has the type \`string\` and the format
\`binary\`, and a file inside an object is text of the format \`byte\`. The service refuses the type \`file\` there.`,
  on: "schema",
  check(schema, { report }) {
    const place = placeOf(schema);
    if (schema.kind !== "schema" || (place !== "inside" && place !== "body")) return;
    if (schema.resolved?.type !== "file") return;
    report({
      at: schema.at(schema.isReference ? "$ref" : "type"),
      message: `The ${schema.label} has the type "file", which of all schemas only that of a whole response can have.`,
      fix: fixOf(schema, place === "body" ? "binary" : "byte"),
    });
  },
  bad: `
{
  "paths": {
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "file"
                    //^^^^^^ The schema of the body has the type "file", which of all schemas only that of a whole response can have.
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "attachment": {
          "type": "file"
                //^^^^^^ The property "attachment" has the type "file", which of all schemas only that of a whole response can have.
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "string",
              "format": "binary"
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "properties": {
        "attachment": {
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
        "operationId": "ConvertAttachment",
        "parameters": [
          { "name": "content", "in": "formData", "type": "file" }
        ],
        "responses": {
          "200": { "schema": { "type": "file" } },
          "201": { "schema": { "$ref": "#/definitions/File" } }
        }
      }
    }
  },
  "definitions": {
    "File": { "type": "file" }
  }
}`,
});

function fixOf(schema: Schema, format: string): Fix | undefined {
  if (schema.isReference) return undefined;
  return {
    title: `Write the type "string" and the format "${format}"`,
    isSafe: false,
    edits: [
      { set: schema.at("type"), value: "string" },
      { set: schema.at("format"), value: format },
    ],
  };
}
