import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-has-success-response",
  validatorCodes: ["OperationShouldHaveSuccessfulResponse"],
  sources: ["swagger"],
  severity: "warning",
  summary: "Every operation has a response for success.",
  why: `What an operation returns when all goes well is what makers work with.
The validator warns about an operation whose responses all tell of errors.`,
  on: "operation",
  check(operation, { report }) {
    const codes = operation.responseCodes;
    // One with nothing but a default response is told by another rule.
    if (codes.every((code) => code === "default") || codes.some((code) => code.startsWith("2")))
      return;
    const list = [codes.slice(0, -1).join(", "), codes.at(-1)].filter((part) => part).join(" and ");
    report({
      at: operation.at("responses"),
      message: `The operation ${operation.label} has no response for success such as 200, only ${list}.`,
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "post": {
        "operationId": "CreateTicket",
        "responses": {
      //^^^^^^^^^^^ The operation "CreateTicket" has no response for success such as 200, only 400 and 401.
          "400": { "description": "The request is not valid." },
          "401": { "description": "The caller is not signed in." }
        }
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
        "responses": {
          "202": { "$ref": "#/responses/Accepted" },
          "400": { "description": "The request is not valid." }
        }
      },
      "delete": {
        "operationId": "DeleteTickets",
        "responses": {
          "204": { "description": "The tickets are gone." }
        }
      }
    }
  }
}`,
});
