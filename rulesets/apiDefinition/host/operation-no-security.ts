import { asArray } from "../../../connector/values.js";
import { defineRule } from "../../rule.js";

export default defineRule({
  name: "operation-no-security",
  validatorCodes: [],
  sources: ["repository"],
  severity: { certified: "info", "independent-publisher": "info" },
  summary: "No operation has a security of its own.",
  why: `A maker connects once for all operations of a connector, so one \`security\` at the root says all
there is to say. Reviewers have asked to take out those of operations; some connectors keep them.`,
  on: "operation",
  check(operation, { definition, report }) {
    const { security } = operation.value;
    // Where the root has none, those of the operations say what there is to say.
    const common = asArray(definition?.value.security);
    if (!Array.isArray(security) || common.length === 0) return;
    const isRepeated = JSON.stringify(security) === JSON.stringify(common);
    report({
      at: operation.at("security"),
      message: `${operation.label} has a security of its own beside that of the root, which serves all operations.`,
      fix: isRepeated
        ? {
            title: "Remove it: it repeats that of the root",
            isSafe: true,
            edits: [{ remove: operation.at("security") }],
          }
        : undefined,
    });
  },
  bad: `
{
  "security": [{ "api_key": [] }],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets",
        "security": [{ "api_key": [] }]
      //^^^^^^^^^^ "ListTickets" has a security of its own beside that of the root, which serves all operations.
      }
    }
  }
}`,
  fixed: `
{
  "security": [{ "api_key": [] }],
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
  "security": [{ "api_key": [] }],
  "paths": {
    "/tickets": {
      "get": {
        "operationId": "ListTickets"
      }
    }
  }
}`,
});
