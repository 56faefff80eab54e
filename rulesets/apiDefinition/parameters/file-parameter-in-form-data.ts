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
            "name": "content",
            "in": "query",
            "type": "file"
                  //^^^^^^ The query parameter "content" has the type "file", which is possible in form data only.
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
