import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-connection-id-parameter",
  validatorCodes: ["ConnectionIdParameterNotAllowed"],
  severity: "error",
  summary: "No parameter is named connectionId.",
  why: `The platform uses \`connectionId\` itself, for the connection through which it calls an operation.
The service refuses a parameter of that name. A path variable can simply get another name; for others a policy or a script has to map it.`,
  on: "parameter",
  check(parameter, { report }) {
    if (parameter.name === "connectionId")
      report({
        at: parameter.at("name"),
        message: `The ${parameter.label} has a name that the platform uses itself.`,
      });
  },
  bad: `
{
  "paths": {
    "/links/{connectionId}": {
      "get": {
        "operationId": "GetLink",
        "parameters": [
          {
            "name": "connectionId",
                  //^^^^^^^^^^^^^^ The path parameter "connectionId" has a name that the platform uses itself.
            "in": "path",
            "required": true,
            "type": "string"
          }
        ]
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/links/{linkConnectionId}": {
      "get": {
        "operationId": "GetLink",
        "parameters": [
          {
            "name": "linkConnectionId",
            "in": "path",
            "required": true,
            "type": "string"
          },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "connectionId": { "type": "string" }
              }
            }
          }
        ]
      }
    }
  }
}`,
});
