import { asObject, type JsonObject } from "../../../connector/values.js";
import { consumesOf, multipart, requestTypes, urlEncoded } from "../../mediaType.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-binary-in-form-urlencoded",
  validatorCodes: ["StringBinaryNotSupportedForFormUrlEncoded"],
  severity: "error",
  summary: "Binary form data is not sent as application/x-www-form-urlencoded.",
  why: `In \`application/x-www-form-urlencoded\` there are only texts. A parameter of type \`string\` and format \`binary\` needs
\`multipart/form-data\`, and the service refuses a definition without it.`,
  on: "operation",
  check(operation, { report }) {
    const types = requestTypes(operation);
    if (types === undefined || !types.includes(urlEncoded)) return;
    if (types.some((type) => type.startsWith("multipart/"))) return;
    if (operation.body !== undefined || operation.method === "get") return;
    for (const { pointer, declared } of operation.effectiveParameters) {
      if (declared.in !== "formData" || !isBinary(declared.value)) continue;
      const what = declared.type === "array" ? "whose items are binary" : "which is binary";
      report({
        at: pointer,
        message: `${operation.label} sends the ${declared.label}, ${what}, as ${urlEncoded}.`,
        related: [
          { at: consumesOf(operation), message: "The media type stands here." },
          ...(declared.pointer === pointer
            ? []
            : [{ at: declared.pointer, message: "The parameter is declared here." }]),
        ],
        fix: {
          title: `Let the operation consume "${multipart}"`,
          isSafe: false,
          edits: [{ set: operation.at("consumes"), value: [multipart] }],
        },
      });
    }
  },
  bad: `
{
  "paths": {
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["application/x-www-form-urlencoded"],
        "parameters": [
          {
        //^ "UploadFile" sends the form data parameter "file", which is binary, as application/x-www-form-urlencoded.
            "name": "file",
            "in": "formData",
            "type": "string",
            "format": "binary"
          },
          {
        //^ "UploadFile" sends the form data parameter "pages", whose items are binary, as application/x-www-form-urlencoded.
            "name": "pages",
            "in": "formData",
            "type": "array",
            "items": { "type": "string", "format": "binary" }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["multipart/form-data"],
        "parameters": [
          {
            "name": "file",
            "in": "formData",
            "type": "string",
            "format": "binary"
          },
          {
            "name": "pages",
            "in": "formData",
            "type": "array",
            "items": { "type": "string", "format": "binary" }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["multipart/form-data"],
        "parameters": [
          { "name": "file", "in": "formData", "type": "string", "format": "binary" }
        ]
      },
      "put": {
        "operationId": "RenameFile",
        "consumes": ["application/x-www-form-urlencoded"],
        "parameters": [{ "name": "name", "in": "formData", "type": "string" }]
      }
    }
  }
}`,
});

/** Whether it is binary, or each item of the array that it is. */
function isBinary(value: JsonObject): boolean {
  const { type, format } = value.type === "array" ? asObject(value.items) : value;
  return type === "string" && format === "binary";
}
