import { defineRule } from "../../rule.js";

export default defineRule({
  name: "file-parameter-in-form-data",
  validatorCodes: ["FileParameterMustBeInFormData"],
  sources: ["swagger"],
  severity: "error",
  summary: "Only form data parameters have the type file.",
  why: `A file is sent as a part of a form, so the service refuses the type \`file\` in any other location.
A request whose whole body is the file has a \`body\` parameter of type \`string\` and format \`binary\`.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.type === "file" && parameter.in !== undefined && parameter.in !== "formData")
      report({
        at: parameter.at("type"),
        message: `The ${parameter.label} has the type "file", which is possible in form data only.`,
        fix:
          parameter.in === "body" && parameter.value.schema === undefined
            ? {
                title: "Describe the file in a schema",
                isSafe: false,
                edits: [
                  { remove: parameter.at("type") },
                  { set: parameter.at("schema"), value: { type: "string", format: "binary" } },
                ],
              }
            : undefined,
      });
  },
  bad: `
{
  "paths": {
    "/attachments": {
      "put": {
        "operationId": "ReplaceAttachment",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "type": "file"
                  //^^^^^^ The body parameter "body" has the type "file", which is possible in form data only.
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/attachments": {
      "put": {
        "operationId": "ReplaceAttachment",
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
  }
}`,
  good: `
{
  "paths": {
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "parameters": [
          {
            "name": "content",
            "in": "formData",
            "type": "file"
          },
          {
            "name": "file",
            "in": "query",
            "type": "string"
          }
        ]
      }
    }
  }
}`,
});
