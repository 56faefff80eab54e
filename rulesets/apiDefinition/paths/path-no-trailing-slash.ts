import { renamePath } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-no-trailing-slash",
  validatorCodes: [],
  sources: ["swagger"],
  severity: "hint",
  summary: "No path ends with a slash.",
  why: `For many services \`/tickets\` and \`/tickets/\` are two addresses, of which one answers with a redirection or not at all.
If yours insists on the slash, leave it.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path, pointer, operations } = pathItem;
    const short = path.replace(/\/+$/, "");
    // The root, and what is told by other rules.
    if (operations.length === 0) return;
    if (short === path || short === "" || !path.startsWith("/") || /[?#]/.test(path)) return;
    const edit = renamePath(pathItem, short);
    report({
      at: pointer,
      message: `The path ${path} ends with a slash.`,
      fix: edit && { title: `Rename it to ${short}`, isSafe: false, edits: [edit] },
    });
  },
  bad: `
{
  "paths": {
    "/tickets/": {
  //^^^^^^^^^^^ The path /tickets/ ends with a slash.
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
    }
  }
}`,
});
