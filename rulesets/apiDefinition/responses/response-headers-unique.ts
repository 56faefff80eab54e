import { child } from "../../../connector/pointer.js";
import { asObject } from "../../../connector/values.js";
import { nameOfResponse } from "../../response.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-headers-unique",
  validatorCodes: ["ResponseHeadersAreNotUnique"],
  severity: "error",
  summary: "No two headers of a response differ in upper and lower case only.",
  why: `Names of headers are the same whatever their case, so that two of them are one header that is described twice. That
the service compares them so is inferred from its refusal of headers that are not unique, which JSON itself rules out.`,
  on: "response",
  check(response, { report }) {
    const first = new Map<string, string>();
    for (const name of Object.keys(asObject(response.value.headers))) {
      const known = first.get(name.toLowerCase());
      if (known === undefined) {
        first.set(name.toLowerCase(), name);
        continue;
      }
      const at = child(response.pointer, "headers", name);
      report({
        at,
        part: "key",
        message: `The headers "${known}" and "${name}" of ${nameOfResponse(response)} are the same header.`,
        related: [
          {
            at: child(response.pointer, "headers", known),
            part: "key",
            message: `"${known}" is described here.`,
          },
        ],
        fix: { title: `Remove "${name}"`, isSafe: false, edits: [{ remove: at }] },
      });
    }
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "responses": {
          "200": {
            "description": "The tickets.",
            "headers": {
              "Retry-After": {
                "type": "integer"
              },
              "retry-after": {
            //^^^^^^^^^^^^^ The headers "Retry-After" and "retry-after" of the response 200 of "ListTickets" are the same header.
                "type": "string"
              }
            }
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
            "headers": {
              "Retry-After": {
                "type": "integer"
              }
            }
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
          "200": {
            "description": "The tickets.",
            "headers": {
              "Retry-After": { "type": "integer" },
              "Location": { "type": "string" }
            }
          }
        }
      }
    }
  }
}`,
});
