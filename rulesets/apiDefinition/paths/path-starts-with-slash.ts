import { renamePath } from "../../path.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-starts-with-slash",
  validatorCodes: ["OperationPathMustStartWithSlash"],
  sources: ["swagger"],
  severity: "error",
  summary: "Every path begins with a slash.",
  why: `A path is appended to host and \`basePath\`.
The service refuses one that does not begin with \`/\`.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path } = pathItem;
    if (path.startsWith("/")) return;
    const hasBackslash = path.includes("\\");
    const to = path.trimStart().replaceAll("\\", "/").replace(/^\/*/, "/");
    // A whole URL needs more than a slash.
    const rename = path.includes(":") ? undefined : renamePath(pathItem, to);
    report({
      at: pathItem.pointer,
      part: "key",
      message: `The path "${path}" does not begin with "/".`,
      fix: rename && {
        title: hasBackslash ? `Write it with slashes: "${to}"` : 'Put "/" before it',
        isSafe: !hasBackslash,
        edits: [rename],
      },
    });
  },
  bad: `
{
  "paths": {
    "tickets": { "get": {} },
  //^^^^^^^^^ The path "tickets" does not begin with "/".
    " /groups": { "get": {} },
  //^^^^^^^^^^ The path " /groups" does not begin with "/".
    "\\\\agents": { "get": {} }
  //^^^^^^^^^^ The path "\\agents" does not begin with "/".
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets": { "get": {} },
    "/groups": { "get": {} },
    "/agents": { "get": {} }
  }
}`,
  good: `
{
  "paths": {
    "/": { "get": {} },
    "/tickets": { "get": {} },
    "x-order": { "first": "tickets" }
  }
}`,
});
