import { defineRule } from "../../rule.js";

export default defineRule({
  name: "internal-default-should-be-required",
  validatorCodes: ["InternalPropertyWithDefaultOptional"],
  sources: ["extensions"],
  severity: "warning",
  summary: "An internal parameter that has a default is required.",
  why: `Makers do not see an internal parameter, so its default is the only value it can have. Only a required
one is sure to be sent; the default of another one may never reach the back end.`,
  on: "schema",
  check(schema, { report }) {
    const { kind, parent, value } = schema;
    if (kind !== "parameter" || parent !== undefined || schema.isRequired) return;
    // What stands beside a reference has no effect.
    if (schema.isReference) return;
    if (value["x-ms-visibility"] !== "internal" || (value.default ?? null) === null) return;
    // There the default is only the first value; later ones come from the last poll.
    if ("x-ms-trigger-value" in value) return;
    // That a path parameter is not required is another fault, whatever else it is.
    if (value.in === "path") return;
    report({
      at: schema.pointer,
      message: `The ${schema.label} is internal and has a default, but is not required.`,
      fix: {
        title: `Make the ${schema.label} required`,
        isSafe: false,
        edits: [{ set: schema.at("required"), value: true }],
      },
    });
  },
  bad: `
{
  "parameters": {
    "Version": {
  //^^^^^^^^^ The parameter "api-version" is internal and has a default, but is not required.
      "name": "api-version",
      "in": "query",
      "type": "string",
      "default": "2024-01-01",
      "x-ms-visibility": "internal"
    },
    "Accept": {
  //^^^^^^^^ The parameter "Accept" is internal and has a default, but is not required.
      "name": "Accept",
      "in": "header",
      "required": false,
      "type": "string",
      "default": "application/json",
      "x-ms-visibility": "internal"
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Version": {
      "name": "api-version",
      "in": "query",
      "type": "string",
      "default": "2024-01-01",
      "x-ms-visibility": "internal",
      "required": true
    },
    "Accept": {
      "name": "Accept",
      "in": "header",
      "required": true,
      "type": "string",
      "default": "application/json",
      "x-ms-visibility": "internal"
    }
  }
}`,
  good: `
{
  "parameters": {
    "Version": {
      "name": "api-version",
      "in": "query",
      "required": true,
      "type": "string",
      "default": "2024-01-01",
      "x-ms-visibility": "internal"
    },
    "PageSize": {
      "name": "size",
      "in": "query",
      "type": "integer",
      "default": 50,
      "x-ms-visibility": "advanced"
    },
    "Cursor": {
      "name": "cursor",
      "in": "query",
      "type": "string",
      "x-ms-visibility": "internal"
    }
  }
}`,
});
