import { defineRule } from "../../rule.js";

/** What Microsoft's page about limits says. */
const most = 256;

const methods = ["get", "put", "post", "delete", "options", "head", "patch"];
const paths = Array.from(
  { length: 36 },
  (_, index) =>
    `    "/reports/${index}": { ${methods.map((method) => `"${method}": {}`).join(", ")} }`,
);

export default defineRule({
  name: "operation-count-max",
  validatorCodes: ["TotalOperationsCountExceedsMaxAllowed"],
  sources: ["limits"],
  severity: "error",
  summary: `A definition has at most ${most} operations.`,
  why: `The service refuses a connector with more. Makers would not find what they need among so many, either: split it by
what people want to do. None of the published connectors has more than 219.`,
  on: "definition",
  check({ operations }, { report }) {
    const first = operations[most];
    if (first === undefined) return;
    report({
      at: first.pointer,
      message: `The definition has ${operations.length} operations; at most ${most} are allowed, and this is the first one too many.`,
    });
  },
  bad: `
{
  "paths": {
${paths.join(",\n")},
    "/reports/last": {
      "get": {}, "put": {}, "post": {}, "delete": {},
      "patch": {}
    //^^^^^^^ The definition has 257 operations; at most 256 are allowed, and this is the first one too many.
    }
  }
}`,
  good: `
{
  "paths": {
${paths.join(",\n")}
  }
}`,
});
