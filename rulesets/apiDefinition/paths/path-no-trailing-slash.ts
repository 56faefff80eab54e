import { renamePath } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-no-trailing-slash",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "hint",
  summary: "No path ends with a slash.",
  why: `A path with a slash at its end is a different path from the one without it. Few services intend that: many redirect
the request or answer 404, so look whether the service wants the slash.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path, pointer } = pathItem;
    const without = path.replace(/\/+$/, "");
    // What has a query or is empty is told by other rules.
    if (without === path || !without.startsWith("/") || /[?#]/.test(path)) return;
    if (Object.keys(pathItem.value).length === 0) return;
    const rename = renamePath(pathItem, without);
    report({
      at: pointer,
      part: "key",
      message: `The path "${path}" ends with a slash.`,
      fix: rename && {
        title: "Remove the slash at the end",
        // Only the author knows which of the two the service answers.
        isSafe: false,
        byHand: "breaks",
        edits: [rename],
      },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/": {
  //^^^^^^^^^^^ The path "/tickets/" ends with a slash.
      "get": {
        "operationId": "ListTickets"
      }
    }
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
    "/": {
      "get": { "operationId": "GetStatus" }
    },
    "/tickets": {
      "get": { "operationId": "ListTickets" }
    },
    "/people/": {}
  }
}`,
});
