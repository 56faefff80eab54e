import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-body-and-form-data",
  validatorCodes: ["ParameterListContainsFormDataAndBody"],
  sources: ["swagger"],
  severity: "error",
  summary: "An operation has either a body or form data.",
  why: `Form data is sent as the body of a request, so an operation cannot have both.
The service refuses the definition.`,
  on: "operation",
  check(operation, { report }) {
    const { effectiveParameters, parameterEntries, label } = operation;
    const body = effectiveParameters.find(({ declared }) => declared.in === "body");
    const formData = effectiveParameters.find(({ declared }) => declared.in === "formData");
    if (body === undefined || formData === undefined) return;
    const later =
      effectiveParameters.indexOf(body) > effectiveParameters.indexOf(formData) ? body : formData;
    report({
      at: parameterEntries.includes(later) ? later.pointer : operation.pointer,
      message: `The operation ${label} has both the ${body.declared.label} and the ${formData.declared.label}.`,
      related: [
        {
          at: later === body ? formData.pointer : body.pointer,
          message: "They exclude each other.",
        },
      ],
    });
  },
  bad: `
{
  "paths": {
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "parameters": [
          { "name": "file", "in": "formData", "type": "file" },
          { "name": "note", "in": "formData", "type": "string" },
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        //^ The operation "UploadAttachment" has both the body parameter "body" and the form data parameter "file".
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
          { "name": "file", "in": "formData", "type": "file" },
          { "name": "note", "in": "formData", "type": "string" },
          { "name": "body", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
