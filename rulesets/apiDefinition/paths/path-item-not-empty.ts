import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-item-not-empty",
  validatorCodes: [],
  policies: ["5000.2.4.5"],
  sources: ["submission"],
  severity: { certified: "warning", "independent-publisher": "warning", custom: "hint" },
  tag: "unnecessary",
  summary: "Every path has something in it.",
  why: `A path with nothing in it offers no action and no trigger; usually it is left over from an operation that was
removed. Reviewers ask to remove it.`,
  on: "pathItem",
  check({ path, pointer, value }, { report }) {
    if (Object.keys(value).length === 0)
      report({
        at: pointer,
        message: `The path "${path}" is empty: it has no operation.`,
        fix: { title: "Remove the path", isSafe: false, edits: [{ remove: pointer }] },
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
    "/tickets/{id}": {}
  //^^^^^^^^^^^^^^^ The path "/tickets/{id}" is empty: it has no operation.
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
      "get": {
        "operationId": "ListTickets"
      }
    },
    "/hooks": {
      "x-ms-notification-content": {
        "schema": { "type": "object" }
      }
    }
  }
}`,
});
