import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-parameter-required-true",
  validatorCodes: ["PathParameterMustBeRequired"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every path parameter is required.",
  why: `A path with a hole is another path, so a value must always be there.
The service refuses a path parameter without \`"required": true\`.`,
  on: "parameter",
  check(parameter, { report }) {
    const { required } = parameter.value;
    if (parameter.in !== "path" || (required !== undefined && required !== false)) return;
    report({
      missing: required === undefined ? "required" : undefined,
      at: required === undefined ? parameter.pointer : parameter.at("required"),
      message: `The ${parameter.label} is not marked as required.`,
      fix: {
        title: "Mark it as required",
        isSafe: true,
        edits: [{ set: parameter.at("required"), value: true }],
      },
    });
  },
  bad: `
{
  "parameters": {
    "Desk": {
  //^^^^^^ The path parameter "desk" is not marked as required.
      "name": "desk",
      "in": "path",
      "type": "string"
    }
  },
  "paths": {
    "/{desk}/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "$ref": "#/parameters/Desk" },
          { "name": "id", "in": "path", "required": false, "type": "string" }
                                                  //^^^^^ The path parameter "id" is not marked as required.
        ]
      }
    }
  }
}`,
  fixed: `
{
  "parameters": {
    "Desk": {
      "name": "desk",
      "in": "path",
      "type": "string",
      "required": true
    }
  },
  "paths": {
    "/{desk}/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "$ref": "#/parameters/Desk" },
          { "name": "id", "in": "path", "required": true, "type": "string" }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "GetTicket",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "language", "in": "query", "type": "string" }
        ]
      }
    }
  }
}`,
});
