import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "response-ref-prefix",
  validatorCodes: ["ResponseReferenceNotValid"],
  severity: "error",
  summary: "Every reference to a response begins with `#/responses/`.",
  why: `The service takes shared responses only from \`responses\` of the same file. It follows no reference to
another file or to the web, and \`#/components/responses/\` is a place of OpenAPI 3.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "response") return;
    if (reference.problem !== "notLocal" && reference.problem !== "otherSection") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The response reference "${reference.ref}" does not begin with "#/responses/".`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "200": { "$ref": "#/definitions/Tickets" },
                         //^^^^^^^^^^^^^^^^^^^^^^^ The response reference "#/definitions/Tickets" does not begin with "#/responses/".
          "404": { "$ref": "#/components/responses/NotFound" }
                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The response reference "#/components/responses/NotFound" does not begin with "#/responses/".
        }
      }
    }
  },
  "definitions": {
    "Tickets": { "type": "object" }
  },
  "responses": {
    "Tickets": {
      "description": "The tickets.",
      "schema": { "$ref": "#/definitions/Tickets" }
    },
    "NotFound": { "description": "There is no such ticket." }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "200": { "$ref": "#/responses/Tickets" },
          "404": { "$ref": "#/responses/NotFound" }
        }
      }
    }
  },
  "definitions": {
    "Tickets": { "type": "object" }
  },
  "responses": {
    "Tickets": {
      "description": "The tickets.",
      "schema": { "$ref": "#/definitions/Tickets" }
    },
    "NotFound": { "description": "There is no such ticket." }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "responses": {
          "200": {
            "description": "The tickets.",
            "schema": { "$ref": "#/definitions/Tickets" }
          },
          "404": { "$ref": "#/responses/NotFound" }
        }
      }
    }
  },
  "definitions": {
    "Tickets": { "type": "object" }
  },
  "responses": {
    "NotFound": { "description": "There is no such ticket." }
  }
}`,
});
