import type { Operation } from "../../../connector/apiDefinition.js";
import { child, type Pointer } from "../../../connector/pointer.js";
import { isObject } from "../../../connector/values.js";
import { essenceOf, isPlausible } from "../../mediaType.js";
import { userOf } from "../../response.js";
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
      const uses = response.uses.filter(
        ({ operation }) => operation.produces.length > 0 && !produces(operation, key),
      );
      const [first] = uses;
      if (key.startsWith("x-") || first === undefined) continue;
      const operations = [...new Set(uses.map(({ operation }) => operation))];
      const lists = new Set(operations.map(producesOf));
      const essence = essenceOf(key);
      const produced =
        operations.length === 1
          ? `the operation produces ${oneOf(first.operation.produces)}`
          : "they do not produce it";
      report({
        at: child(response.pointer, "examples", key),
        part: "key",
        message: `The response ${first.code} of ${userOf(uses)} has an example "${key}", but ${produced}.`,
        related: [...lists].map((at) => ({ at, message: "The media types stand here." })),
        fix:
          essence !== undefined && isPlausible(essence)
            ? {
                title: `Let the operation${operations.length === 1 ? "" : "s"} produce "${key}"`,
                isSafe: false,
                edits: operations.map((operation) => ({
                  set: operation.at("produces"),
                  value: [...operation.produces, key],
                })),
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
    },
    "/groups": {
      "get": {
        "operationId": "ListGroups",
        "produces": ["application/json"],
        "responses": {
          "200": { "$ref": "#/responses/Members" }
        }
      }
    },
    "/desks": {
      "get": {
        "operationId": "ListDesks",
        "produces": ["application/json"],
        "responses": {
          "200": { "$ref": "#/responses/Members" }
        }
      }
    }
  },
  "responses": {
    "Members": {
      "description": "OK",
      "examples": {
        "text/csv": "id,name"
      //^^^^^^^^^^ The response 200 of "ListGroups" and 1 other operation has an example "text/csv", but they do not produce it.
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
    },
    "/groups": {
      "get": {
        "operationId": "ListGroups",
        "produces": ["application/json", "text/csv"],
        "responses": {
          "200": { "$ref": "#/responses/Members" }
        }
      }
    },
    "/desks": {
      "get": {
        "operationId": "ListDesks",
        "produces": ["application/json", "text/csv"],
        "responses": {
          "200": { "$ref": "#/responses/Members" }
        }
      }
    }
  },
  "responses": {
    "Members": {
      "description": "OK",
      "examples": {
        "text/csv": "id,name"
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

/** Where the media types in force for the responses of an operation are listed. */
function producesOf(operation: Operation): Pointer {
  return operation.value.produces === undefined ? "/produces" : operation.at("produces");
}
