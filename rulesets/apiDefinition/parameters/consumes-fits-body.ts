import type { Operation } from "../../../connector/apiDefinition.js";
import { consumesOf, requestTypes } from "../../mediaType.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "consumes-fits-body",
  validatorCodes: ["MimeTypeNotCompatibleWithRequestContentSchemaType"],
  severity: "warning",
  summary:
    "An operation whose body has properties or items consumes a media type that can hold them.",
  why: `The platform writes an object or an array as JSON, XML or as a form with one field for each property. Plain text
and the parts of \`multipart/form-data\` cannot hold it; there, the fields are \`formData\` parameters.`,
  on: "operation",
  check(operation, { report }) {
    const types = requestTypes(operation);
    const kind = kindOfBody(operation);
    if (types === undefined || kind === undefined || operation.method === "get") return;
    if (
      !types.every((type) =>
        /^(multipart|text\/(plain|html|csv)$|application\/(octet-stream|pdf|zip)$|image|audio|video)/.test(
          type,
        ),
      )
    )
      return;
    // Both together are told by another rule.
    if (operation.parameters.some((parameter) => parameter.in === "formData")) return;
    report({
      at: operation.value.consumes === undefined ? operation.pointer : operation.at("consumes"),
      message: `The body of ${operation.label} is ${kind}, but it consumes ${types.join(", ")}, which cannot hold one.`,
      related: [
        ...(operation.value.consumes === undefined
          ? [{ at: consumesOf(operation), message: "The media types stand here." }]
          : []),
        { at: operation.body!.pointer, message: "The body is declared here." },
      ],
      fix: {
        title: `Let the operation consume "application/json"`,
        isSafe: false,
        edits: [{ set: operation.at("consumes"), value: ["application/json"] }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "consumes": ["multipart/form-data"],
      //^^^^^^^^^^ The body of "CreateTicket" is an object, but it consumes multipart/form-data, which cannot hold one.
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "subject": {
                  "type": "string"
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "consumes": ["application/json"],
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "subject": {
                  "type": "string"
                }
              }
            }
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "consumes": ["multipart/form-data", "application/json"],
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [{ "name": "body", "in": "body", "schema": { "type": "object" } }]
      }
    },
    "/files": {
      "post": {
        "operationId": "UploadFile",
        "consumes": ["application/octet-stream"],
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "string", "format": "binary" } }
        ]
      },
      "put": {
        "operationId": "ReplaceFile",
        "consumes": ["text/plain"],
        "parameters": [{ "name": "body", "in": "body", "schema": {} }]
      }
    }
  }
}`,
});

/** What a body is that has parts, for a message. */
function kindOfBody({ body }: Operation): "an object" | "an array" | undefined {
  const schema = body?.schema;
  const type = schema?.parts.find((part) => part.type !== undefined)?.type;
  if (type === "array") return "an array";
  if (type === "object" || (type === undefined && schema?.properties.size)) return "an object";
  return undefined;
}
