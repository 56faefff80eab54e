import type { OperationResponse, Response } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { removeSchemas } from "../../removeSchema.js";
import { userOf } from "../../response.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "default-response-no-schema",
  validatorCodes: ["DefaultResponseHasSchema"],
  policies: ["5000.2.4.2"],
  sources: ["policyErrors"],
  severity: { certified: "error", "independent-publisher": "error", custom: "warning" },
  summary: "A default response has no schema.",
  why: `\`default\` stands for every status code that is not listed, success and error alike, so no schema can describe it.
Certification refuses one there; it belongs to the response for success, such as 200.`,
  on: "response",
  check(response, { report }) {
    const { schema } = response.value;
    if (!isObject(schema) || Object.keys(schema).length === 0) return;
    const uses = response.uses.filter(({ code }) => code === "default");
    if (uses.length === 0) return;
    report({
      at: child(response.pointer, "schema"),
      message: `The default response of ${userOf(uses)} has a schema.`,
      related: uses
        .filter(({ pointer }) => pointer !== response.pointer)
        .slice(0, 1)
        .map(({ pointer }) => ({ at: pointer, message: "It is a default response here." })),
      fix: fixOf(response, uses),
    });
  },
  bad: `
{
  "responses": {
    "Error": {
      "description": "An error.",
      "schema": {
    //^^^^^^^^ The default response of "GetTicket" and 1 other operation has a schema.
        "type": "object"
      }
    }
  },
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": { "description": "The ticket." },
          "default": { "$ref": "#/responses/Error" }
        }
      },
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "200": { "description": "The ticket is gone." },
          "default": { "$ref": "#/responses/Error" }
        }
      },
      "patch": {
        "operationId": "UpdateTicket",
        "responses": {
          "default": {
            "description": "The ticket.",
            "schema": { "$ref": "#/definitions/Ticket" }
          //^^^^^^^^ The default response of "UpdateTicket" has a schema.
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "responses": {
    "Error": {
      "description": "An error."
    }
  },
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": { "description": "The ticket." },
          "default": { "$ref": "#/responses/Error" }
        }
      },
      "delete": {
        "operationId": "DeleteTicket",
        "responses": {
          "200": { "description": "The ticket is gone." },
          "default": { "$ref": "#/responses/Error" }
        }
      },
      "patch": {
        "operationId": "UpdateTicket",
        "responses": {
          "200": {
            "description": "The ticket.",
            "schema": { "$ref": "#/definitions/Ticket" }
          }
        }
      }
    }
  }
}`,
  good: `
{
  "responses": {
    "Error": {
      "description": "An error.",
      "schema": { "type": "object" }
    }
  },
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "responses": {
          "200": { "description": "The ticket.", "schema": { "type": "object" } },
          "400": { "$ref": "#/responses/Error" },
          "default": { "description": "Another error.", "schema": {} }
        }
      }
    }
  }
}`,
});

/** The schema of an operation's only response is that of success; beside others it is superfluous. */
function fixOf(
  { definition, pointer, uses: all }: Response,
  uses: readonly OperationResponse[],
): Fix | undefined {
  const [use] = uses;
  const isOnly = uses.some(({ operation }) => operation.responseCodes.length === 1);
  if (isOnly)
    return use!.pointer === pointer
      ? {
          title: "Make the default response the response 200",
          isSafe: false,
          edits: [{ renameKey: pointer, to: "200" }],
        }
      : undefined;
  // Other operations may share the response for a certain status code.
  if (uses.length < all.length) return undefined;
  const { edits, also } = removeSchemas(definition, [child(pointer, "schema")]);
  return { title: `Remove the schema${also}`, isSafe: false, edits };
}
