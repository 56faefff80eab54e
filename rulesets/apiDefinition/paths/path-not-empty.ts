import { methods } from "../../../connector/apiDefinition.js";
import { isReference } from "../../../connector/reference.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-not-empty",
  validatorCodes: [],
  policies: ["5000.2.4.5"],
  sources: ["coding", "policyErrors"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "info" },
  summary: "Every path has an operation.",
  why: `A path without operations is nothing that a maker can use; mostly it is left over from an operation that was removed.
Reviewers send it back. A path that tells the payload of a webhook in \`x-ms-notification-content\` has a purpose of its own.`,
  on: "pathItem",
  check({ path, pointer, value }, { report }) {
    if (isReference(value) || "x-ms-notification-content" in value) return;
    if (methods.some((method) => method in value)) return;
    report({
      at: pointer,
      message: `The path ${path} has no operations.`,
      fix: {
        title: `Remove the path ${path}`,
        isSafe: Object.keys(value).length === 0,
        edits: [{ remove: pointer }],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    },
    "/queues": {}
  //^^^^^^^^^ The path /queues has no operations.
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
  good: `
{
  "paths": {
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } }
    },
    "x-groups": {}
  }
}`,
});
