import { child } from "../../../connector/pointer.js";
import { proposeTarget } from "../../references.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "parameter-ref-prefix",
  validatorCodes: ["ParameterReferenceNotValid"],
  severity: "error",
  summary: "Every reference to a parameter begins with `#/parameters/`.",
  why: `The service takes shared parameters only from \`parameters\` of the same file. It follows no reference
to another file or to the web, and \`#/components/parameters/\` is a place of OpenAPI 3.`,
  on: "reference",
  check(reference, { definition, report }) {
    if (reference.kind !== "parameter") return;
    if (reference.problem !== "notLocal" && reference.problem !== "otherSection") return;
    report({
      at: child(reference.pointer, "$ref"),
      message: `The parameter reference "${reference.ref}" does not begin with "#/parameters/".`,
      fix: proposeTarget(reference, definition),
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          { "$ref": "#/components/parameters/PageSize" },
                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The parameter reference "#/components/parameters/PageSize" does not begin with "#/parameters/".
          { "$ref": "common.json#/parameters/TenantId" }
                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The parameter reference "common.json#/parameters/TenantId" does not begin with "#/parameters/".
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
    },
    "TenantId": {
      "name": "tenant",
      "in": "header",
      "type": "string",
      "x-ms-summary": "Tenant",
      "description": "The tenant."
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "parameters": [
          { "$ref": "#/parameters/PageSize" },
          { "$ref": "#/parameters/TenantId" }
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
    },
    "TenantId": {
      "name": "tenant",
      "in": "header",
      "type": "string",
      "x-ms-summary": "Tenant",
      "description": "The tenant."
    }
  }
}`,
  good: `
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
