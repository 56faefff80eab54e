import { child } from "../../../connector/pointer.js";
import { asObject } from "../../../connector/values.js";
import { mediaType } from "../../mediaTypes.js";
import { nameOfResponse } from "../../response.js";
import { defineRule, oneOf } from "../../rule.js";

export default defineRule({
  name: "response-example-produced",
  validatorCodes: ["ResponseExampleMustBeProducedByOperation"],
  severity: "warning",
  summary: "The examples of a response are of media types that its operation produces.",
  why: `\`examples\` has one example for each media type. One of a type that is not among the \`produces\` of the operation can
never come back, so either the list or the example is wrong, and the validator complains.`,
  on: "response",
  check(response, { report }) {
    const examples = Object.keys(asObject(response.value.examples));
    if (examples.length === 0) return;
    // Without a list nobody says what is produced.
    const lists = response.uses.map(({ operation }) => operation.produces);
    if (lists.length === 0 || lists.some((produced) => produced.length === 0)) return;
    for (const name of examples) {
      // Many write one example, or the payload itself, without a media type.
      if (!/^[^\s/]+\/[^\s/]+$/.test(mediaType(name))) continue;
      const produced = new Set(lists.flat().map(mediaType));
      if (produced.has(mediaType(name)) || produced.has("*/*")) continue;
      report({
        at: child(response.pointer, "examples", name),
        part: "key",
        message: `${capitalized(nameOfResponse(response))} has an example of type "${name}", but the operation produces ${oneOf([...produced])}.`,
        fix: {
          title: `Remove the example of type "${name}"`,
          isSafe: false,
          edits: [
            {
              remove:
                examples.length === 1
                  ? child(response.pointer, "examples")
                  : child(response.pointer, "examples", name),
            },
          ],
        },
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
            "description": "The tickets.",
            "examples": {
              "text/csv": "1;open"
            //^^^^^^^^^^ The response 200 of "ListTickets" has an example of type "text/csv", but the operation produces "application/json".
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
            "description": "The tickets."
          }
        }
      }
    }
  }
}`,
  good: `
{
  "produces": ["application/json"],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "produces": ["application/json; charset=utf-8", "text/csv"],
        "responses": {
          "200": {
            "description": "The tickets.",
            "examples": { "application/json": [], "text/csv": "1;open" }
          }
        }
      },
      "post": {
        "operationId": "CreateTicket",
        "responses": {
          "201": { "description": "The ticket.", "examples": { "response": { "id": 1 } } }
        }
      }
    }
  }
}`,
});

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
