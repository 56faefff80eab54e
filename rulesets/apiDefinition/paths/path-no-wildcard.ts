import type { PathItem } from "../../../connector/apiDefinition.js";
import { renamePath } from "../../path.js";
import { defineRule, type Fix } from "../../rule.js";

export default defineRule({
  name: "path-no-wildcard",
  validatorCodes: ["OperationPathContainsUnsupportedCharacters"],
  severity: "error",
  summary: "A path contains no wildcard.",
  why: `A path consists of fixed parts and variables such as \`{id}\`.
The service refuses \`*\` in it.`,
  on: "pathItem",
  check(pathItem, { report }) {
    const { path, pointer } = pathItem;
    if (path.includes("*"))
      report({
        at: pointer,
        part: "key",
        message: `The path "${path}" contains "*"; wildcards are not supported.`,
        fix: fixOf(pathItem),
      });
  },
  bad: `
{
  "paths": {
    "/tickets/{*ticketId}": {
  //^^^^^^^^^^^^^^^^^^^^^^ The path "/tickets/{*ticketId}" contains "*"; wildcards are not supported.
      "get": {
        "parameters": [
          { "name": "*ticketId", "in": "path", "required": true, "type": "string" }
        ]
      }
    }
  }
}`,
  fixed: `
{
  "paths": {
    "/tickets/{ticketId}": {
      "get": {
        "parameters": [
          { "name": "ticketId", "in": "path", "required": true, "type": "string" }
        ]
      }
    }
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

/** Takes the mark of a wildcard out of the variables; what it means elsewhere nobody knows. */
function fixOf(pathItem: PathItem): Fix | undefined {
  const to = pathItem.path.replace(/\{\*?([^{}*/]+)\*?\}/g, "{$1}");
  const rename = to.includes("*") ? undefined : renamePath(pathItem, to);
  if (rename === undefined) return undefined;
  const entries = [pathItem, ...pathItem.operations].flatMap(
    ({ parameterEntries }) => parameterEntries,
  );
  const named = entries.filter(
    ({ declared }) => declared.in === "path" && declared.name?.includes("*"),
  );
  // Another path may need a shared one as it is.
  if (named.some(({ pointer, declared }) => pointer !== declared.pointer)) return undefined;
  return {
    title: `Rename the path to "${to}"`,
    isSafe: false,
    edits: [
      ...named.map(({ declared }) => ({
        set: declared.at("name"),
        value: declared.name!.replaceAll("*", ""),
      })),
      rename,
    ],
  };
}
