import { defineRule } from "../../rule.js";

export default defineRule({
  name: "deprecated-not-important",
  validatorCodes: [],
  sources: ["versioning"],
  severity: "hint",
  tag: "deprecated",
  summary: "A deprecated operation is not important.",
  why: `Operations that are \`important\` are the first that makers are offered. One that is deprecated should be the
last, so the guidance on versions makes an earlier revision \`advanced\`.`,
  on: "operation",
  check(operation, { report }) {
    if (!operation.isDeprecated || operation.visibility !== "important") return;
    const at = operation.at("x-ms-visibility");
    report({
      at,
      message: `The operation ${operation.label} is deprecated, but its visibility is "important".`,
      fix: {
        title: 'Change it to "advanced"',
        isSafe: false,
        edits: [{ set: at, value: "advanced" }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-visibility": "important"
                         //^^^^^^^^^^^ The operation "ListTickets" is deprecated, but its visibility is "important".
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-visibility": "advanced"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "deprecated": true,
        "x-ms-visibility": "advanced"
      },
      "post": {
        "operationId": "CreateTicket",
        "x-ms-visibility": "important"
      }
    }
  }
}`,
});
