import { nearestValue } from "../nearest.js";
import { defineRule, oneOf } from "../rule.js";

export default defineRule({
  name: "json-value-in-enum",
  validatorCodes: ["JsonValueNotInEnum"],
  severity: "error",
  summary: "Where only certain values are allowed, one of them stands.",
  why: `Keys such as \`in\`, \`type\`, \`x-ms-visibility\` or \`x-ms-url-encoding\`, and the type of a connection parameter, have a closed list of values.
They are compared exactly, upper and lower case included; the service refuses any other value.`,
  on: "violation",
  check(violation, { report }) {
    if (violation.rule !== "json-value-in-enum" || violation.keyword !== "enum") return;
    const { pointer, subject, value, allowed, code, title } = violation;
    // Where a file can stand is told by a rule of its own.
    if (value === "file" && (title === "header" || title === "items") && /\/type$/.test(pointer))
      return;
    report({
      at: pointer,
      code,
      message: `${subject} must be ${oneOf(allowed)}, but is ${JSON.stringify(value)}.`,
      fix: nearestValue(pointer, value, allowed),
    });
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-visibility": "Advanced",
                         //^^^^^^^^^^ "x-ms-visibility" of "ListTickets" must be "important", "advanced" or "internal", but is "Advanced".
        "parameters": [
          {
            "name": "page",
            "in": "querry",
                //^^^^^^^^ "in" of "page" must be "path", "query", "header", "body" or "formData", but is "querry".
            "type": "int"
                  //^^^^^ "type" of "page" must be "string", "number", "integer", "boolean", "array" or "file", but is "int".
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-url-encoding": "singel"
                               //^^^^^^^^ "x-ms-url-encoding" of "id" must be "single" or "double", but is "singel".
          }
        ]
      }
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "secureString"
              //^^^^^^^^^^^^^^ "type" of "token" must be "string", "securestring", "int", "bool", "gatewaySetting" or "oauthSetting", but is "secureString".
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "ListTickets",
        "x-ms-visibility": "advanced",
        "parameters": [
          {
            "name": "page",
            "in": "query",
            "type": "integer"
          },
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-url-encoding": "single"
          }
        ]
      }
    }
  }
}
//- apiProperties.json
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "securestring"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "x-ms-visibility": "",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object", "x-ms-visibility": "none" } },
          { "name": "kind", "in": "query", "type": "string", "default": "hidden" }
        ],
        "responses": { "200": { "description": "OK", "examples": { "application/json": { "type": "int" } } } }
      }
    }
  }
}`,
});
