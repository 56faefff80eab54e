import type { Operation } from "../../../connector/apiDefinition.js";
import { child } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { essenceOf, isPlausible } from "../../mediaType.js";
import { defineRule, oneOf } from "../../rule.js";

export default defineRule({
  name: "response-example-produced",
  validatorCodes: ["ResponseExampleMustBeProducedByOperation"],
  severity: "warning",
  summary: "The examples of a response are of media types that the operation produces.",
  why: `The keys of \`examples\` are media types. One that \`produces\` does not list is an example of a response that never
comes, and the validator complains about it.`,
  on: "response",
  check(response, { report }) {
    const { examples } = response.value;
    if (!isObject(examples)) return;
    for (const key of Object.keys(examples)) {
      // Where nothing is listed, nobody knows what is produced.
      const use = response.uses.find(
        ({ operation }) => operation.produces.length > 0 && !produces(operation, key),
      );
      if (key.startsWith("x-") || use === undefined) continue;
      const { operation } = use;
      const essence = essenceOf(key);
      const own = operation.value.produces;
      report({
        at: child(response.pointer, "examples", key),
        part: "key",
        message: `The response ${use.code} of ${operation.label} has an example "${key}", but the operation produces ${oneOf(operation.produces)}.`,
        related: [
          {
            at: own === undefined ? "/produces" : operation.at("produces"),
            message: "The media types stand here.",
          },
        ],
        fix:
          essence !== undefined && isPlausible(essence)
            ? {
                title: `Let the operation produce "${key}"`,
                isSafe: false,
                edits: [{ set: operation.at("produces"), value: [...operation.produces, key] }],
              }
            : undefined,
      });
    }
  },
  bad: `
{
  "produces": ["application/json"],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "examples": {
              "application/json": [],
              "text/csv": "id,subject"
            //^^^^^^^^^^ The response 200 of "ListTickets" has an example "text/csv", but the operation produces "application/json".
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
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "examples": {
              "application/json": [],
              "text/csv": "id,subject"
            }
          }
        },
        "produces": [
          "application/json",
          "text/csv"
        ]
      }
    }
  }
}`,
  good: `
{
  "produces": ["application/json; charset=utf-8"],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "OK",
            "examples": { "application/json": [] }
          }
        }
      }
    },
    "/logo": {
      "get": {
        "operationId": "GetLogo",
        "produces": ["image/*"],
        "responses": {
          "200": {
            "description": "OK",
            "examples": { "image/png": "" }
          }
        }
      }
    }
  }
}`,
});

function produces(operation: Operation, mediaType: string): boolean {
  const wanted = essenceOf(mediaType) ?? mediaType.toLowerCase();
  return operation.produces.some((text) => {
    const essence = essenceOf(text) ?? text.toLowerCase();
    if (essence === wanted || essence === "*/*") return true;
    return essence.endsWith("/*") && wanted.startsWith(essence.slice(0, -1));
  });
}
