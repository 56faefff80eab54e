import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-ref-resolves",
  validatorCodes: ["ParameterReferenceNotFound"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every reference to a parameter leads to one that exists.",
  why: `A \`$ref\` in a list of parameters stands for a parameter that the file declares once, under
\`parameters\`. When there is none at that place, the operation lacks the parameter, and the service
refuses the definition.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "parameter" || reference.problem !== "notFound") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The parameter reference "${reference.ref}" leads to nothing in this file.`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "parameters": [
        { "$ref": "#/parameters/TenentId" }
                //^^^^^^^^^^^^^^^^^^^^^^^ The parameter reference "#/parameters/TenentId" leads to nothing in this file.
      ],
      "get": {
        "parameters": [
          { "$ref": "#/parameters/pageSize" }
                  //^^^^^^^^^^^^^^^^^^^^^^^ The parameter reference "#/parameters/pageSize" leads to nothing in this file.
        ]
      }
    }
  },
  "parameters": {
    "TenantId": {
      "name": "tenant",
      "in": "header",
      "type": "string",
      "x-ms-summary": "Tenant",
      "description": "The tenant."
    },
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "x-ms-summary": "Page Size",
      "description": "How many tickets to return."
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "parameters": [
        { "$ref": "#/parameters/TenantId" }
      ],
      "get": {
        "parameters": [
          { "$ref": "#/parameters/PageSize" }
        ]
      }
    }
  },
  "parameters": {
    "TenantId": {
      "name": "tenant",
      "in": "header",
      "type": "string",
      "x-ms-summary": "Tenant",
      "description": "The tenant."
    },
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "x-ms-summary": "Page Size",
      "description": "How many tickets to return."
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/PageSize" }
        ]
      }
    }
  },
  "parameters": {
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "x-ms-summary": "Page Size",
      "description": "How many tickets to return."
    }
  }
}`,
});
