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
    // A parameter that is a file is told with all that belongs to it.
    const isMisplaced =
      schema.kind === "schema"
        ? place === "inside" || place === "body" || isNotification(schema)
        : schema.kind === "header" || schema.parent !== undefined;
    if (!isMisplaced || schema.resolved?.type !== "file") return;
    report({
      at: schema.at(schema.isReference ? "$ref" : "type"),
      message: `The ${schema.label} has the type "file", which of all schemas only that of a whole response can have.`,
      fix: fixOf(
        schema,
        schema.kind === "header" ? undefined : place === "body" ? "binary" : "byte",
      ),
    });
  },
  bad: `
{
  "paths": {
    "/scans": {
      "x-ms-notification-content": {
        "description": "The scan",
        "schema": {
          "type": "file"
                //^^^^^^ The schema of the notification has the type "file", which of all schemas only that of a whole response can have.
        }
      },
      "post": {
        "operationId": "UploadScans",
        "parameters": [
          {
            "name": "pages",
            "in": "formData",
            "type": "array",
            "items": {
              "type": "file"
                    //^^^^^^ The schema of the items of parameter "pages" has the type "file", which of all schemas only that of a whole response can have.
            }
          }
        ],
        "responses": {
          "200": {
            "description": "OK",
            "headers": {
              "X-Preview": {
                "type": "file"
                      //^^^^^^ The header "X-Preview" has the type "file", which of all schemas only that of a whole response can have.
              }
            }
          }
        }
      }
    },
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
    "/scans": {
      "x-ms-notification-content": {
        "description": "The scan",
        "schema": {
          "type": "string",
          "format": "byte"
        }
      },
      "post": {
        "operationId": "UploadScans",
        "parameters": [
          {
            "name": "pages",
            "in": "formData",
            "type": "array",
            "items": {
              "type": "string",
              "format": "byte"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "OK",
            "headers": {
              "X-Preview": {
                "type": "string"
              }
            }
          }
        }
      }
    },
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

/** Whether it is the whole of what a service posts to a flow. */
function isNotification({ parent, pointer }: Schema): boolean {
  return parent === undefined && pointer.endsWith("/x-ms-notification-content/schema");
}

function fixOf(schema: Schema, format: string | undefined): Fix | undefined {
  if (schema.isReference) return undefined;
  if (format === undefined)
    return {
      title: 'Write the type "string"',
      isSafe: false,
      edits: [{ set: schema.at("type"), value: "string" }],
    };
  return {
    title: `Write the type "string" and the format "${format}"`,
    isSafe: false,
    edits: [
      { set: schema.at("type"), value: "string" },
      { set: schema.at("format"), value: format },
    ],
  };
}
