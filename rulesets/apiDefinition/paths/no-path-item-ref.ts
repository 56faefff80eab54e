import { defineRule } from "../../rule.js";

export default defineRule({
  name: "no-path-item-ref",
  validatorCodes: ["PathItemRefNotSuppored"],
  severity: "error",
  summary: "No path stands for another one by a reference.",
  why: `Swagger allows a \`$ref\` in place of the operations of a path, but the service does not support it.
The operations have to be written under each path.`,
  on: "pathItem",
  check({ path, pointer, value }, { report }) {
    if ("$ref" in value)
      report({
        at: `${pointer}/$ref`,
        part: "key",
        message: `The path "${path}" refers to other operations by "$ref", which is not supported for paths.`,
      });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/v2/tickets": {
      "$ref": "#/paths/~1tickets"
    //^^^^^^ The path "/v2/tickets" refers to other operations by "$ref", which is not supported for paths.
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" },
      "parameters": [
        { "$ref": "#/parameters/Page" }
      ]
    }
  }
}`,
});
