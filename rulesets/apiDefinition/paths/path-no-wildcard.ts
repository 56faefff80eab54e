import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-no-wildcard",
  validatorCodes: ["OperationPathContainsUnsupportedCharacters"],
  severity: "error",
  summary: "A path contains no wildcard.",
  why: `A path consists of fixed parts and variables such as \`{id}\`.
The service refuses \`*\` in it.`,
  on: "pathItem",
  check({ path, pointer }, { report }) {
    if (path.includes("*"))
      report({
        at: pointer,
        part: "key",
        message: `The path "${path}" contains "*"; wildcards are not supported.`,
      });
  },
  bad: `
{
  "paths": {
    "/files/*": { "get": {} }
  //^^^^^^^^^^ The path "/files/*" contains "*"; wildcards are not supported.
  }
}`,
  good: `
{
  "paths": {
    "/files/{path}": { "get": {} },
    "/files/%2A": { "get": {} }
  }
}`,
});
