import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-template-valid",
  validatorCodes: ["OperationPathTemplateNotValid"],
  sources: ["swagger"],
  severity: "error",
  summary: "Each pair of braces in a path encloses the name of a variable within one segment.",
  why: `Braces mark the variables of a path, such as \`{id}\`, and a variable stands for one segment or a part of it.
The service refuses a path with a brace that is left alone; a literal one is written \`%7B\` or \`%7D\`.`,
  on: "pathItem",
  check({ path, pointer }, { report }) {
    const fault = faultOf(path);
    if (fault !== undefined)
      report({ at: pointer, part: "key", message: `In the path "${path}", ${fault}.` });
  },
  bad: `
{
  "paths": {
    "/tickets/{id": { "get": {} },
  //^^^^^^^^^^^^^^ In the path "/tickets/{id", a brace has no counterpart.
    "/tickets/id}": { "get": {} },
  //^^^^^^^^^^^^^^ In the path "/tickets/id}", a brace has no counterpart.
    "/groups/{{id}}": { "get": {} },
  //^^^^^^^^^^^^^^^^ In the path "/groups/{{id}}", a brace has no counterpart.
    "/files/{folder/name}": { "get": {} },
  //^^^^^^^^^^^^^^^^^^^^^^ In the path "/files/{folder/name}", the variable {folder/name} goes beyond one segment.
    "/users/{}": { "get": {} }
  //^^^^^^^^^^^ In the path "/users/{}", a variable has no name.
  }
}`,
  good: `
{
  "paths": {
    "/tickets/{id}/v{version}": { "get": {} },
    "/calendars('{calendar}')/{from}-{to}": { "get": {} },
    "/users/{user name}/%7Bfixed%7D": { "get": {} }
  }
}`,
});

function faultOf(path: string): string | undefined {
  const variables = path.match(/\{[^{}]*\}/g) ?? [];
  if (/[{}]/.test(path.replace(/\{[^{}]*\}/g, ""))) return "a brace has no counterpart";
  const long = variables.find((variable) => variable.includes("/"));
  if (long !== undefined) return `the variable ${long} goes beyond one segment`;
  return variables.some((variable) => variable.slice(1, -1).trim() === "")
    ? "a variable has no name"
    : undefined;
}
