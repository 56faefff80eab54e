import type { Operation } from "../../../connector/apiDefinition.js";
import { isOpen } from "../../../connector/dynamicReference.js";
import type { Schema } from "../../../connector/schema.js";
import { asObject } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "chunk-transfer-binary",
  validatorCodes: [],
  sources: ["extensions"],
  severity: "info",
  summary: "Only operations that transfer a file do so in chunks.",
  why: `\`chunkTransfer\` lets the platform send or fetch the content of a large file in several requests. An operation that
neither takes nor returns binary content has nothing to split, so the capability has no effect, or requests are sent
that the service does not expect.`,
  on: "operation",
  check(operation, { report }) {
    const capabilities = asObject(operation.value["x-ms-capabilities"]);
    if (capabilities.chunkTransfer !== true || mayTransferFile(operation)) return;
    report({
      at: operation.at("x-ms-capabilities", "chunkTransfer"),
      message: `${operation.label} has chunkTransfer, but neither takes nor returns a file.`,
      fix: {
        title: "Remove chunkTransfer",
        isSafe: false,
        edits: [
          {
            remove:
              Object.keys(capabilities).length > 1
                ? operation.at("x-ms-capabilities", "chunkTransfer")
                : operation.at("x-ms-capabilities"),
          },
        ],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "title": { "type": "string" }
              }
            }
          }
        ],
        "x-ms-capabilities": {
          "chunkTransfer": true
                         //^^^^ "CreateTicket" has chunkTransfer, but neither takes nor returns a file.
        }
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
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "title": { "type": "string" }
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
  "paths": {
    "/documents": {
      "post": {
        "operationId": "UploadDocument",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "string",
              "format": "binary"
            }
          }
        ],
        "x-ms-capabilities": {
          "chunkTransfer": true
        }
      }
    }
  }
}`,
});

/** Whether an operation takes or returns something binary, or leaves open what it is. */
function mayTransferFile({ body, parameters, resultSchema }: Operation): boolean {
  if (parameters.some(({ type }) => type === "file")) return true;
  return [body?.schema, resultSchema].some(
    (schema) => schema !== undefined && schema.chainsTo(mayBeFile).length > 0,
  );
}

function mayBeFile(schema: Schema): boolean {
  const { type, value } = schema;
  if (type === "file" || value.format === "binary" || value.format === "byte") return true;
  return schema.resolved === undefined || isOpen(schema);
}
