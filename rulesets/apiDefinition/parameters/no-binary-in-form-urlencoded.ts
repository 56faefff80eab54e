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
    const binary = operation.parameters.find(
      (parameter) =>
        parameter.in === "formData" &&
        parameter.type === "string" &&
        parameter.value.format === "binary",
    );
    if (binary === undefined || operation.body !== undefined || operation.method === "get") return;
    const isInherited = operation.value.consumes === undefined;
    report({
      at: isInherited ? operation.pointer : operation.at("consumes"),
      message: `${operation.label} sends the ${binary.label}, which is binary, as ${urlEncoded}.`,
      related: [
        ...(isInherited
          ? [{ at: consumesOf(operation), message: "The media type stands here." }]
          : []),
        { at: binary.pointer, message: "The parameter is declared here." },
      ],
      fix: {
        title: `Let the operation consume "${multipart}"`,
        isSafe: false,
        edits: [{ set: operation.at("consumes"), value: [multipart] }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["application/x-www-form-urlencoded"],
      //^^^^^^^^^^ "UploadFile" sends the form data parameter "file", which is binary, as application/x-www-form-urlencoded.
        "parameters": [
          {
            "name": "file",
            "in": "formData",
            "type": "string",
            "format": "binary"
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
