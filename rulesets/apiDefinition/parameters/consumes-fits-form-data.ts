import { consumesOf, multipart, requestTypes, urlEncoded } from "../../mediaType.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "consumes-fits-form-data",
  validatorCodes: ["MimeTypeNotCompatibleWithRequestContentSchemaType"],
  severity: "error",
  summary: "An operation with form data consumes a media type of forms.",
  why: `Form data is sent as \`multipart/form-data\` or as \`application/x-www-form-urlencoded\`, and a file only as the
former. The service refuses a definition in which \`consumes\` allows neither.`,
  on: "operation",
  check(operation, { report }) {
    const types = requestTypes(operation);
    const form = operation.parameters.filter((parameter) => parameter.in === "formData");
    const [first] = form;
    // A body beside it, and any of them in GET, are told by other rules.
    if (types === undefined || first === undefined) return;
    if (operation.body !== undefined || operation.method === "get") return;
    const file = form.find(({ type }) => type === "file");
    const isPossible = types.some(
      (type) => type.startsWith("multipart/") || type === "*/*" || (!file && type === urlEncoded),
    );
    if (isPossible) return;
    const sent = file ?? first;
    const meant = file === undefined ? urlEncoded : multipart;
    report({
      at: operation.value.consumes === undefined ? operation.pointer : operation.at("consumes"),
      message: `${operation.label} sends the ${sent.label}${file === undefined ? "" : ", which is a file"}, but consumes ${types.join(", ")}, not ${file === undefined ? `${multipart} or ${urlEncoded}` : multipart}.`,
      related: [
        ...(operation.value.consumes === undefined
          ? [{ at: consumesOf(operation), message: "The media types stand here." }]
          : []),
        { at: sent.pointer, message: "The parameter is declared here." },
      ],
      fix: {
        title: `Let the operation consume "${meant}"`,
        isSafe: false,
        edits: [{ set: operation.at("consumes"), value: [meant] }],
      },
    });
  },
  bad: `
{
  "consumes": ["application/json"],
  "paths": {
    "/tickets": {
      "post": {
    //^^^^^^ "CreateTicket" sends the form data parameter "subject", but consumes application/json, not multipart/form-data or application/x-www-form-urlencoded.
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "subject",
            "in": "formData",
            "type": "string"
          }
        ]
      }
    },
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["application/x-www-form-urlencoded"],
      //^^^^^^^^^^ "UploadFile" sends the form data parameter "file", which is a file, but consumes application/x-www-form-urlencoded, not multipart/form-data.
        "parameters": [
          {
            "name": "file",
            "in": "formData",
            "type": "file"
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "consumes": ["application/json"],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "subject",
            "in": "formData",
            "type": "string"
          }
        ],
        "consumes": [
          "application/x-www-form-urlencoded"
        ]
      }
    },
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["multipart/form-data"],
        "parameters": [
          {
            "name": "file",
            "in": "formData",
            "type": "file"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "consumes": ["application/json"],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "consumes": ["application/x-www-form-urlencoded; charset=utf-8"],
        "parameters": [{ "name": "subject", "in": "formData", "type": "string" }]
      }
    },
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["application/json", "multipart/form-data"],
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      }
    }
  }
}`,
});
