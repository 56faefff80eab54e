import type { Operation, OperationResponse } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { removeSchemas } from "../../removeSchema.js";
import { isWithoutContent } from "../../response.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "single-response-schema",
  validatorCodes: ["OperationHasManyResponsesWithSchema"],
  severity: "info",
  summary: "Only one response of an operation has a schema.",
  why: `The designer shows makers one result, that of success, and uses the schema of one response for it.
The validator points out further ones, such as those of errors, since they have no effect.`,
  on: "operation",
  check(operation, { report }) {
    const described = withSchema(operation);
    if (described.length < 2) return;
    const codes = described.map(({ code }) => code);
    report({
      at: operation.at("responses"),
      message: `The responses ${codes.slice(0, -1).join(", ")} and ${codes.at(-1)} of ${operation.label} have schemas, ${codes.some((code) => code.startsWith("2")) ? "of which the designer uses one" : "but the designer uses only that of a response for success"}.`,
      fix: keepFirst(described),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
      //^^^^^^^^^^^ The responses 200, 400 and 500 of "ListTickets" have schemas, of which the designer uses one.
          "200": {
            "description": "The tickets.",
            "schema": { "$ref": "#/definitions/Tickets" }
          },
          "400": {
            "description": "The request is not valid.",
            "schema": { "$ref": "#/definitions/Error" }
          },
          "500": {
            "description": "The service has failed.",
            "schema": { "$ref": "#/definitions/Error" }
          }
        }
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": { "$ref": "#/definitions/Tickets" }
          },
          "400": {
            "description": "The request is not valid."
          },
          "500": {
            "description": "The service has failed."
          }
        }
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": { "description": "The tickets.", "schema": { "type": "object" } },
          "400": { "description": "The request is not valid." },
          "404": { "description": "There are no tickets.", "schema": {} }
        }
      }
    }
  }
}`,
});

/** Schemas on `default` and where nothing is sent have rules of their own, and an empty one describes nothing. */
function withSchema({ responses }: Operation): OperationResponse[] {
  return responses.filter(
    ({ code, declared: { value } }) =>
      code !== "default" &&
      !isWithoutContent(code) &&
      isObject(value.schema) &&
      Object.keys(value.schema).length > 0,
  );
}

/** Leaves the schema of success, when the others belong to this operation alone. */
function keepFirst(described: readonly OperationResponse[]): Fix | undefined {
  const [first, ...others] = described;
  const isClear =
    first!.code.startsWith("2") &&
    others.every(
      ({ code, pointer, declared }) => !code.startsWith("2") && declared.pointer === pointer,
    );
  if (!isClear) return undefined;
  const { edits, also } = removeSchemas(
    first!.declared.definition,
    others.map(({ pointer }) => child(pointer, "schema")),
  );
  return { title: `Remove the schemas of all but ${first!.code}${also}`, isSafe: false, edits };
}
