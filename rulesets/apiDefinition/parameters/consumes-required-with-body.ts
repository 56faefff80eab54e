import type { Operation } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { multipart, urlEncoded } from "../../mediaType.js";
import { isMisspelt } from "../../misspeltKey.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "consumes-required-with-body",
  validatorCodes: ["ConsumesMissing"],
  severity: "warning",
  summary: "An operation that sends a body says of which media type it is.",
  why: `\`consumes\` of the operation, or of the whole definition, tells how the platform writes the body.
Without it the validator complains, and a service that checks the content type may refuse the request.`,
  on: "definition",
  check(definition, { file, report }) {
    const { consumes } = definition.value;
    if (consumes !== undefined && !Array.isArray(consumes)) return;
    if (isMisspelt(file, "", "consumes")) return;
    const lacking = definition.operations.filter(lacksMediaType);
    const isUniform = lacking.every((operation) => mediaTypeOf(operation) === json);
    for (const operation of lacking) {
      const own = operation.value.consumes;
      const mediaType = mediaTypeOf(operation);
      // One line at the root serves all operations, when all of them send JSON.
      const place = isUniform && own === undefined ? "" : operation.pointer;
      report({
        missing: own === undefined ? "consumes" : undefined,
        at: own === undefined ? operation.pointer : operation.at("consumes"),
        message: `${operation.label} sends a body, but neither it nor the definition names a media type in "consumes".`,
        fix:
          mediaType === undefined
            ? undefined
            : {
                title: `Add "${mediaType}" to "consumes" of the ${place === "" ? "definition" : "operation"}`,
                isSafe: false,
                edits: [{ set: child(place, "consumes"), value: [mediaType] }],
              },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
    //^^^^^^ "CreateTicket" sends a body, but neither it nor the definition names a media type in "consumes".
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ]
      }
    },
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "consumes": [],
      //^^^^^^^^^^ "UploadAttachment" sends a body, but neither it nor the definition names a media type in "consumes".
        "parameters": [
          { "name": "content", "in": "formData", "type": "file" }
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
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ],
        "consumes": [
          "application/json"
        ]
      }
    },
    "/attachments": {
      "post": {
        "operationId": "UploadAttachment",
        "consumes": [
          "multipart/form-data"
        ],
        "parameters": [
          { "name": "content", "in": "formData", "type": "file" }
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
      "get": {
        "operationId": "ListTickets",
        "consumes": []
      },
      "post": {
        "operationId": "CreateTicket",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ]
      },
      "put": {
        "operationId": "UploadTickets",
        "consumes": ["text/csv"],
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "string" } }
        ]
      }
    }
  }
}`,
});

const json = "application/json";

function lacksMediaType({ value, consumes, parameters }: Operation): boolean {
  return (
    (value.consumes === undefined || Array.isArray(value.consumes)) &&
    consumes.length === 0 &&
    parameters.some((parameter) => parameter.in === "body" || parameter.in === "formData")
  );
}

/** The media type that fits what an operation sends; `undefined` where several do. */
function mediaTypeOf({ body, parameters }: Operation): string | undefined {
  if (body === undefined)
    return parameters.some(
      ({ in: place, type, value }) =>
        place === "formData" && (type === "file" || value.format === "binary"),
    )
      ? multipart
      : urlEncoded;
  const schema = body.schema?.resolved;
  return schema?.type === "object" || schema?.type === "array" || schema?.properties.size
    ? json
    : undefined;
}
