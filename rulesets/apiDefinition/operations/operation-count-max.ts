import { defineRule } from "../../rule.js";

/** Microsoft's limit for one definition. */
const limit = 256;

const examples = Array.from(
  { length: limit + 1 },
  (_, index) => `
    "/queues/${index + 1}": { "get": { "operationId": "GetQueue${index + 1}" } }`,
);

export default defineRule({
  name: "operation-count-max",
  validatorCodes: ["TotalOperationsCountExceedsMaxAllowed"],
  sources: ["limits"],
  severity: "error",
  summary: `A definition has at most ${limit} operations.`,
  why: `The service refuses a definition with more operations. What belongs to different tasks can become several
connectors, and operations that only differ in a fixed part of the path can become one with a parameter.`,
  on: "definition",
  check({ operations }, { report }) {
    if (operations.length > limit)
      report({
        at: "/paths",
        message: `The definition has ${operations.length} operations, but at most ${limit} are allowed.`,
      });
  },
  bad: `
{
  "paths": {
//^^^^^^^ The definition has 257 operations, but at most 256 are allowed.${examples.join(",")}
  }
}`,
  good: `
{
  "paths": {${examples.slice(1).join(",")}
  }
}`,
});
