import { child } from "../../../connector/pointer.js";
import { essenceOf, isJson } from "../../mediaType.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "file-response-media-type",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "warning",
  summary: "An operation that returns a file produces another media type than JSON.",
  why: `A response of type \`file\` is binary content, which JSON cannot hold. Flows that expect JSON fail to read the
file; \`produces\` names the media type of the file, such as \`application/pdf\`, or \`application/octet-stream\` for any.`,
  on: "response",
  check(response, { report }) {
    const use = response.uses.find(
      ({ code, operation: { produces } }) =>
        code.startsWith("2") &&
        produces.length > 0 &&
        produces.every((text) => isJson(essenceOf(text) ?? "")),
    );
    if (use === undefined) return;
    const schema = response.definition.schemaAt(child(response.pointer, "schema"))?.resolved;
    if (schema?.type !== "file") return;
    const { operation } = use;
    const own = operation.value.produces;
    report({
      at: own === undefined ? operation.pointer : operation.at("produces"),
      message: `The response ${use.code} of ${operation.label} is a file, but the operation produces ${[...new Set(operation.produces)].join(", ")} only.`,
      related: [{ at: schema.pointer, message: "The file is declared here." }],
      fix: {
        title: `Let the operation produce "application/octet-stream"`,
        isSafe: false,
        edits: [{ set: operation.at("produces"), value: ["application/octet-stream"] }],
      },
    });
  },
  bad: `
{
  "produces": ["application/json"],
  "paths": {
    "/tickets/{id}/report": {
      "get": {
    //^^^^^ The response 200 of "GetReport" is a file, but the operation produces application/json only.
        "operationId": "GetReport",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "file"
            }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "produces": ["application/json"],
  "paths": {
    "/tickets/{id}/report": {
      "get": {
        "operationId": "GetReport",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "file"
            }
          }
        },
        "produces": [
          "application/octet-stream"
        ]
      }
    }
  }
}`,
  good: `
{
  "produces": ["application/json"],
  "paths": {
    "/tickets/{id}/report": {
      "get": {
        "operationId": "GetReport",
        "produces": ["application/pdf", "application/json"],
        "responses": {
          "200": { "description": "OK", "schema": { "type": "file" } }
        }
      }
    },
    "/tickets/{id}/logo": {
      "get": {
        "operationId": "GetLogo",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "string", "format": "binary" } }
        }
      }
    }
  }
}`,
});
