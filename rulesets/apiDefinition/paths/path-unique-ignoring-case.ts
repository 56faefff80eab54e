import { defineRule } from "../../rule.js";

export default defineRule({
  name: "path-unique-ignoring-case",
  validatorCodes: ["PathRedefined"],
  policies: ["5000.2.6.2"],
  sources: ["policyErrors"],
  severity: "error",
  summary: "No two paths differ in upper and lower case only.",
  why: `The service compares paths without regard to upper and lower case.
Two that are the same to it cannot be saved; their operations belong under one path.`,
  on: "definition",
  check(definition, { report }) {
    const firsts = new Map<string, (typeof definition.pathItems)[number]>();
    for (const pathItem of definition.pathItems) {
      const key = pathItem.path.toLowerCase();
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, pathItem);
      else
        report({
          at: pathItem.pointer,
          message: `The path "${pathItem.path}" differs from "${first.path}" only in upper and lower case.`,
          related: [{ at: first.pointer, message: "This is the other path." }],
        });
    }
  },
  bad: `
{
  "paths": {
    "/tickets/{id}": { "get": {} },
    "/Tickets/{ID}": { "post": {} }
  //^^^^^^^^^^^^^^^ The path "/Tickets/{ID}" differs from "/tickets/{id}" only in upper and lower case.
  }
}`,
  good: `
{
  "paths": {
    "/tickets": { "get": {} },
    "/tickets/": { "post": {} },
    "/ticket": { "get": {} }
  }
}`,
});
