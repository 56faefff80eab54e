import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-ref-resolves",
  validatorCodes: ["ResponseReferenceNotFound"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every reference to a response leads to one that exists.",
  why: `A \`$ref\` under a status code stands for a response that the file declares once, under
\`responses\`. When there is none at that place, nobody knows what comes back, and the service refuses
the definition.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "response" || reference.problem !== "notFound") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The response reference "${reference.ref}" leads to nothing in this file.`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "404": { "$ref": "#/responses/NotFuond" },
                         //^^^^^^^^^^^^^^^^^^^^^^ The response reference "#/responses/NotFuond" leads to nothing in this file.
          "429": { "$ref": "#/responses/TooManyRequests" }
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The response reference "#/responses/TooManyRequests" leads to nothing in this file.
        }
      }
    }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." },
    "TooManyRequest": { "description": "Too many requests were made." }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "404": { "$ref": "#/responses/NotFound" },
          "429": { "$ref": "#/responses/TooManyRequest" }
        }
      }
    }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." },
    "TooManyRequest": { "description": "Too many requests were made." }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "200": { "description": "The tickets." },
          "404": { "$ref": "#/responses/NotFound" },
          "429": { "$ref": "#/responses/TooManyRequests" }
        }
      }
    }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." },
    "TooManyRequests": "none"
  }
}`,
});
